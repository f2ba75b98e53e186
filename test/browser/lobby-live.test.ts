import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { client, give, runningHub, signedInDesk, type Client, type RunningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The built board on a real hub: what it sounds and never sounds again, and what it says while the hub is away. Notes
 * are counted where the browser starts them; the page's clock is turned by hand where minutes must pass.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test('calls in the same second are shown and sounded one after the other, and a reload sounds none of them', async () => {
  const { hub, desk, kiosk } = await office()
  const page = await lobby(hub)
  await nowServing(page).getByText('No number has been called yet').waitFor()
  await collectNumbers(page)
  for (const counter of ['1', '2', '3']) {
    await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
    await give(kiosk, { type: 'TakeTicket', service: 'id-card-recording', class: 'regular' })
    await give(desk, { type: 'CallNext', counter })
  }
  await expect.poll(() => shownNumbers(page), { timeout: 30_000 }).toEqual(['C001', 'A001', 'C002'])
  await expect.poll(() => notes(page), { timeout: 20_000 }).toBe(3 * notesOfACall)

  await page.reload()
  await nowServing(page).getByText('C002').waitFor()
  expect((await give(desk, { type: 'CallNext', counter: '1' })).ok).toBe(true)
  await expect.poll(() => notes(page), { timeout: 10_000 }).toBe(notesOfACall)
  await nowServing(page).getByText('A002').waitFor()
})

test('a hub that is away is told in three steps, and its return sounds nothing old', async () => {
  const { hub, desk, kiosk } = await office()
  const page = await lobby(hub, true)
  await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })
  await give(desk, { type: 'CallNext', counter: '1' })
  await nowServing(page).getByText('D001').waitFor()
  const sounded = await notes(page)

  await hub.stop()
  await page.clock.fastForward(13_000)
  await page.getByText(/^Not live since \d\d:\d\d$/).waitFor()
  expect(await page.getByRole('region', { name: 'Waiting' }).count()).toBe(1)
  await page.clock.fastForward(180_000)
  await page.getByRole('region', { name: 'Important' }).waitFor()
  expect(await page.getByRole('region', { name: 'Waiting' }).count()).toBe(0)
  expect(await nowServing(page).innerText()).toContain('D001')

  await runningHub({ web, data: hub.data, port: Number(new URL(hub.address).port) })
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(5_000)
        return page.getByRole('region', { name: 'Important' }).count()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(0)
  expect(await nowServing(page).innerText()).toContain('D001')
  expect(await notes(page)).toBe(sounded)
})

test('the day is unconfirmed until staff confirm it, and what is resolved gives its place to what works again', async () => {
  const { hub, desk } = await office()
  const page = await lobby(hub)
  const unconfirmed = page.getByText("Today's services are not yet confirmed by the staff.")
  await unconfirmed.waitFor()
  await give(desk, { type: 'RaiseNotice', content: outage })
  const banner = page.getByRole('region', { name: 'Letters is not working now' })
  await banner.waitFor()
  await give(desk, { type: 'ConfirmDay' })
  await expect.poll(() => unconfirmed.count()).toBe(0)
  await give(desk, { type: 'ResolveNotice', notice: 1 })
  await page.getByRole('region', { name: /^Letters works again since \d\d:\d\d$/ }).waitFor()
  expect(await banner.count()).toBe(0)
})

test('a board whose socket never comes through gets the view by plain HTTP', async () => {
  const { hub, desk, kiosk } = await office()
  await give(kiosk, { type: 'TakeTicket', service: 'moving', class: 'regular' })
  await give(desk, { type: 'CallNext', counter: '1' })
  const page = await lobby(hub, true, async (fresh) => {
    await fresh.routeWebSocket(/socket\.io/, (socket) => socket.close())
    await fresh.route(/socket\.io/, (route) => route.abort())
  })
  await page.getByRole('heading', { name: 'This screen is being connected.' }).waitFor()
  await page.clock.fastForward(15_000)
  await expect.poll(() => nowServing(page).innerText()).toContain('F001')
})

const outage = {
  kind: 'outage',
  scope: { office: false, services: ['letters'], systems: [] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'keep',
}

async function office(): Promise<{ hub: RunningHub; desk: Client; kiosk: Client }> {
  const hub = await runningHub({ web })
  const desk = await signedInDesk(hub)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  return { hub, desk, kiosk }
}

async function lobby(
  hub: RunningHub,
  isClockTurned = false,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  if (isClockTurned) await page.clock.install()
  await page.addInitScript(() => {
    Object.assign(globalThis, { notesStarted: 0 })
    OscillatorNode.prototype.start = new Proxy(Reflect.get(OscillatorNode.prototype, 'start'), {
      apply: (start, note, when) => {
        Object.assign(globalThis, { notesStarted: Number(Reflect.get(globalThis, 'notesStarted')) + 1 })
        Reflect.apply(start, note, when)
      },
    })
  })
  await prepare(page)
  await page.goto(`${hub.address}/lobby?lang=en`)
  return page
}

function nowServing(page: Page) {
  return page.getByRole('region', { name: 'Now serving' })
}

function notes(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'notesStarted')))
}

/** Keeps every number that comes up, in its order. */
function collectNumbers(page: Page): Promise<void> {
  return page.evaluate(() => {
    const numbers: string[] = []
    Object.assign(globalThis, { numbers })
    new MutationObserver(() => {
      const number = /[A-Z]\d{3}/.exec(
        document.querySelector('[aria-labelledby="now-serving"]')?.textContent ?? '',
      )?.[0]
      if (number !== undefined && numbers.at(-1) !== number) numbers.push(number)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

function shownNumbers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'numbers') as readonly string[])
}

/** Two notes of two tones each. */
const notesOfACall = 4
