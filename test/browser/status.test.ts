import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

// The public status page, in real Chromium.

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

const states: readonly (readonly [example: string, lang: 'id' | 'en' | 'su', words: RegExp])[] = [
  ['all-well', 'en', /All services work\s+The office is open\./],
  ['one-notice', 'en', /2 services are not working now[^]*Not working now\s+Next news 09:00\.[^]*Keep your number/],
  ['four-notices', 'su', /3 layanan teu acan tiasa dipasihkeun/],
  ['whole-office', 'id', /Semua layanan sedang terhenti[^]*Listrik padam\./],
  ['full', 'id', /Nomor hari ini habis/],
  ['places-left', 'en', /11 places left\s+1 person waiting/],
  [
    'early',
    'en',
    /Today's services are not yet confirmed\s+Numbers are given\. The counters open at 08:00\.[^]*Not yet confirmed\s+About \d+ places left/,
  ],
  ['early-stopped', 'id', /2 layanan belum dapat diberikan[^]*Layanan lain belum dipastikan oleh petugas\./],
  ['unconfirmed', 'su', /Layanan dinten ieu teu acan dipastikeun\s+Kantor muka dugi ka tabuh 15\.30\./],
  ['unconfirmed-before-opening', 'id', /Kantor sedang tutup\s+Kantor buka pukul 08\.00\.\s+Petugas belum memastikan/],
  ['recovered', 'en', /All services work[^]*Identity card printing work again since 08:12/],
  ['recovered-in-part', 'su', /Aya layanan anu tiasa langkung lami[^]*parantos jalan deui ti 08\.12/],
  [
    'planned',
    'id',
    /Rencana\s+Perekaman KTP-el dan Pencetakan KTP-el berhenti sementara\s+Mulai Rabu, 25 November, 03\.10 sampai Sabtu, 28 November, 12\.00\./,
  ],
  ['planned-twice', 'en', /Planned[^]*The office is closed\s+From Wednesday 2 December, 03:10\.$/],
  ['before-opening', 'en', /The office is closed now\s+The office opens at 08:00\./],
  ['open-until', 'id', /Kantor buka sampai pukul 15\.30\.\s+Keadaan pukul 09\.20, Selasa, 24 November/],
  ['closed-for-days', 'su', /Kantor nuju tutup\s+Kantor muka Salasa, 1 Désémber, 08\.00\./],
  ['long-names', 'en', /Recording and activation of the digital population identity/],
  ['silent', 'en', /Services today[^]*We last heard from the office at 08:20\. What is shown here may have changed/],
  ['quiet', 'id', /Layar ini belum diperbarui sejak 08\.20/],
  ['connecting', 'su', /Ngamuat kaayaan layanan/],
]

test.each(states)('status: %s (%s) is said in plain words, accessible and whole', async (example, lang, words) => {
  const { page, errors, violations, differences, close } = await gallery.open('status', example, { lang, ...sizes[0] })
  expect(await page.getByRole('main').innerText()).toMatch(words)
  const faults = [...(await differences())]
  for (const size of sizes) {
    await page.setViewportSize(size)
    const scrollsSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    faults.push(...(await violations()), ...(scrollsSideways ? [`at ${size.width} px it scrolls sideways`] : []))
  }
  expect([...faults, ...errors]).toEqual([])
  await close()
})

test('status: it is accessible in a dark room, and on paper keeps its marks and leaves out the links', async () => {
  const { page, violations, close } = await gallery.open('status', 'one-notice', { lang: 'en', ...sizes[0] })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations()).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  const paper = await page.evaluate(() => ({
    background: getComputedStyle(document.body).backgroundColor,
    marks: getComputedStyle(document.querySelector('li')!).printColorAdjust,
  }))
  expect({ ...paper, links: await page.getByRole('link').count() }).toEqual({
    background: 'rgb(251, 250, 246)',
    marks: 'exact',
    links: 0,
  })
  await close()
})

test('status: once the office is silent it does not say what is so now, nor how many wait', async () => {
  const { page, close } = await gallery.open('status', 'silent', { lang: 'en' })
  expect(await page.getByRole('main').innerText()).not.toMatch(/The office is open|people waiting/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Services today')
  await close()
})

test('the first screenful of a phone says of every service whether it can be had today', async () => {
  for (const lang of ['id', 'en', 'su'] as const) {
    const { page, close } = await gallery.open('status', 'one-notice', { lang, ...sizes[0] })
    const lowest = await page
      .getByRole('listitem')
      .filter({ has: page.locator('[aria-hidden]') })
      .evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().bottom)))
    expect([lang, lowest < sizes[0].height]).toEqual([lang, true])
    await page.locator('a[href="#notices"]').click()
    const top = await page.locator('#notices').evaluate((notices) => notices.getBoundingClientRect().top)
    expect([lang, top >= 0 && top < sizes[0].height / 2]).toEqual([lang, true])
    await close()
  }
})

test('status: until staff have confirmed the day nothing is said to work', async () => {
  for (const example of ['early', 'unconfirmed', 'early-stopped', 'unconfirmed-before-opening']) {
    const { page, close } = await gallery.open('status', example, { lang: 'en' })
    expect(await page.getByRole('main').innerText()).not.toMatch(/All services work|^Open$/m)
    await close()
  }
})

test('status: while a notice closes the office nothing says that it is open', async () => {
  const { page, close } = await gallery.open('status', 'closed-by-notice', { lang: 'en' })
  const said = await page.getByRole('main').innerText()
  expect([await page.getByRole('heading', { level: 1 }).innerText(), /\bopen\b/i.test(said)]).toEqual([
    'The office is closed now',
    false,
  ])
  await close()
})

test('status: what works again and what is planned is not yellow', async () => {
  const { page, close } = await gallery.open('status', 'recovered-in-part', { lang: 'en' })
  const colours = await page
    .getByRole('region', { name: /work again/ })
    .evaluate((region) => [region, region.parentElement!].map((element) => getComputedStyle(element).backgroundColor))
  expect(colours).toEqual(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'])
  await close()
})

test('each service is one row with its name and how it stands', async () => {
  const { page, close } = await gallery.open('status', 'one-notice', { lang: 'en' })
  const rows = await page.getByRole('region', { name: 'Services' }).getByRole('listitem').allInnerTexts()
  expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').replace(/^\w /, ''))).toEqual([
    'Identity card recording Not working now Next news 09:00.',
    'Identity card printing Not working now Next news 09:00.',
    'Family card Open 3 people waiting',
    'Letters Open 4 people waiting',
    'Civil certificates Open 5 people waiting',
    'Moving Open 6 people waiting',
    'Document pick-up Open 7 people waiting',
  ])
  await close()
})
