import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exampleOffice } from '../../shared/example-office.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { systemIdSchema } from '../../shared/ids.ts'
import { testFolder } from '../hub/folder.ts'
import { give, runningHub, signedInDesk, type RunningHub } from '../hub/running-hub.ts'
import { outage } from '../core/steps.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { aboutPaper, codeOnPaper, pagesOnPaper } from './notice-page-paper.ts'

// Goal: a standing notice hangs on the board as an A4 page that says all of it. Method: a whole hub; what it gives is
// read back by poppler and zbar, as a printer and a phone would read it.

/** Tuesday, 24 November 2026, 07:10 in Jakarta. */
const morning = Date.parse('2026-11-24T07:10:30+07:00')
const hour = 3_600_000

const serverDown: NoticeContent = outage({
  scope: { office: false, services: [], systems: [systemIdSchema.parse('national-server')] },
  cause: {
    id: 'Server pusat tidak dapat dihubungi.',
    en: 'The national server cannot be reached.',
    su: 'Server puseur teu tiasa dikontak.',
  },
  instruction: { id: 'Silakan datang besok.', en: 'Please come tomorrow.', su: 'Mangga sumping énjing.' },
  nextNews: morning + 2 * hour,
  newTickets: 'warn',
})

const texts = {
  id: [
    'Dinas Kependudukan dan Pencatatan Sipil',
    'PENGUMUMAN Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani',
    'Layanan lain tetap buka: C Kartu Keluarga D Surat Keterangan E Akta Pencatatan Sipil F Pindah Datang',
    'G Pengambilan Dokumen',
    'Silakan datang besok.',
    'Anda masih dapat mengambil nomor, tetapi layanannya bisa tertunda.',
    'Nomor yang sudah Anda pegang tetap berlaku.',
    'Server pusat tidak dapat dihubungi.',
    'Belum diketahui kapan pulih.',
    'Kabar berikutnya 09.10.',
    'Pindai dengan telepon untuk melihat keadaan terbaru.',
    'Dicetak Selasa, 24 November 2026, pukul 07.10',
  ].join(' '),
  en: [
    'Population and Civil Registry Office',
    'NOTICE Identity card recording and Identity card printing are not working now',
    'These services are still open: C Family card D Letters E Civil certificates F Moving',
    'G Document pick-up',
    'Please come tomorrow.',
    'You can still take a number, but it may take longer.',
    'The number you hold stays valid.',
    'The national server cannot be reached.',
    'We do not know yet when it will work again.',
    'Next news 09:10.',
    'Scan with a phone to see how things stand now.',
    'Printed Tuesday 24 November 2026, 07:10',
  ].join(' '),
  su: [
    'Dinas Kapendudukan sareng Pencatetan Sipil',
    'WAWARAN Ngarekam KTP-el sareng Nyitak KTP-el ayeuna teu acan tiasa dilayanan',
    'Layanan sanésna tetep buka: C Kartu Kulawarga D Serat Katerangan E Akta Pencatetan Sipil F Pindah Sumping',
    'G Nyandak Dokumen',
    'Mangga sumping énjing.',
    'Anjeun masih tiasa nyandak nomer, nanging layananna tiasa langkung lami.',
    'Nomer anu ku Anjeun dicepeng tetep lumaku.',
    'Server puseur teu tiasa dikontak.',
    'Teu acan kauninga iraha pulihna.',
    'Wartos salajengna 09.10.',
    'Mangga pindai ku telepon kanggo ningali kaayaan panganyarna.',
    'Dicitak Salasa, 24 Novémber 2026, tabuh 07.10',
  ].join(' '),
}

