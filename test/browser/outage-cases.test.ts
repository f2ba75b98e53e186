import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kioskSize, officeDay, openBrowser, phone, tablet, tv } from './office-day.ts'

// Outages as real offices had them, each through the pages that people saw nothing on then. The built-in office is open
// around the clock, so that every hour can be played.

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const date = '2027-04-06'
const recording = 'id-card-recording'

test('232 numbers given and 44 served when it fails; back at 10.40 they come in their old order, and today is not starved', async () => {
  const day = await officeDay(browser, date, '07:00')
  await day.peopleTake(recording, 232)
  await day.serves('2', 44)
  day.itIs(date, '08:30')
  const notice = await day.raise({ ...outage, waiting: 'hold' })
  const lobby = await day.open('/lobby?lang=en', tv)
  await lobby
    .getByRole('region', { name: /are not working now/ })
    .getByText(/Keep your number/)
    .first()
    .waitFor()
  const desk = await day.open('/desk?lang=en', tablet)
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByText('188 people hold a number', { exact: false }).first().waitFor()
  expect(await day.order({ type: 'CallNext', counter: '2' })).toMatchObject({ refusal: { reason: 'nobody-waiting' } })

  day.itIs(date, '10:40')
  await day.order({ type: 'ResolveNotice', notice })
  await lobby.getByText('work again since 10:40', { exact: false }).first().waitFor()
  await lobby.getByText('are called again in their order', { exact: false }).first().waitFor()
  await day.peopleTake(recording, 3)
  expect(await day.serves('2', 6)).toEqual([45, 46, 233, 47, 48, 234])
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

test('a counter that closes at A154 while people hold numbers up to A178 sends 24 home with a promise', async () => {
  const day = await officeDay(browser, date, '08:00')
  const taken = await day.peopleTake(recording, 178)
  await day.serves('2', 154)
  await day.raise({ ...outage, kind: 'closed', scope: { office: false, services: [recording], systems: [] } })
  expect(await day.order({ type: 'SendHome', services: [recording] })).toMatchObject({
    outcome: { kind: 'sent-home', count: 24 },
  })
  const last = await day.open(`/t/${taken.at(-1)?.token}?lang=en`, phone)
  await last.getByText('Return ticket').first().waitFor()
  await last
    .getByText(/Wednesday 7 April/)
    .first()
    .waitFor()
  const kiosk = await day.open('/kiosk?lang=en', kioskSize)
  await kiosk.getByRole('button', { name: /^Identity card recording/ }).click()
  await kiosk
    .getByText(/is closed/)
    .first()
    .waitFor()
  // A usual closing gives nobody a place near the front.
  expect(await kiosk.getByRole('button', { name: /return ticket/i }).count()).toBe(0)
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

test('printing is down but papers are accepted: the kiosk says so first, and gives the number all the same', async () => {
  const day = await officeDay(browser, date, '08:00')
  await day.raise({
    ...outage,
    kind: 'degraded',
    scope: { office: false, services: ['id-card-printing'], systems: [] },
    newTickets: 'warn',
  })
  const lobby = await day.open('/lobby?lang=en', tv)
  await lobby.getByRole('region', { name: /Identity card printing: we take your papers/ }).waitFor()
  const kiosk = await day.open('/kiosk?lang=en', kioskSize)
  await kiosk.getByRole('button', { name: /^Identity card printing.*Please read/ }).click()
  await kiosk
    .getByText(/we take your papers/)
    .first()
    .waitFor()
  await kiosk.getByRole('button', { name: 'Take a number anyway' }).click()
  await kiosk.getByRole('heading', { name: 'B001' }).waitFor()
  expect((await day.paper('B001')).join(' ')).toMatch(/berkas/i)
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

test('only finished documents can be collected: everything else is stopped, pick-up is not', async () => {
  const day = await officeDay(browser, date, '08:00')
  const others = [recording, 'id-card-printing', 'family-card', 'letters', 'civil-certificates', 'moving']
  await day.raise({ ...outage, kind: 'pick-up-only', scope: { office: false, services: others, systems: [] } })
  const status = await day.open('/status?lang=en', phone)
  await status
    .getByText(/only finished documents can be collected/i)
    .first()
    .waitFor()
  const kiosk = await day.open('/kiosk?lang=en', kioskSize)
  await kiosk.getByRole('button', { name: /^Document pick-up/ }).click()
  await kiosk.getByRole('heading', { name: 'G001' }).waitFor()
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

test('a planned move of five days is announced before it begins, and its return tickets are for after it', async () => {
  const day = await officeDay(browser, date, '08:00')
  const hour = 3_600_000
  const begins = Date.parse(`${date}T20:00:00+07:00`)
  const planned = {
    ...outage,
    kind: 'maintenance',
    expectedEnd: begins + 5 * 24 * hour,
    cause: { id: 'Data dipindahkan.', en: 'Records are being moved.', su: 'Data dipindahkeun.' },
  }
  await day.order({ type: 'ScheduleNotice', content: planned, raiseAt: begins })
  const status = await day.open('/status?lang=en', phone)
  await status.getByRole('heading', { name: 'Planned' }).waitFor()
  await status
    .getByText(/will be paused/)
    .first()
    .waitFor()
  day.itIs(date, '20:00')
  const kiosk = await day.open('/kiosk?lang=en', kioskSize)
  await kiosk
    .getByText(/paused as planned/)
    .first()
    .waitFor()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk.getByText('Records are being moved.').first().waitFor()
  await kiosk.getByRole('button', { name: /^Take a return ticket/ }).click()
  await kiosk
    .getByText(/Good from Sunday 11\s+April|Good from Monday 12\s+April/)
    .first()
    .waitFor()
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

test('a TV that has lost its own cable says so of itself, and nobody else is told of an outage', async () => {
  const day = await officeDay(browser, date, '08:00')
  const [cut, whole] = [await day.open('/lobby?lang=en', tv), await day.open('/lobby?lang=en', tv)]
  await day.peopleTake('letters', 2)
  await day.serves('3', 1)
  for (const page of [cut, whole]) await page.getByRole('region', { name: 'Now serving' }).getByText('D001').waitFor()
  await cut.context().setOffline(true)
  // A socket that is open stays open in an emulated cut; a new one is not made.
  await cut.reload().catch(() => undefined)
  await cut
    .getByText(/Not live since/)
    .first()
    .waitFor({ timeout: 40_000 })
  await day.serves('3', 1)
  await whole.getByRole('region', { name: 'Now serving' }).getByText('D002').waitFor()
  expect(await whole.getByText(/Not live since/).count()).toBe(0)
  const status = (await (await fetch(`${day.hub.address}/api/v2/status.json`)).json()) as {
    status: { indicator: string }
  }
  expect(status.status.indicator).toBe('none')
  await cut.context().setOffline(false)
  await cut.getByRole('region', { name: 'Now serving' }).getByText('D002').waitFor({ timeout: 20_000 })
}, 120_000)

test('a hundred sent home are asked back over three days, and come in turn with the people of the day', async () => {
  const day = await officeDay(browser, date, '08:00')
  const sent = await day.peopleTake(recording, 100)
  const notice = await day.raise(outage)
  await day.order({ type: 'SendHome', services: [recording] })
  const desk = await day.open('/desk?lang=en', tablet)
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'More' }).click()
  await desk
    .getByRole('menuitem', { name: 'Promised days' })
    .or(desk.getByRole('button', { name: 'Promised days' }))
    .first()
    .click()
  const dialog = desk.getByRole('dialog')
  await dialog
    .getByText(/7 April/)
    .first()
    .waitFor()
  await dialog
    .getByText(/9 April/)
    .first()
    .waitFor()
  await day.order({ type: 'ResolveNotice', notice })

  day.itIs('2027-04-07', '08:00')
  await desk.getByLabel('Name').waitFor()
  await day.peopleTake(recording, 3)
  for (const { token } of sent.slice(0, 4))
    expect(await day.order({ type: 'UseReturnTicket', code: token })).toMatchObject({ ok: true })
  // Asked back for the third day: not yet.
  expect(await day.order({ type: 'UseReturnTicket', code: sent[99]?.token })).toMatchObject({
    refusal: { reason: 'return-too-early', from: '2027-04-09' },
  })
  // 101 to 103 are of today, 104 to 107 came back: two of these, then one of those.
  expect(await day.serves('2', 7)).toEqual([104, 105, 101, 106, 107, 102, 103])
  expect([...day.errors, ...day.hub.errors]).toEqual([])
}, 120_000)

const outage = {
  kind: 'outage',
  scope: { office: false, services: [], systems: ['national-server'] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'keep',
}
