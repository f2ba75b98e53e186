import { AxeBuilder } from '@axe-core/playwright'
import { createServer, type Server } from 'node:http'
import { chromium, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core'
import sirv from 'sirv'
import { inject } from 'vitest'
import { chromiumOptions } from './chromium.ts'
import { differencesOf } from './screenshots.ts'

/**
 * The gallery of `display/gallery` in real Chromium, built from the sources as they are when the run begins. One per test
 * file: `openGallery` in `beforeAll`, `close` in `afterAll`. A new window costs Chromium three times as much as another
 * address in an old one, so that a window whose example was closed shows the next one; nothing of the former is left in
 * it but what a browser keeps by address.
 */
export interface Gallery {
  /** Opens one example and waits until it is drawn in its own typeface. Errors of the page are kept in `errors`. */
  readonly open: (screen: string, example: string, options?: OpenOptions) => Promise<OpenExample>
  /** The names of a screen's examples, as the gallery lists them. */
  readonly examples: (screen: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly lang?: 'id' | 'en' | 'su'
  readonly width?: number
  readonly height?: number
  readonly touch?: boolean
  /** Further words of the address, for instance `&inches=55&metres=10`. */
  readonly query?: string
}

export interface OpenExample {
  readonly page: Page
  readonly errors: readonly string[]
  /**
   * What axe has to say: one line for each violation and element, empty when all is well. Rules that axe does not apply
   * by itself are named in `also`.
   */
  readonly violations: (also?: readonly string[]) => Promise<readonly string[]>
  /** What looks different from the kept picture of the example in this language and size: a line, or nothing. */
  readonly differences: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  // Addresses of one gallery hold what they held before: the browser need not ask again.
  const server = createServer(sirv(inject('builtGallery'), { maxAge: 3600, immutable: true }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch(chromiumOptions)
  const windows = {
    mouse: await createWindows(await browser.newContext()),
    touch: await createWindows(await browser.newContext({ hasTouch: true })),
  }
  const address = `${addressOf(server)}/display/gallery/`
  return {
    open: (screen, example, options = {}) =>
      openExample({ windows: options.touch ? windows.touch : windows.mouse, address }, screen, example, options),
    examples: async (screen) => {
      const page = await windows.mouse.take()
      await page.goto(`${address}?screen=${screen}`)
      const links = page.getByRole('listitem')
      await links.first().waitFor()
      const names = await links.allTextContents()
      await windows.mouse.giveBack(page)
      return names
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

async function openExample(
  { windows, address }: { readonly windows: Windows; readonly address: string },
  screen: string,
  example: string,
  { lang = 'id', width = 1920, height = 1080, query = '' }: OpenOptions,
): Promise<OpenExample> {
  const page = await windows.take()
  await page.setViewportSize({ width, height })
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  const onConsole = (message: ConsoleMessage) => message.type() === 'error' && errors.push(message.text())
  page.on('pageerror', onError)
  page.on('console', onConsole)
  await page.goto(`${address}?screen=${screen}&example=${example}&lang=${lang}${query}`)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return {
    page,
    errors,
    violations: (also = []) => violationsOf(page, also),
    differences: () => differencesOf(page, screen, example, lang),
    close: () => {
      page.off('pageerror', onError)
      page.off('console', onConsole)
      return windows.giveBack(page)
    },
  }
}

interface Windows {
  readonly take: () => Promise<Page>
  /** Leaves the window as it would be new: no pointer in it, no key held, nothing emulated, no request answered for. */
  readonly giveBack: (page: Page) => Promise<void>
}

async function createWindows(context: BrowserContext): Promise<Windows> {
  await context.addInitScript(() => {
    const heldKeys = new Set<string>()
    addEventListener('keydown', ({ code }) => heldKeys.add(code), { capture: true })
    addEventListener('keyup', ({ code }) => heldKeys.delete(code), { capture: true })
    Object.assign(window, { heldKeys })
  })
  const free: Page[] = []
  return {
    take: async () => free.pop() ?? (await context.newPage()),
    giveBack: async (page) => {
      const held = await page.evaluate(() => [...(window as unknown as WithHeldKeys).heldKeys])
      for (const key of held) await page.keyboard.up(key)
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null })
      await page.mouse.move(-1, -1)
      free.push(page)
    },
  }
}

interface WithHeldKeys {
  readonly heldKeys: ReadonlySet<string>
}

/**
 * In axe's older way of working, which does without a second window for every look: it cannot see into frames from
 * elsewhere, and no screen has a frame. A page that axe has looked at still has it, and is looked at anew without
 * loading it.
 */
async function violationsOf(page: Page, also: readonly string[]): Promise<readonly string[]> {
  const rules = Object.fromEntries(also.map((rule) => [rule, { enabled: true }]))
  const options: RunOptions = { resultTypes: ['violations'], rules }
  const hasAxe = await page.evaluate(() => 'axe' in window)
  const { violations } = hasAxe
    ? await page.evaluate((options) => (window as unknown as WithAxe).axe.run(options), options)
    : await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
}

type RunOptions = Parameters<AxeBuilder['options']>[0]
interface WithAxe {
  readonly axe: { readonly run: (options: RunOptions) => ReturnType<AxeBuilder['analyze']> }
}

function addressOf(server: Server): string {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the gallery has no port')
  return `http://127.0.0.1:${address.port}`
}