test.each(['id', 'en', 'su'] as const)(
  'a notice on one A4 page says all of it in %s, and leads phones on',
  async (language) => {
    const { hub } = await officeWith(serverDown)
    const answer = await ask(hub, `1.pdf?lang=${language}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(pagesOnPaper(answer.body)).toEqual([{ size: '595.28 x 841.89 pts (A4)', text: texts[language] }])
    expect(codeOnPaper(answer.body)).toBe(`${hub.networkAddress}/status`)
  },
)

test('without a language it is in the language of the office', async () => {
  const { hub } = await officeWith(serverDown, { language: 'su' })
  expect(pagesOnPaper((await ask(hub, '1.pdf')).body).map(({ text }) => text)).toEqual([texts.su])
})

test('in all languages it is one page where they fit it, else a page for each', async () => {
  const { hub, desk } = await officeWith(outage({ ...serverDown, cause: null, instruction: null }))
  const [together, ...further] = pagesOnPaper((await ask(hub, '1.pdf?lang=all')).body)
  expect(further).toEqual([])
  expect(together?.text).toBe(
    [
      'Dinas Kependudukan dan Pencatatan Sipil',
      'Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani',
      'Layanan lain tetap buka: Kartu Keluarga, Surat Keterangan, Akta Pencatatan Sipil, Pindah Datang, dan Pengambilan Dokumen.',
      'Anda masih dapat mengambil nomor, tetapi layanannya bisa tertunda. Nomor yang sudah Anda pegang tetap berlaku.',
      'Belum diketahui kapan pulih. Kabar berikutnya 09.10.',
      'Identity card recording and Identity card printing are not working now',
      'Still open: Family card, Letters, Civil certificates, Moving and Document pick-up.',
      'You can still take a number, but it may take longer. The number you hold stays valid.',
      'We do not know yet when it will work again. Next news 09:10.',
      'Ngarekam KTP-el sareng Nyitak KTP-el ayeuna teu acan tiasa dilayanan',
      'Layanan sanésna tetep buka: Kartu Kulawarga, Serat Katerangan, Akta Pencatetan Sipil, Pindah Sumping sareng Nyandak Dokumen.',
      'Anjeun masih tiasa nyandak nomer, nanging layananna tiasa langkung lami. Nomer anu ku Anjeun dicepeng tetep lumaku.',
      'Teu acan kauninga iraha pulihna. Wartos salajengna 09.10.',
      'Pindai dengan telepon untuk melihat keadaan terbaru.',
      'Scan with a phone to see how things stand now.',
      'Mangga pindai ku telepon kanggo ningali kaayaan panganyarna.',
      'Dicetak Selasa, 24 November 2026, pukul 07.10',
    ].join(' '),
  )
  const instruction = 'Silakan datang besok dengan nomor ini. '.repeat(4).trim()
  await give(desk, { type: 'UpdateNotice', notice: 1, content: { ...serverDown, instruction } })
  const apart = await ask(hub, '1.pdf?lang=all')
  expect(pagesOnPaper(apart.body).map(({ text }) => /PENGUMUMAN|NOTICE|WAWARAN/.exec(text)?.[0])).toEqual([
    'PENGUMUMAN',
    'NOTICE',
    'WAWARAN',
  ])
  expect(codeOnPaper(apart.body, 3)).toBe(`${hub.networkAddress}/status`)
})

test('N19 in all languages means those that the notice is for, the language of the office first', async () => {
  const { hub } = await officeWith(outage({ ...serverDown, languages: ['su', 'id'] }))
  const [page, ...further] = pagesOnPaper((await ask(hub, '1.pdf?lang=all')).body)
  const headings = page?.text.match(/Perekaman KTP-el dan|Identity card recording|Ngarekam KTP-el sareng/g)
  expect([further, headings]).toEqual([[], ['Perekaman KTP-el dan', 'Ngarekam KTP-el sareng']])
  expect(pagesOnPaper((await ask(hub, '1.pdf?lang=en')).body).map(({ text }) => text)).toEqual([texts.en])
})

const migration: NoticeContent = {
  ...serverDown,
  kind: 'maintenance',
  expectedEnd: Date.parse('2026-11-30T08:00:00+07:00'),
  nextNews: null,
  newTickets: 'stop',
  waiting: 'hold',
}

test('a notice that is set for later says from when until when, with dates, and nothing that is so only then', async () => {
  const { hub, desk } = await officeWith(serverDown)
  const raiseAt = Date.parse('2026-11-24T13:00:00+07:00')
  await give(desk, { type: 'ScheduleNotice', content: migration, raiseAt })
  expect(pagesOnPaper((await ask(hub, '2.pdf?lang=id')).body).map(({ text }) => text)).toEqual([
    [
      'Dinas Kependudukan dan Pencatatan Sipil',
      'PENGUMUMAN Perekaman KTP-el dan Pencetakan KTP-el berhenti sementara',
      'Mulai Selasa, 24 November, 13.00 sampai Senin, 30 November, 08.00.',
      'Layanan lain tetap buka: C Kartu Keluarga D Surat Keterangan E Akta Pencatatan Sipil F Pindah Datang',
      'G Pengambilan Dokumen',
      'Silakan datang besok.',
      'Server pusat tidak dapat dihubungi.',
      'Pindai dengan telepon untuk melihat keadaan terbaru.',
      'Dicetak Selasa, 24 November 2026, pukul 07.10',
    ].join(' '),
  ])
  const [together] = pagesOnPaper((await ask(hub, '2.pdf?lang=all')).body)
  const sentences = [
    'From Tuesday 24 November, 13:00 until Monday 30 November, 08:00.',
    'Ti Salasa, 24 Novémber, 13.00 dugi ka Senén, 30 Novémber, 08.00.',
  ]
  expect(sentences.filter((sentence) => !together?.text.includes(sentence))).toEqual([])
  await give(desk, { type: 'WithdrawNotice', notice: 2 })
  expect((await ask(hub, '2.pdf')).status).toBe(404)
})

test('news is promised with its day on a paper that hangs before, and no more once it should have come', async () => {
  const { hub, desk, clock } = await officeWith(serverDown)
  const raiseAt = morning + 3 * hour
  await give(desk, { type: 'ScheduleNotice', content: { ...migration, nextNews: raiseAt + hour }, raiseAt })
  const [planned] = pagesOnPaper((await ask(hub, '2.pdf?lang=en')).body)
  expect(planned?.text).toContain('Next news Tuesday 24 November, 11:10.')
  clock.advance(2 * hour)
  const [late] = pagesOnPaper((await ask(hub, '1.pdf?lang=id')).body)
  expect(late?.text).toBe(texts.id.replace('Kabar berikutnya 09.10. ', '').replace('pukul 07.10', 'pukul 09.10'))
})

test('a whole office that will be closed has no word on what else is open', async () => {
  const { hub, desk } = await officeWith(serverDown)
  const content = { ...migration, kind: 'closed', scope: { office: true, services: [], systems: [] }, cause: null }
  await give(desk, { type: 'ScheduleNotice', content, raiseAt: morning + 24 * hour })
  const [page] = pagesOnPaper((await ask(hub, '2.pdf?lang=en')).body)
  expect(page?.text).toBe(
    [
      'Population and Civil Registry Office',
      'NOTICE The office is closed',
      'From Wednesday 25 November, 07:10 until Monday 30 November, 08:00.',
      'Please come tomorrow.',
      'Scan with a phone to see how things stand now.',
      'Printed Tuesday 24 November 2026, 07:10',
    ].join(' '),
  )
})

test('it has its fonts within it, is tagged for reading out, and names nobody', async () => {
  const { hub } = await officeWith(serverDown)
  const { body } = await ask(hub, '1.pdf?lang=id')
  const { info, fonts, readOut } = aboutPaper(body)
  expect(fonts.toSorted()).toEqual([
    'AtkinsonHyperlegibleNext-Bold CID TrueType Identity-H yes yes yes',
    'AtkinsonHyperlegibleNext-Regular CID TrueType Identity-H yes yes yes',
  ])
  expect(readOut.split('\n').slice(0, 6)).toEqual([
    'Document',
    '  P (block)',
    '    "Dinas Kependudukan dan Pencatatan Sipil "',
    '  H1 (block)',
    '    "PENGUMUMAN Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani "',
    '  P (block)',
  ])
  expect(info).toMatch(/^Title: +Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani$/m)
  expect(info).toMatch(/^Author: +Dinas Kependudukan dan Pencatatan Sipil$/m)
  expect(info).toMatch(/^Tagged: +yes$/m)
  expect(info).toMatch(/^CreationDate: +Tue Nov 24 00:10:00 2026 UTC$/m)
  expect(info + readOut).not.toContain('Siti')
  expect(body.length).toBeLessThan(40_000)
})

test('what changes elsewhere is on the very next page: another notice that stops what was still open', async () => {
  const { hub, desk } = await officeWith(serverDown)
  const before = await ask(hub, '1.pdf')
  await give(desk, {
    type: 'RaiseNotice',
    content: { ...serverDown, scope: { office: false, services: ['letters'], systems: [] }, newTickets: 'stop' },
  })
  const [page] = pagesOnPaper((await ask(hub, '1.pdf')).body)
  expect(page?.text).not.toContain('Surat Keterangan')
  expect(pagesOnPaper(before.body)[0]?.text).toContain('Surat Keterangan')
})

test('a notice that does not stand, or never did, is a short page with 404 in the language asked for', async () => {
  const { hub, desk } = await officeWith(serverDown)
  await give(desk, { type: 'ResolveNotice', notice: 1 })
  const asked = ['1.pdf?lang=id', '2.pdf?lang=en', '9999999999.pdf?lang=su', '0.pdf?lang=all', 'x.pdf', '1', '']
  const answers = await Promise.all(asked.map((what) => ask(hub, what)))
  expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
    asked.map(() => [404, 'text/html; charset=utf-8']),
  )
  const words = answers.map(({ body }) => /<p>([^<]+)<\/p>/.exec(Buffer.from(body).toString())?.[1])
  expect(words.slice(0, 3)).toEqual(['Halaman ini tidak ada.', 'This page does not exist.', 'Halaman ieu teu aya.'])
  expect(hub.errors).toEqual([])
})

test('when many ask at once some are asked to come again, and then get theirs', async () => {
  const { hub, desk } = await officeWith(serverDown)
  for (const services of [['letters'], ['family-card'], ['moving']])
    expect(
      await give(desk, {
        type: 'RaiseNotice',
        content: { ...serverDown, scope: { office: false, services, systems: [] } },
      }),
    ).toMatchObject({ ok: true })
  const all = [1, 2, 3, 4].flatMap((notice) =>
    ['id', 'en', 'su', 'all'].map((language) => `${notice}.pdf?lang=${language}`),
  )
  const answers = await Promise.all(all.map((what) => ask(hub, what)))
  const busy = answers.filter(({ status }) => status === 503)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(6)
  expect(busy.length).toBeGreaterThan(0)
  expect(new Set(busy.map(({ headers }) => `${headers.get('retry-after')} ${headers.get('content-type')}`))).toEqual(
    new Set(['5 text/plain; charset=utf-8']),
  )
  const words = new Set(busy.map(({ body }) => Buffer.from(body).toString()))
  expect([...words].every((sentence) => busySentences.has(sentence))).toBe(true)
  const refused = all.find((_, index) => answers[index]?.status === 503) ?? ''
  expect((await ask(hub, refused)).status).toBe(200)
  expect(hub.errors).toEqual([])
})

const busySentences = new Set([
  'Lembar pengumuman ini sedang disiapkan. Silakan coba lagi sebentar lagi.',
  'This notice is being prepared for printing. Please try again in a moment.',
  'Ieu lambaran wawaran nuju disiapkeun. Mangga cobian deui sakedap deui.',
])

/** The example office at ten past seven, with this notice standing. */
async function officeWith(content: NoticeContent, change: Partial<typeof exampleOffice> = {}) {
  const office = path.join(testFolder(), 'office.yaml')
  writeFileSync(office, JSON.stringify({ ...exampleOffice, ...change }))
  const clock = new VirtualClock(morning)
  const hub = await runningHub({ clock, office })
  const desk = await signedInDesk(hub)
  expect(await give(desk, { type: 'RaiseNotice', content })).toMatchObject({ ok: true })
  return { hub, desk, clock }
}

async function ask(hub: RunningHub, what: string) {
  const response = await fetch(`${hub.address}/notice/${what}`)
  return { status: response.status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) }
}
