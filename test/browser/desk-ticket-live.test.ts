import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeDay, openBrowser, tablet } from './office-day.ts'

/** What a supervisor writes at the real desk is drawn by the real printer program, and stands on the next ticket. */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the last line written at the desk stands on the picture and on the next ticket', async () => {
  const day = await officeDay(browser, '2027-04-06', '08:00')
  await day.peopleTake('family-card', 1)
  expect((await day.paper('C001')).join('\n')).not.toContain('Sampai jumpa')

  const desk = await day.open('/desk?lang=en', tablet)
  await desk.getByLabel('Name').fill('Siti')
  await desk.getByLabel('PIN').fill('482913')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'More', exact: true }).click()
  await desk.getByRole('button', { name: 'Ticket', exact: true }).click()
  const picture = desk.getByRole('img', { name: /^Picture of a printed ticket/ })
  const isDrawn = () => picture.evaluate((drawn: HTMLImageElement) => drawn.complete && drawn.naturalWidth > 0)
  await expect.poll(isDrawn, { timeout: 10_000 }).toBe(true)
  const before = await picture.getAttribute('srcset')

  await desk
    .getByRole('group', { name: 'Last line' })
    .getByRole('textbox', { name: 'In Indonesian' })
    .fill('Sampai jumpa, selamat jalan.')
  await desk.getByRole('img', { name: /“Sampai jumpa, selamat jalan.”/ }).waitFor()
  expect(await picture.getAttribute('srcset')).not.toBe(before)
  await expect.poll(isDrawn, { timeout: 10_000 }).toBe(true)

  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await day.peopleTake('family-card', 1)
  const paper = await day.paper('C002')
  expect(paper.at(-1)?.trim()).toBe('Sampai jumpa, selamat jalan.')
  expect(day.errors).toEqual([])
  expect(day.hub.errors).toEqual([])
})
