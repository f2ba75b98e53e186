import { AxeBuilder } from '@axe-core/playwright'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { runningHub, type RunningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * What anybody can try without a printer: the page of the built-in printer beside the kiosk and the desk, in real
 * Chromium, on a real hub with its real agent.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test('an open cover is said at the kiosk and the desk within 2 s, and is over when it is closed', async () => {
  const { printer, kiosk, desk, errors } = await hall()
  await printer.getByText('The printer is ready.').waitFor()
  await kiosk.getByRole('button', { name: /^Letters/ }).waitFor()

  expect(await printer.getByRole('button', { name: /cover|paper|cable|cutter/i }).count()).toBeGreaterThan(3)
  await press(printer, 'Open the cover')
  await Promise.all([
    kiosk.getByText(noTickets).waitFor({ timeout: 2_000 }),
    desk.getByText(/^Close the cover of ticket machine 1/).waitFor({ timeout: 2_000 }),
    printer.getByText('The cover is open.').waitFor({ timeout: 2_000 }),
  ])
  await press(printer, 'Close the cover')
  await kiosk.getByText(noTickets).waitFor({ state: 'detached', timeout: 2_000 })
  await desk.getByText(/^Close the cover of ticket machine 1/).waitFor({ state: 'detached', timeout: 2_000 })
  await printer.getByText('The printer is ready.').waitFor()
  expect(errors).toEqual([])
})

test('a number taken without paper stays on the screen, and new paper brings nothing stale', async () => {
  const { printer, kiosk, errors } = await hall()
  await press(printer, 'Take the paper out')
  await kiosk.getByText(noTickets).waitFor()
  await kiosk.getByRole('button', { name: /^Letters/ }).click()
  await kiosk.getByRole('heading', { name: 'D001' }).waitFor()
  await kiosk.getByText(/could not print your ticket/).waitFor()

  await press(printer, 'Put paper in')
  await printer.getByText('The printer is ready.').waitFor()
  await kiosk.getByRole('button', { name: 'Done', exact: true }).click()
  await kiosk.getByText(noTickets).waitFor({ state: 'detached' })
  await kiosk.getByRole('button', { name: /^Letters/ }).click()
  await kiosk.getByRole('heading', { name: 'D002' }).waitFor()
  // The papers come in their order: had D001 come out late, it would lie below this one.
  await printer.getByRole('img', { name: 'Ticket D002' }).waitFor()
  expect(
    await printer.getByRole('img').evaluateAll((images) => images.map((image) => image.getAttribute('alt'))),
  ).toEqual(['Ticket D002'])
  expect(errors).toEqual([])
})

test('every button does what it says and offers the way back', async () => {
  const { printer, errors } = await hall()
  const ways = [
    ['Take the paper out', 'There is no paper in the printer.', 'Put paper in'],
    ['Unplug the cable', 'The cable is unplugged.', 'Plug the cable in'],
    ['Jam the cutter', 'The cutter is jammed.', 'Free the cutter'],
    ['Open the cover', 'The cover is open.', 'Close the cover'],
  ] as const
  for (const [there, state, back] of ways) {
    await press(printer, there)
    await printer.getByText(state).waitFor()
    await press(printer, back)
    await printer.getByText('The printer is ready.').waitFor()
  }
  await press(printer, 'Switch off and on')
  await printer.getByText('The printer is switched off.').waitFor()
  await printer.getByText('The printer is ready.').waitFor()
  await press(printer, 'Tear the paper off')
  const { violations } = await new AxeBuilder({ page: printer }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([])
  expect(await printer.getByRole('alert').count()).toBe(0)
  expect(errors).toEqual([])
})

test('with a real printer, and without the printer’s program, the page says why it has no hands', async () => {
  const { printer, agent } = await hall('tcp://127.0.0.1:9')
  const hands = printer.getByRole('button', { name: /cover|paper|cable|cutter/i })
  await printer.getByText('This machine prints on a real printer.', { exact: false }).waitFor()
  expect(await hands.count()).toBe(0)
  await agent.stop()
  await printer.getByText('The printer program is not running at the moment', { exact: false }).waitFor()
  expect(await hands.count()).toBe(0)
})

const noTickets = /tickets cannot be printed/i

/** A hub with its agent, and the three pages open: the printer's, the kiosk's, and a desk at which somebody sits. */
async function hall(address = 'virtual:') {
  const hub = await runningHub({ web })
  const agent = await startAgent({
    hub: hub.address,
    printer: address,
    papers: path.join(hub.data, 'papers'),
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  const errors: string[] = []
  const printer = await open(hub, '/printer?lang=en', { width: 1000, height: 900 }, errors)
  const kiosk = await open(hub, '/kiosk?lang=en', { width: 1080, height: 1920 }, errors)
  const desk = await open(hub, '/desk?lang=en', { width: 1180, height: 820 }, errors)
  await desk.getByLabel('Setup code').fill('TEST-CODE')
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'Call next' }).waitFor()
  return { hub, agent, printer, kiosk, desk, errors }
}

function press(printer: Page, name: string): Promise<void> {
  return printer.getByRole('button', { name, exact: true }).click()
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
