import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startAgent } from '../kiosk/agent/agent.ts'
import { build } from '../kiosk/build.ts'
import { systemClock } from '../kiosk/clock.ts'
import { startHub } from '../kiosk/hub/hub.ts'
import { systemRandomness } from '../kiosk/randomness.ts'
import { chromiumOptions } from './browser/chromium.ts'

/** `npm run pictures`: takes the README's pictures anew, of the real pages of a running office at their real sizes. */
const pictures = path.join(import.meta.dirname, '..', 'display', 'docs')
mkdirSync(pictures, { recursive: true })
await build()
const data = await mkdtemp(path.join(tmpdir(), 'loket-pictures-'))
const hub = await startHub({
  data,
  web: path.join(import.meta.dirname, '..', 'dist', 'web'),
  host: '127.0.0.1',
  port: 0,
  office: undefined,
  setupCode: 'PICTURES',
  version: '0',
  clock: systemClock,
  randomness: systemRandomness,
  log: { info: () => {}, error: (what, details) => console.error(what, details) },
  onBroken: (error) => console.error(error),
})
const agent = await startAgent({
  hub: hub.address,
  printer: 'virtual:',
  papers: path.join(data, 'papers'),
  device: undefined,
  clock: systemClock,
  randomness: systemRandomness,
  log: () => {},
  onPaired: () => {},
})
const browser = await chromium.launch(chromiumOptions)
try {
  await take()
} finally {
  await browser.close()
  await agent.stop()
  await hub.stop()
  await rm(data, { recursive: true, force: true })
}

async function take(): Promise<void> {
  const kiosk = await open('/kiosk', 1080, 1920)
  const lobby = await open('/lobby', 1920, 1080)
  const desk = await open('/desk?lang=en', 1180, 820)
  await desk.getByLabel('Setup code').fill('PICTURES')
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'Call next' }).waitFor()

  for (const service of [
    'Perekaman KTP-el',
    'Kartu Keluarga',
    'Perekaman KTP-el',
    'Pencetakan KTP-el',
    'Surat Keterangan',
  ]) {
    await kiosk.getByRole('button', { name: new RegExp(`^${service}`) }).click()
    await kiosk.getByRole('heading', { name: /^[A-Z]\d{3}$/ }).waitFor()
    await kiosk.reload()
  }
  await desk.getByRole('button', { name: 'Call next' }).click()
  await lobby.getByText('A001').first().waitFor()
  await desk.getByRole('button', { name: 'Call next' }).click()
  await lobby.locator('#now-serving').locator('..').locator('..').getByText('C001').waitFor({ timeout: 20_000 })
  await kiosk.getByRole('button', { name: /^Kartu Keluarga/ }).click()
  await kiosk.getByRole('heading', { name: 'C002' }).waitFor()
  await kiosk
    .getByText(/Ambil|karcis/i)
    .first()
    .waitFor()
  await shoot(kiosk, 'kiosk-number')
  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Kartu Keluarga/ }).waitFor()
  await shoot(kiosk, 'kiosk')
  await shoot(desk, 'desk')

  await desk.getByRole('button', { name: 'Report a problem' }).click()
  await desk.getByRole('button', { name: /National population server/ }).click()
  await shoot(desk, 'desk-report')
  await desk.getByRole('button', { name: /^Raise/ }).click()
  await lobby.getByRole('region', { name: /tidak dapat dilayani/ }).waitFor()
  await desk.getByText(/Shown on 2 of 2 screens/).waitFor()
  await shoot(lobby, 'lobby')
  await kiosk.getByRole('button', { name: /^Pencetakan KTP-el/ }).click()
  await kiosk.getByRole('heading', { name: /tidak dapat dilayani/ }).waitFor()
  await shoot(kiosk, 'kiosk-outage')

  const papers = readdirSync(path.join(data, 'papers')).filter((name) => name.endsWith('.png'))
  copyFileSync(
    path.join(data, 'papers', papers.find((name) => name.includes('C001')) ?? ''),
    path.join(pictures, 'ticket.png'),
  )
  await shoot(await open('/status', 390, 844), 'status')
}

async function open(where: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } })
  const page = await context.newPage()
  await page.goto(hub.address + where)
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}
