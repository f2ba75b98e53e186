import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { shortCode } from '../../shared/short-code.ts'
import { client, give, runningHub, signedInDesk, type Client } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

// The page behind a ticket's QR code as it is built, on a real hub: what the pure screen cannot show by itself.

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test('a call is shown, said in the title, and felt once; a second call is felt again', async () => {
  const { page, desk } = await waitingPhone()
  await page.getByRole('heading', { name: 'You are next' }).waitFor()
  expect({ title: await page.title(), buzzes: await buzzes(page) }).toEqual({ title: 'Number C001', buzzes: 0 })

  await give(desk, { type: 'CallNext', counter: '1' })
  await page.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  await expect.poll(() => page.title()).toBe('Go to Counter 1')
  await expect.poll(() => buzzes(page)).toBe(1)

  await give(desk, { type: 'Recall', counter: '1' })
  await expect.poll(() => buzzes(page)).toBe(2)
  await give(desk, { type: 'StartServing', counter: '1' })
  await page.getByRole('heading', { name: 'You are being served' }).waitFor()
  expect(await buzzes(page)).toBe(2)
})

test('opened on a number that was called before, it stays still', async () => {
  const { page, desk } = await waitingPhone()
  await give(desk, { type: 'CallNext', counter: '1' })
  await page.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  const late = await page.context().newPage()
  await late.addInitScript(countBuzzes)
  await late.addInitScript(() => localStorage.clear())
  await late.goto(page.url())
  await late.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  expect(await buzzes(late)).toBe(0)
})

test('on a network that lets no socket through, the turn comes by plain HTTP', async () => {
  const { page, desk } = await waitingPhone(async (blocked) => {
    await blocked.clock.install()
    await blocked.routeWebSocket(/socket\.io/, () => {})
    await blocked.route('**/socket.io/**', (route) => route.abort())
  })
  await page.getByRole('heading', { name: 'Connecting to the office' }).waitFor()
  await give(desk, { type: 'CallNext', counter: '1' })
  await page.clock.fastForward(13_000)
  await page.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Your number' }).innerText()).toMatch(/C001$/)
})

test('a call missed while the link was cut is shown once it is back', async () => {
  const cut = cuttable()
  const { page, desk } = await waitingPhone(cut.prepare)
  await page.getByRole('heading', { name: 'You are next' }).waitFor()
  // The page has held several views, so that a hub that counted afresh for it would be taken for older.
  await give(desk, { type: 'CallNext', counter: '1' })
  await page.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  await give(desk, { type: 'UndoCall', counter: '1' })
  await page.getByRole('heading', { name: 'You are next' }).waitFor()
  await cut.cut()
  await give(desk, { type: 'CallNext', counter: '1' })
  expect(await page.getByRole('heading', { name: 'You are next' }).count()).toBe(1)
  cut.mend()
  await page.getByRole('heading', { name: 'Go to Counter 1' }).waitFor()
  await expect.poll(() => page.title()).toBe('Go to Counter 1')
})

test('whoever is sent home sees at once that the number is a return ticket, and that it is a number again once it is used', async () => {
  const { page, desk, code } = await waitingPhone()
  await give(desk, { type: 'RaiseNotice', content: outage })
  await page.getByRole('heading', { name: 'This line is paused' }).waitFor()
  await give(desk, { type: 'SendHome', services: ['family-card'] })
  await page.getByRole('heading', { name: 'Return ticket C001' }).waitFor()
  await page.getByRole('heading', { name: /^Good from / }).waitFor()
  await expect.poll(() => page.title()).toBe('Return ticket C001')
  const said = await page.getByRole('main').innerText()
  expect(said).toMatch(new RegExp(`Code ${code}[^]*You go near the front, once\\.[^]*type C001 ${code}\\.`))

  await give(desk, { type: 'ResolveNotice', notice: 1 })
  await page.getByRole('region', { name: /^Family card works again since / }).waitFor()
  await give(desk, { type: 'UseReturnTicket', code: `C001 ${code}` })
  await page.getByRole('heading', { name: 'You are next' }).waitFor()
  await expect.poll(() => page.title()).toBe('Number C001')
})

test('an address without a ticket asks the hub nothing and says what to do', async () => {
  const hub = await runningHub({ web })
  const page = await newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('websocket', (socket) => asked.push(new URL(socket.url()).pathname))
  await page.goto(`${hub.address}/t/too-short?lang=en`)
  await page.getByRole('heading', { name: 'This number is not valid today' }).waitFor()
  expect(asked.filter((where) => /^\/(api|socket\.io)\//.test(where))).toEqual([])
})

/** A hub with one number given for family cards, and its holder's phone; `before` prepares the page. */
async function waitingPhone(
  before: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<{ page: Page; desk: Client; code: string }> {
  const hub = await runningHub({ web })
  const desk = await signedInDesk(hub)
  await give(desk, { type: 'OpenCounter', counter: '1' })
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const answer = await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
  if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error('no number was given')
  const page = await newPage()
  await page.addInitScript(countBuzzes)
  await before(page)
  await page.goto(`${hub.address}/t/${answer.outcome.token}?lang=en`)
  return { page, desk, code: shortCode(answer.outcome.token) }
}

const outage = {
  kind: 'outage',
  scope: { office: false, services: ['family-card'], systems: [] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'hold',
}

/** The phone's link to the hub, to be cut and mended. */
function cuttable() {
  let isCut = false
  const cuts: (() => Promise<void>)[] = []
  return {
    prepare: async (page: Page) => {
      await page.route('**/socket.io/**', (route) => (isCut ? route.abort() : route.continue()))
      await page.routeWebSocket(/socket\.io/, (socket) => {
        if (isCut) return void socket.close()
        const hub = socket.connectToServer()
        cuts.push(async () => {
          await hub.close()
          await socket.close()
        })
      })
    },
    cut: async () => {
      isCut = true
      await Promise.all(cuts.splice(0).map((close) => close()))
    },
    mend: () => {
      isCut = false
    },
  }
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Stands in for the phone's motor. */
function countBuzzes(): void {
  Object.assign(globalThis, { buzzes: 0 })
  navigator.vibrate = () => {
    Object.assign(globalThis, { buzzes: Number(Reflect.get(globalThis, 'buzzes')) + 1 })
    return true
  }
}

function buzzes(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'buzzes')))
}
