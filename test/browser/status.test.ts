import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

// The public status page and the page of the virtual printer, in real Chromium.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const states: readonly (readonly [example: string, lang: 'id' | 'en' | 'su', words: RegExp])[] = [
  ['all-well', 'en', /All services work\s+The office is open\./],
  ['one-notice', 'en', /2 services are not working now[^]*Next news 09:00\.[^]*Not working now/],
  ['four-notices', 'su', /3 layanan teu acan tiasa dipasihkeun/],
  ['whole-office', 'id', /Semua layanan sedang terhenti[^]*Listrik padam\./],
  ['full', 'id', /Nomor hari ini habis/],
  ['before-opening', 'en', /The office is closed now\s+The office opens at 08:00\./],
  ['quiet', 'id', /Layar ini belum diperbarui sejak 08\.20/],
  ['connecting', 'su', /Ngamuat kaayaan layanan/],
]

test.each(states)('status: %s (%s) is said in plain words and accessible', async (example, lang, words) => {
  const { page, errors, violations, close } = await gallery.open('status', example, { lang, width: 390, height: 844 })
  const faults = [...(await violations()), ...errors]
  await page.setViewportSize({ width: 1280, height: 900 })
  faults.push(...(await violations()))
  expect(faults).toEqual([])
  expect(await page.getByRole('main').innerText()).toMatch(words)
  await close()
})

test('each service is one row with its name and how it stands', async () => {
  const { page, close } = await gallery.open('status', 'one-notice', { lang: 'en' })
  const rows = await page.getByRole('region', { name: 'Services' }).getByRole('listitem').allInnerTexts()
  expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').replace(/^\w /, ''))).toEqual([
    'Identity card recording Not working now',
    'Identity card printing Not working now',
    'Family card Open 3 people waiting',
    'Letters Open 4 people waiting',
    'Civil certificates Open 5 people waiting',
    'Moving Open 6 people waiting',
    'Document pick-up Open 7 people waiting',
  ])
  await close()
})

test.each([
  ['empty', 'en', /No paper has come out yet\./],
  ['two-papers', 'id', /A002, dicetak pukul 08\.05[^]*A001, dicetak pukul 08\.00/],
  ['unreachable', 'su', /Daptar kertas teu acan tiasa dibaca\./],
] as const)('printer: %s (%s) is accessible', async (example, lang, words) => {
  const { page, errors, violations, close } = await gallery.open('printer', example, { lang, width: 800, height: 900 })
  expect([...(await violations()), ...errors]).toEqual([])
  expect(await page.getByRole('main').innerText()).toMatch(words)
  await close()
})
