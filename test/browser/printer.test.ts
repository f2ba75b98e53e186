import path from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { runningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'
import { openGallery, type Gallery } from './gallery.ts'

// The page of the virtual printer, in real Chromium.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
] as const

test.each([
  ['empty', 'en', /No paper has come out yet\.\s+Take a number at the ticket machine/],
  ['two-papers', 'id', /A002, dicetak pukul 08\.05[^]*A001, dicetak pukul 08\.00/],
  ['setup-slip', 'id', /Kertas kode penyiapan, dicetak pukul 07\.50/],
  ['unreachable', 'su', /Daptar kertas teu acan tiasa dibaca\./],
] as const)('%s (%s) is said in plain words, accessible and whole', async (example, lang, words) => {
  const { page, errors, violations, close } = await gallery.open('printer', example, { lang, ...sizes[0] })
  expect(await page.getByRole('main').innerText()).toMatch(words)
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    const scrollsSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    faults.push(...(await violations()), ...(scrollsSideways ? [`at ${size.width} px it scrolls sideways`] : []))
  }
  expect([...faults, ...errors]).toEqual([])
  await close()
})

test('a paper that comes out appears on top of those before it, without a touch', async () => {
  const hub = await runningHub({ web: path.join(import.meta.dirname, '..', '..', 'dist', 'web') })
  const browser = await chromium.launch(chromiumOptions)
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(`${hub.address}/printer?lang=en`)
  await page.getByText('No paper has come out yet.').waitFor()
  const folder = path.join(hub.data, 'papers')
  mkdirSync(folder, { recursive: true })
  for (const name of ['1795545870870-C001', '1795545880870-C002']) {
    writeFileSync(path.join(folder, `${name}.png`), onePixel)
    await page.getByRole('img', { name: `Ticket ${name.slice(-4)}` }).waitFor()
  }
  const pictures = await page.getByRole('img').evaluateAll((images) => images.map((image) => image.getAttribute('alt')))
  expect(pictures).toEqual(['Ticket C002', 'Ticket C001'])
})

/** The smallest picture there is. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
