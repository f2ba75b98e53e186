import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

// The way from a test strip to a printer's setting, in real Chromium.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

test.each([
  ['en', 'Print a test strip', 'Begin the questions', 'Up to row 48'],
  ['id', 'Cetak lembar uji', 'Mulai bertanya', 'Sampai baris 48'],
  ['su', 'Citak lambaran uji', 'Mimitian naros', 'Dugi ka baris 48'],
] as const)('six answers give the line to be copied (%s)', async (lang, print, begin, columns) => {
  const { page, errors, violations, close } = await gallery.open('wizard', 'prints', { lang, width: 390, height: 844 })
  const faults: string[] = []
  const look = async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    faults.push(...(await violations()), ...(wide ? ['it scrolls sideways'] : []))
  }
  await look()
  await page.getByRole('button', { name: print }).click()
  await page.getByRole('button', { name: begin }).click()
  await look()
  await page.getByRole('button', { name: columns }).click()
  for (const part of ['2', '3', '3', '4']) {
    await look()
    expect(await page.getByRole('group').innerText()).toContain(` ${part}:`)
    await page.getByRole('group').getByRole('button').first().click()
  }
  await page.getByRole('group').getByRole('button').last().click()
  await page.getByRole('textbox').fill('serial:/dev/ttyUSB0?baud=19200')
  await look()
  expect(await page.locator('code').innerText()).toBe(
    'serial:/dev/ttyUSB0?baud=19200&profile=custom&columns=48&dots=576&qr=gsk&cut=none&status=yes&heightMax=8&inverse=yes&codepage=cp437&feed=4',
  )
  await page.getByRole('textbox').fill('my printer')
  expect(await page.locator('code').count()).toBe(0)
  expect([...faults, ...errors]).toEqual([])
  await close()
})

test('a strip that nobody prints is said at once, and no question is asked', async () => {
  const { page, close } = await gallery.open('wizard', 'no-printer', { lang: 'en', width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Print a test strip' }).click()
  await page.getByRole('alert').getByText('The test strip could not be printed.', { exact: false }).waitFor()
  expect(await page.getByRole('button').allInnerTexts()).toEqual(['Print it once more'])
  await close()
})
