import { AxeBuilder } from '@axe-core/playwright'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import sirv from 'sirv'
import { buildGallery } from '../../display/build.ts'
import { chromiumOptions } from './chromium.ts'
import { createScreenshots, type Screenshots } from './screenshots.ts'

/**
 * The gallery of `display/gallery` in real Chromium, built from the sources as they are. One per test file: `openGallery`
 * in `beforeAll`, `close` in `afterAll`.
 */
export interface Gallery {
  /**
   * Opens one example, waits until it is drawn in its own typeface, and looks whether it looks as it did. Errors of the
   * page are kept in `errors`.
   */
  readonly open: (screen: string, example: string, options?: OpenOptions) => Promise<OpenExample>
  /** Fails when an example looked different. */
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
  /** What axe has to say: one line for each violation and element, empty when all is well. */
  readonly violations: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  const built = await mkdtemp(join(tmpdir(), 'gallery-'))
  await buildGallery(built)
  const server = createServer(sirv(built))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch(chromiumOptions)
  // One context for each kind of screen, so that an example finds the program and the typeface in the browser's cache.
  const contexts = {
    mouse: await browser.newContext(),
    touch: await browser.newContext({ hasTouch: true }),
  }
  const screenshots = createScreenshots()
  return {
    open: (screen, example, options = {}) =>
      openExample(
        { context: options.touch ? contexts.touch : contexts.mouse, address: addressOf(server), screenshots },
        screen,
        example,
        options,
      ),
    close: async () => {
      await browser.close()
      server.close()
      await rm(built, { recursive: true, force: true })
      const faults = screenshots.faults()
      if (faults.length > 0) throw new Error(faults.join('\n'))
    },
  }
}

async function openExample(
  { context, address, screenshots }: { context: BrowserContext; address: string; screenshots: Screenshots },
  screen: string,
  example: string,
  { lang = 'id', width = 1920, height = 1080, query = '' }: OpenOptions,
): Promise<OpenExample> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${address}/display/gallery/?screen=${screen}&example=${example}&lang=${lang}${query}`)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  // What an address adds is another state of the example.
  if (query === '') await screenshots.look(page, screen, example, lang)
  return {
    page,
    errors,
    violations: async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
      )
    },
    close: () => page.close(),
  }
}

function addressOf(server: Server): string {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the gallery has no port')
  return `http://127.0.0.1:${address.port}`
}
