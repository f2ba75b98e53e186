import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

// Every state of a ticket on its holder's phone, in real Chromium.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const phone = { width: 390, height: 844, touch: true } as const
const otherSizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
]

/** What stands at the top of each example, by heading and sentence. */
const states: readonly (readonly [example: string, lang: 'id' | 'en' | 'su', words: RegExp])[] = [
  ['waiting', 'en', /Your number\s+A004[^]*3 people before you\s+Expected wait 15 to 35 minutes\./],
  ['wait-unknown', 'su', /3 jalmi sateuacan Anjeun\s+Lamina ngantosan teu acan tiasa dikinten-kinten\./],
  ['priority', 'id', /Prioritas[^]*Anda giliran berikutnya/],
  ['one-before', 'en', /1 person before you/],
  ['twelve-before', 'id', /12 orang di depan Anda\s+Perkiraan menunggu 1 sampai 3 jam\./],
  ['long-name', 'id', /Perekaman Identitas Kependudukan Digital dan Aktivasi/],
  ['next', 'en', /You are next\s+Expected wait at most 5 minutes\./],
  ['called', 'en', /Go to Counter 2\s+Called at 08:04\./],
  ['serving', 'id', /Anda sedang dilayani\s+Di Loket 2\./],
  ['done', 'su', /Rengse\s+Hatur nuhun parantos sumping\./],
  ['no-show', 'en', /Your number was called\s+You did not come to the counter\./],
  ['held', 'en', /Your number is on hold\s+Tell the staff when you are ready\./],
  ['cancelled', 'id', /Nomor ini dibatalkan\s+Bila masih perlu, silakan ambil nomor baru\./],
  ['on-hold', 'en', /This line is paused\s+Your place is kept until the service works again\./],
  [
    'two-notices',
    'su',
    /Ngarekam KTP-el sareng Nyitak KTP-el ayeuna teu acan tiasa dilayanan[^]*Wawaran kanggo sadaya/,
  ],
  [
    'early',
    'en',
    /not yet confirmed by the staff[^]*3 people before you\s+Numbers are called once the counters open, at 08:00\./,
  ],
  ['recovered', 'id', /3 orang di depan Anda[^]*Pencetakan KTP-el sudah berjalan lagi sejak 08\.12/],
  [
    'sent-home',
    'en',
    /Return ticket\s+A004[^]*Code HFMX\s+Good from Thursday 26 November\s+Come between Thursday 26 November and Wednesday 9 December\. You go near the front, once\.\s+If the service works again today[^]*type A004 HFMX\./,
  ],
  ['return-taken', 'id', /Tiket kembali\s+A006[^]*Silakan datang antara Rabu, 25 November dan Selasa, 8 Desember\./],
  [
    'return-not-yet',
    'su',
    /Lumaku ti Kemis, 26 Novémber\s+Mangga sumping antawis Kemis, 26 Novémber sareng Rebo, 9 Désémber\.[^]*Tingal layanan/,
  ],
  ['return-good', 'id', /Anda bisa datang hari ini\s+Berlaku sampai Rabu, 9 Desember\.[^]*atau ketik A004 HFMX\./],
  ['return-last-day', 'en', /You can come today\s+Today is the last day of this ticket\./],
  ['return-still-stopped', 'en', /You can come today[^]*Identity card printing are not working now/],
  [
    'return-used',
    'en',
    /This return\s+ticket was used\s+It was used on Friday 27 November\.\s+Your number for today is on the new paper/,
  ],
  ['return-used-before', 'id', /sudah dipakai\s+Dipakai pada Jumat, 27 November\.\s+Lihat layanan/],
  ['return-expired', 'su', /kaliwat mangsana\s+Tikét ieu lumaku dugi ka Rebo, 9 Désémber\./],
  ['return-silent', 'en', /We last heard from the office[^]*You can come today/],
  ['quiet', 'en', /Not live since 08:20[^]*3 people before you/],
  [
    'silent',
    'en',
    /We last heard from the office at 08:20\. Keep your number: A004\. Check the screen in the office\./,
  ],
  ['silent-called', 'en', /We last heard from the office at 08:20\.[^]*Go to Counter 2/],
  ['connecting', 'id', /Menghubungi kantor/],
  ['unknown', 'en', /This number is not valid today/],
  ['no-token', 'su', /Nomer ieu teu lumaku dinten ieu/],
]

