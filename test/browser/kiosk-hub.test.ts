import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { systemClock, type Clock } from '../../kiosk/clock.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { ask, client, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'
import { scan } from './kiosk-scan.ts'

// The kiosk as it is built, on a real hub, through an outage and a night: the hub's clock is put forward, the page's
// and the socket's run on.

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test('B2 B4 B5 a return ticket taken during an outage brings its holder near the front on another day, once', async () => {
  const clock = shiftedClock('2026-11-24T09:00:00+07:00')
  const hub = await runningHub({ web, clock })
  const desk = await signedInDesk(hub)
  await give(desk, { type: 'RaiseNotice', content: outage })
  const page = await kioskPage(hub.address)

  await page.getByRole('button', { name: /^Identity card printing/ }).tap()
  await page.getByRole('button', { name: /^Take a return ticket/ }).tap()
  await page.getByRole('heading', { name: 'B001' }).waitFor()
  await page.getByText('Good from Wednesday 25 November until Tuesday 8 December.').waitFor()
  // No printer is there, so its holder writes this down.
  const written = await page.getByText(/^B001 [B-Z]{4}$/).textContent()
  await page.getByRole('button', { name: 'Done', exact: true }).tap()

  // On the same day the service still does not work.
  await scan(page, written ?? '')
  await page.getByRole('heading', { name: 'Your return ticket cannot be used yet' }).waitFor()
  await page.getByText('Your return ticket stays good.').waitFor()
  await page.getByRole('button', { name: 'Back' }).tap()

  await give(desk, { type: 'ResolveNotice', notice: 1 })
  clock.putTo('2026-11-26T08:00:00+07:00')
  const other = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await give(other, { type: 'TakeTicket', service: 'id-card-printing', class: 'regular' })
  await page.getByText('Thursday 26 November').waitFor()
  await page.getByRole('button', { name: /^Identity card printing, 1 waiting/ }).waitFor()

  await page.getByRole('button', { name: 'I have a return ticket' }).tap()
  for (const sign of (written ?? '').replace(' ', '')) {
    await page.getByRole('button', { name: sign, exact: true }).tap()
    await page.clock.fastForward(200)
  }
  await page.getByRole('button', { name: 'Yes, use my return ticket' }).tap()
  await page.getByRole('heading', { name: 'B002' }).waitFor()
  await page.getByText('Your return ticket was accepted: you go near the front.').waitFor()
  await page.getByRole('button', { name: 'Done', exact: true }).tap()

  await scan(page, (written ?? '').toLowerCase())
  await page.getByRole('heading', { name: 'Your return ticket is no longer good' }).waitFor()
  // The third ticket of this office: before the regular one, which was there first. Siti's sign-in ended with the day.
  await ask(desk, { type: 'SignIn', name: 'Siti', pin: '482913' })
  await give(desk, { type: 'OpenCounter', counter: '2' })
  const called = await give(desk, { type: 'CallNext', counter: '2' })
  expect(called).toMatchObject({ ok: true, outcome: { kind: 'ticket-called', ticket: 3 } })
})

test('the outage key raises a notice by name and PIN, and the kiosk itself shows it', async () => {
  const hub = await runningHub({ web })
  const desk = await signedInDesk(hub)
  const page = await kioskPage(hub.address)
  await page.getByRole('button', { name: /^Letters/ }).waitFor()
  await page.keyboard.down('Pause')
  await page.clock.fastForward(3_100)
  await page.getByRole('button', { name: 'Letters' }).tap()
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByRole('button', { name: 'The electricity is out.' }).tap()
  await page.keyboard.type('siti', { delay: 0 })
  await page.clock.fastForward(300)
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByText('Letters is not working now').waitFor()
  await page.keyboard.type('482913', { delay: 0 })
  // A finger that comes down where it just was is taken for the same touch.
  await page.clock.fastForward(700)
  await page.getByRole('button', { name: 'Show it now' }).tap()
  await page.getByRole('heading', { name: 'The notice is up' }).waitFor()
  const told = await viewWhere<DeskView>(desk, ({ notices }) => notices.length === 1)
  expect(told.view.notices[0]).toMatchObject({ raisedBy: 'Siti', content: { kind: 'outage', newTickets: 'stop' } })
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
  await page.getByRole('region', { name: 'Letters is not working now' }).waitFor()
})

const outage = {
  kind: 'outage',
  scope: { office: false, services: [], systems: ['national-server'] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'hold',
}

async function kioskPage(address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${address}/kiosk?lang=en`)
  await page.getByRole('heading', { name: 'Touch the service you need' }).waitFor()
  return page
}

/** The machine's clock, put to another moment: it runs on from there. */
function shiftedClock(moment: string): Clock & { putTo(moment: string): void } {
  let aheadMs = Date.parse(moment) - Date.now()
  return {
    now: () => Date.now() + aheadMs,
    after: (delayMs, task) => systemClock.after(delayMs, task),
    putTo: (next) => {
      aheadMs = Date.parse(next) - Date.now()
    },
  }
}
