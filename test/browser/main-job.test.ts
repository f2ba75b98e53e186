import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { render } from '../../hardware/emulator/render.ts'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { runningHub, type RunningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The whole path through real pages: a resident presses, paper comes out, staff call, the TV shows it, staff report an
 * outage, and TV, kiosk, the next ticket and the phone say so.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test('press, paper, call, TV, outage: everybody is told the same', async () => {
  const hub = await runningHub({ web })
  const papers = await printerBeside(hub)
  const errors: string[] = []
  const kiosk = await open(hub, '/kiosk?lang=en', { width: 1080, height: 1920 }, errors)
  const lobby = await open(hub, '/lobby?lang=en', { width: 1920, height: 1080 }, errors)
  const desk = await open(hub, '/desk?lang=en', { width: 1180, height: 820 }, errors)

  await kiosk.getByRole('button', { name: /^Family card/ }).click()
  await kiosk.getByRole('heading', { name: 'C001' }).waitFor()
  const first = await papers.next('C001')
  expect(first.lines.join('\n')).toContain('Kartu Keluarga')
  expect(first.unknownCount).toBe(0)
  expect(first.warnings).toEqual([])

  await desk.getByLabel('Setup code').fill('TEST-CODE')
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'Call next' }).click()
  await lobby.getByRole('region', { name: 'Now serving' }).getByText('C001').waitFor()
  await lobby.getByRole('region', { name: 'Now serving' }).getByText('Counter 1').waitFor()

  // The page goes home by itself after a while, or as here for the next visitor.
  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk.getByRole('heading', { name: 'B001' }).waitFor()
  const second = await papers.next('B001')
  const link = second.link
  const phone = await open(hub, `${new URL(link).pathname}?lang=en`, { width: 390, height: 844 }, errors)
  await phone.getByText('B001').first().waitFor()

  await desk.getByRole('button', { name: 'Report a problem' }).click()
  await desk.getByRole('button', { name: /National population server/ }).click()
  const begun = Date.now()
  await desk.getByRole('button', { name: /^Raise/ }).click()
  const heading = 'Identity card recording and Identity card printing are not working now'
  const banner = lobby.getByRole('region', { name: heading })
  await banner.waitFor()
  expect(Date.now() - begun).toBeLessThan(5_000)
  await banner.getByText('Family card').first().waitFor()
  const box = await banner.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(1080 / 5)
  await phone.getByText(heading).waitFor()
  await desk.getByText('Shown on 2 of 2 screens').waitFor()

  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk.getByRole('heading', { name: /not working now/ }).waitFor()
  expect(await kiosk.getByRole('heading', { name: /^[A-Z]\d{3}$/ }).count()).toBe(0)

  expect(errors).toEqual([])
  expect(hub.errors).toEqual([])
})

interface Papers {
  /** The next paper of this name, as the emulator reads it back from the bytes that were sent. */
  next(
    name: string,
  ): Promise<{ lines: readonly string[]; unknownCount: number; warnings: readonly unknown[]; link: string }>
}

/** The machine's own agent with a virtual printer. */
async function printerBeside(hub: RunningHub): Promise<Papers> {
  const folder = path.join(hub.data, 'papers')
  const agent = await startAgent({
    hub: hub.address,
    printer: 'virtual:',
    papers: folder,
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  return {
    next: async (name) => {
      const file = await expect
        .poll(
          () => (readdirSync(folder, { recursive: true }) as string[]).find((kept) => kept.endsWith(`-${name}.bin`)),
          {
            timeout: 10_000,
          },
        )
        .toBeDefined()
        .then(() => readdirSync(folder).find((kept) => kept.endsWith(`-${name}.bin`)) ?? '')
      const [sheet] = render(readFileSync(path.join(folder, file)), epson80)
      if (!sheet) throw new Error(`${name} has no paper`)
      const link = sheet.lines.join(' ').match(/https?:\/\/[^\s\]]+/)?.[0] ?? ''
      return { lines: sheet.lines, unknownCount: sheet.unknownCount, warnings: sheet.warnings, link }
    },
  }
}

async function open(
  hub: RunningHub,
  where: string,
  viewport: { width: number; height: number },
  errors: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(`${where}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${where}: ${message.text()}`)
  })
  await page.goto(hub.address + where)
  return page
}