test.each(states)(
  '%s (%s) is said in plain words, accessible and whole on every screen',
  async (example, lang, words) => {
    const { page, errors, violations, differences, close } = await gallery.open('phone', example, { lang, ...phone })
    expect(await page.getByRole('main').innerText()).toMatch(words)
    const faults = [...(await differences()), ...(await violations()), ...(await cutAtTheSide(page))]
    for (const size of otherSizes) {
      await page.setViewportSize(size)
      faults.push(...(await violations()), ...(await cutAtTheSide(page)))
    }
    expect([...faults, ...errors]).toEqual([])
    await close()
  },
)

test.each(['waiting', 'called', 'two-notices', 'silent', 'return-good', 'recovered'])(
  '%s is accessible in a dark room',
  async (example) => {
    const { page, violations, close } = await gallery.open('phone', example, { lang: 'id', ...phone })
    await page.emulateMedia({ colorScheme: 'dark' })
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect({ paper, violations: await violations() }).toEqual({ paper: 'rgb(13, 22, 38)', violations: [] })
    await close()
  },
)

test('places and times that no longer hold are not shown', async () => {
  const { page, close } = await gallery.open('phone', 'silent', { lang: 'en', ...phone })
  expect(await page.getByRole('main').innerText()).not.toMatch(/before you|Expected wait/)
  await close()
})

test('a return ticket that is not good yet does not say how to use it, and none says what was a turn', async () => {
  const { page, close } = await gallery.open('phone', 'return-not-yet', { lang: 'en', ...phone })
  expect(await page.getByRole('main').innerText()).not.toMatch(/At the machine|before you|Expected wait|today/)
  await close()
})

test('the turn is one live region, so that a screen reader says when the number is called', async () => {
  const { page, close } = await gallery.open('phone', 'called', { lang: 'en', ...phone })
  const region = page
    .locator('[aria-live="polite"]')
    .filter({ has: page.getByRole('heading', { name: 'Go to Counter 2' }) })
  expect(await region.count()).toBe(1)
  await close()
})

test('that the office is silent is told in a live region', async () => {
  const { page, close } = await gallery.open('phone', 'silent', { lang: 'en', ...phone })
  const card = page.locator('[aria-live="polite"]').getByRole('region', { name: 'Important' })
  expect(await card.count()).toBe(1)
  await close()
})

test('at twice the size on a small phone nothing is cut', async () => {
  const { page, close } = await gallery.open('phone', 'two-notices', { lang: 'id', ...phone, width: 320 })
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  expect(await cutAtTheSide(page)).toEqual([])
  await close()
})

test.each(['waiting', 'called', 'return-good', 'priority'])(
  'at twice the size of the page the number of %s stands on one line',
  async (example) => {
    const { page, close } = await gallery.open('phone', example, { lang: 'id', width: 195, height: 422, touch: true })
    const number = page.getByRole('heading', { level: 1 }).locator('span').last()
    expect(await number.innerText()).toMatch(/^[A-Z]\d{3}$/)
    const lines = await number.evaluate(
      (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).fontSize),
    )
    expect(lines).toBeLessThan(1.5)
    expect(await cutAtTheSide(page)).toEqual([])
    await close()
  },
)

/** What reaches beyond the screen's side; nothing may. */
function cutAtTheSide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.matches('.for-ears'))
      .map((element) => `${innerWidth}: ${element.getAttribute('class')}: ${element.textContent.slice(0, 40)}`),
  )
}
