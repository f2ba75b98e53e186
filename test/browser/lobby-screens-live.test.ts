import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DeskView } from '../../shared/views/desk.ts'
import { client, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The built board on a real hub, named and told what to show by a desk: it shows that and nothing else, says its name
 * when it is asked without losing a call, says how it is, and loads anew.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
const waitMs = 60_000
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
}, waitMs)
afterAll(() => browser.close())

test(
  'a desk tells a TV what to show, sees how it is, has it say its name and load anew',
  { timeout: 240_000 },
  async () => {
    const hub = await runningHub({ web })
    const desk = await signedInDesk(hub)
    const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
    const page = await lobby(hub.address)
    const connected = await viewWhere<DeskView>(desk, ({ screens }) =>
      screens.some(({ report }) => report !== null && report.widthPx > 0),
    )
    const tv = connected.view.screens.find(({ kind }) => kind === 'lobby')!
    const { version, ...report } = tv.report!
    expect(report).toEqual({ widthPx: 1920, heightPx: 1080, sound: 'on', call: null, isLegible: false })
    expect(version).toMatch(/^lobby-[\w-]+$/)

    const told = (shows: object) =>
      give(desk, { type: 'SetScreen', settings: { screen: tv.screen, name: 'Pintu masuk', shows } })
    expect(await told({ kind: 'services', services: ['letters'] })).toMatchObject({ ok: true })
    await expect
      .poll(() => page.getByRole('region', { name: 'Waiting' }).getByRole('listitem').count(), { timeout: waitMs })
      .toBe(1)

    // A call of another service goes by; the next one comes while the TV says its name, and stands when it has.
    await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
    await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })
    await give(desk, { type: 'CallTicket', counter: '1', ticket: 1 })
    const order = (asked: 'show-name' | 'reload') =>
      desk.timeout(10_000).emitWithAck('screen', { screen: tv.screen, order: asked })
    expect(await order('show-name')).toEqual({ ok: true })
    const named = page.getByRole('region', { name: 'This screen' })
    await named.getByText('Pintu masuk').waitFor()
    await give(desk, { type: 'CallTicket', counter: '2', ticket: 2 })
    await nowServing(page).getByText('D001').waitFor()
    await named.waitFor({ state: 'detached' })
    expect(await page.getByRole('main').innerText()).not.toContain('C001')
    const calling = await viewWhere<DeskView>(desk, ({ screens }) => screens.some(({ number }) => number === 'D001'))
    expect(calling.view.screens.map(({ kind, number }) => [kind, number])).toContainEqual(['lobby', 'D001'])

    expect(await told({ kind: 'notices' })).toMatchObject({ ok: true })
    await page.getByRole('region', { name: 'Services' }).getByText('Letters').waitFor()
    await expect.poll(() => nowServing(page).count(), { timeout: waitMs }).toBe(0)
    await page.evaluate(() => Object.assign(globalThis, { isOld: true }))
    expect(await order('reload')).toEqual({ ok: true })
    await expect
      .poll(() => page.evaluate(() => Reflect.has(globalThis, 'isOld')).catch(() => true), { timeout: waitMs })
      .toBe(false)
    await page.getByRole('region', { name: 'Services' }).getByText('Letters').waitFor()
  },
)

test('a TV is read from as far as a desk says, or as its own address does', { timeout: 240_000 }, async () => {
  const hub = await runningHub({ web })
  const desk = await signedInDesk(hub)
  await lobby(hub.address, '')
  const legible = async (wanted: boolean | null) => {
    const { view } = await viewWhere<DeskView>(desk, ({ screens }) =>
      screens.some(({ report }) => report !== null && report.widthPx > 0 && report.isLegible === wanted),
    )
    return view.screens.find(({ report }) => report?.isLegible === wanted)!.screen
  }
  const plain = await legible(null)
  const told = (screen: string, viewing: object) =>
    give(desk, { type: 'SetScreen', settings: { screen, name: 'TV', shows: { kind: 'everything' }, viewing } })
  expect(await told(plain, { inches: 55, metres: 8.5 })).toMatchObject({ ok: true })
  expect(await legible(true)).toBe(plain)
  expect(await told(plain, { inches: 24, metres: 12 })).toMatchObject({ ok: true })
  expect(await legible(false)).toBe(plain)
  // The next TV is set up by its address, and stays so.
  expect(await told(plain, { inches: 55, metres: 8.5 })).toMatchObject({ ok: true })
  const page = await lobby(hub.address, '&inches=24&metres=12')
  const set = await legible(false)
  expect(await told(set, { inches: 55, metres: 8.5 })).toMatchObject({ ok: true })
  await viewWhere<DeskView>(desk, ({ screens }) =>
    screens.some(({ screen, settings }) => screen === set && settings !== null),
  )
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await legible(false)).toBe(set)
})

async function lobby(address: string, query = '&inches=24&metres=12'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(waitMs)
  await page.goto(`${address}/lobby?lang=en${query}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

function nowServing(page: Page) {
  return page.getByRole('region', { name: 'Now serving' })
}
