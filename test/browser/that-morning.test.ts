import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kioskSize, officeDay, openBrowser, phone, tablet, tv } from './office-day.ts'

/**
 * The morning for which Loket was made, as it goes with it: the national server is down, family cards are not touched,
 * and nobody travels or waits without knowing. Every step is done on a real page and every screen is read.
 * `npm run pictures` runs it too, for the pictures of `display/docs/that-morning.md`.
 */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const registry = path.join(import.meta.dirname, '../../kiosk/examples/civil-registry.yaml')
const pictures = path.join(import.meta.dirname, '../../display/docs')
const takesPictures = process.env['LOKET_PICTURES'] === '1'
const eve = '2027-04-05'
const date = '2027-04-06'
const notWorking = 'Identity card recording and Identity card printing are not working now'

test('that morning: planned the evening before, told before dawn, confirmed at half past eight, back at twenty to eleven', async () => {
  // 19.30, at home: the supervisor hears that the server stays down, and plans the notice on a phone.
  const day = await officeDay(browser, eve, '19:30', registry)
  const home = await day.open('/desk?lang=en', phone)
  await signIn(home)
  await home.getByRole('button', { name: 'Report a problem' }).click()
  await home.getByRole('button', { name: /National population server/ }).click()
  await home.getByText('At once, on every screen.').click()
  await home.getByText('Tomorrow, 03:10').click()
  await home.getByText('Since when, until when, and next news').click()
  await home.getByRole('group', { name: 'It began' }).getByText('At a time I choose').click()
  await home.getByLabel('It began: day').selectOption('2027-04-02')
  await home.getByLabel('It began: time').selectOption({ label: '13:30' })
  await home.getByRole('group', { name: 'Next news' }).getByText('At a time I choose').click()
  await home.getByLabel('Next news: time').selectOption('08:30')
  await home.getByRole('button', { name: 'Set for later' }).click()
  await home.getByRole('heading', { name: 'Set for later' }).scrollIntoViewIfNeeded()
  // The office has closed: nobody is asked about a day that is over.
  expect(await home.getByText('Do all services work today?').count()).toBe(0)
  await picture(home, 'morning-1930-desk')
  const lobby = await day.open('/lobby?lang=en', tv)
  await lobby.getByRole('region', { name: 'Now serving' }).waitFor()
  expect(await lobby.getByRole('region', { name: notWorking }).count()).toBe(0)

  // 03.10: nobody is in, and it goes up by itself.
  day.itIs(date, '03:09')
  day.itIs(date, '03:10')
  await lobby.getByRole('region', { name: notWorking }).getByText('Family card').first().waitFor()
  await lobby.getByText('Since Friday 2 April, 13:30.').waitFor()
  const kiosk = await day.open('/kiosk?lang=en', kioskSize)
  await kiosk.getByText(notWorking).first().waitFor()

  // 03.40: the first resident came for an identity card, and need not wait: the paper is a promise for another day.
  day.itIs(date, '03:40')
  await showsTime(kiosk, '03:40')
  await picture(kiosk, 'morning-0340-kiosk')
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk
    .getByRole('heading', { name: /not working now|not available/ })
    .first()
    .waitFor()
  await picture(kiosk, 'morning-0340-stopped')
  await kiosk.getByRole('button', { name: /^Take a return ticket/ }).click()
  await kiosk.getByRole('heading', { name: 'B001' }).waitFor()
  await kiosk.getByText('Take your return ticket').waitFor()
  await picture(kiosk, 'morning-0340-return')
  const promise = await day.paper('B001')
  expect(promise.join('\n')).toContain('TIKET KEMBALI')
  expect(promise.join('\n')).toContain('Rabu, 7 Apr')
  // The next one came for a family card: numbers are given before the counters open.
  await kiosk.reload()
  await kiosk.getByText('The counters open at 07:30', { exact: false }).first().waitFor()
  await kiosk.getByRole('button', { name: /^Family card/ }).click()
  await kiosk.getByRole('heading', { name: 'C001' }).waitFor()

  // 06.00: whoever looks before travelling knows, and the crowd in front of the door reads it.
  day.itIs(date, '06:00')
  await showsTime(lobby, '06:00')
  await lobby.getByText("Today's services are not yet confirmed", { exact: false }).first().waitFor()
  await picture(lobby, 'morning-0600-lobby')
  const status = await day.open('/status?lang=en', phone)
  await status.getByText(notWorking).first().waitFor()
  await picture(status, 'morning-0600-status')

  // 08.30: staff are in. They confirm the rest of the day, and call for what works.
  day.itIs(date, '08:30')
  const desk = await day.open('/desk?lang=en', tablet)
  await signIn(desk)
  await desk.getByText('Do all other services work today?').waitFor()
  await picture(desk, 'morning-0830-desk')
  await desk.getByRole('button', { name: 'All other services work' }).click()
  await expect.poll(() => lobby.getByText('not yet confirmed', { exact: false }).count()).toBe(0)
  await desk.getByRole('button', { name: 'Call next' }).click()
  await lobby.getByRole('region', { name: 'Now serving' }).getByText('C001').waitFor()

  // 10.40: it works again. The screens say so, and new numbers are given.
  day.itIs(date, '10:40')
  await Promise.all([showsTime(desk, '10:40'), showsTime(lobby, '10:40')])
  await desk.getByRole('button', { name: 'Working again' }).click()
  await desk.getByText('asked to come from Wednesday 7 April on', { exact: false }).waitFor()
  await picture(desk, 'morning-1040-desk')
  await desk.getByRole('dialog').getByRole('button', { name: 'Yes, take the notice down' }).click()
  await lobby.getByText('work again since 10:40', { exact: false }).first().waitFor()
  expect(await lobby.getByRole('region', { name: notWorking }).count()).toBe(0)
  await picture(lobby, 'morning-1040-lobby')
  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk.getByRole('heading', { name: 'B002' }).waitFor()

  // The next day, the promise: scanned at the kiosk, near the front, once.
  day.itIs('2027-04-07', '08:00')
  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).click()
  await kiosk.getByRole('heading', { name: 'B001' }).waitFor()
  await kiosk.reload()
  await kiosk.getByRole('button', { name: /^Identity card printing/ }).waitFor()
  const link = promise.join(' ').match(/https?:\/\/[^\s\]]+/)?.[0] ?? ''
  await kiosk.keyboard.type(link)
  await kiosk.keyboard.press('Enter')
  await kiosk.getByRole('heading', { name: 'B002' }).waitFor()
  await kiosk.getByText('Your return ticket was accepted', { exact: false }).waitFor()
  expect((await day.paper('B002', 2)).join('\n')).toContain('DIDAHULUKAN')
  await desk.getByLabel('Name').waitFor()
  await signIn(desk)
  await desk.getByRole('button', { name: 'Call next' }).click()
  await lobby.getByRole('region', { name: 'Now serving' }).getByText('B002').waitFor()

  expect(day.errors).toEqual([])
  expect(day.hub.errors).toEqual([])
}, 120_000)

/** Signs in where the page asks for it: a session ends with the working day. */
async function signIn(page: Page): Promise<void> {
  const ready = page.getByRole('button', { name: 'Call next' })
  const name = page.getByLabel('Name')
  await ready.or(name).first().waitFor()
  if ((await name.count()) === 0) return
  await name.fill('Siti')
  await page.getByLabel('PIN').fill('482913')
  await page.keyboard.press('Enter')
  await ready.waitFor()
}

/** The hub's clock has reached the page. */
async function showsTime(page: Page, time: string): Promise<void> {
  await page.getByText(time, { exact: true }).first().waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  if (!takesPictures) return
  mkdirSync(pictures, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}
