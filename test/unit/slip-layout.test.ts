import { expect, test } from 'vitest'
import { type EmulatedProfile, epson80, epsonT88, generic58, generic80 } from '../../hardware/emulator/profile.ts'
import { render } from '../../hardware/emulator/render.ts'
import { encodeLayout } from '../../hardware/printer/encode.ts'
import { printerProfiles, type PrinterProfile } from '../../hardware/printer/profiles.ts'
import { testStrip } from '../../hardware/printer/test-strip.ts'
import { layoutPaper, type LaidOutPaper } from '../../hardware/printer/ticket.ts'
import { languages } from '../../shared/language.ts'
import type { DayEndPaper, NoticePaper } from '../../shared/views/printing.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema } from '../../shared/ids.ts'
import { drawn } from './ticket-papers.ts'

/** The slips as they come out of the emulated printers: whole, legible, and safe whatever the texts hold. */

const same = (text: string) => ({ id: text, en: text, su: text })
const counts = { given: 43, served: 30, missed: 3, unserved: 10 }

const notice: NoticePaper = {
  kind: 'notice',
  language: 'id',
  office: exampleOffice.name,
  heading: same('Pencetakan KTP-el sedang tidak dapat dilayani'),
  sentences: [same('Yang tetap dilayani: Kartu Keluarga dan Surat Keterangan.'), same('Silakan datang lagi besok.')],
  news: same('Kabar berikutnya pukul 10.30.'),
  printedAt: Date.parse('2026-11-24T01:30:00Z'),
  timeZone: 'Asia/Jakarta',
  link: 'http://192.168.1.20:8080/status',
}
const dayEnd: DayEndPaper = {
  kind: 'day-end',
  language: 'id',
  office: exampleOffice.name,
  day: daySchema.parse('2026-11-24'),
  services: exampleOffice.services.map(({ letter, name }) => ({ letter, service: name, ...counts })),
  all: { given: 9999, served: 9000, missed: 99, unserved: 900 },
  printedAt: Date.parse('2026-11-24T09:10:00Z'),
  timeZone: 'Asia/Jakarta',
}

const printers: readonly (readonly [PrinterProfile, EmulatedProfile])[] = [
  [printerProfiles.epson80, epson80],
  [printerProfiles.epsonT88, epsonT88],
  [printerProfiles.generic80, generic80],
  [printerProfiles.generic58, generic58],
]

test('a notice at 58 mm: what, what else, what next, and where to look', () => {
  expect(drawn(layoutPaper(notice, printerProfiles.generic58))).toMatchInlineSnapshot(`
    "[   PENGUMUMAN   ] x2

    Pencetakan 2x2 bold
    KTP-el sedang 2x2 bold
    tidak dapat 2x2 bold
    dilayani 2x2 bold

    Yang tetap dilayani: Kartu 1x2
    Keluarga dan Surat Keterangan. 1x2

    Silakan datang lagi besok. 1x2

    [ Kabar berikutnya pukul 10.30.  ]

    <QR http://192.168.1.20:8080/status 25x5>

    Keadaan terbaru ada di sini

    Dinas Kependudukan
    dan Pencatatan Sipil
    Dicetak Selasa, 24
    Nov 2026, 08.30"
  `)
})

test('a day at 58 mm: four figures for each service, and for all', () => {
  const short = { ...dayEnd, services: dayEnd.services.slice(0, 2) }
  expect(drawn(layoutPaper(short, printerProfiles.generic58))).toMatchInlineSnapshot(`
    "Dinas Kependudukan
    dan Pencatatan Sipil

    Laporan harian bold
    Selasa, 24 Nov 2026

       Nomor Selesai   Absen   Belum bold
    --------------------------------
    A Perekaman KTP-el
          43      30       3      10
    B Pencetakan KTP-el
          43      30       3      10
    --------------------------------
    Semua layanan bold
        9999    9000      99     900 bold

    Absen: dipanggil tetapi
    tidak datang. Belum: belum
    dilayani atau dibatalkan.

    Dicetak Selasa, 24
    Nov 2026, 16.10"
  `)
})

test('slips come out whole on every printer in every language, whatever their texts hold', async () => {
  const wild = same(`${'\x1bp\x00'.repeat(40)}${'Server pusat 😀 السلام '.repeat(600)}${'x'.repeat(9000)}`)
  const papers: readonly LaidOutPaper[] = languages.flatMap((language) => [
    { ...notice, language },
    { ...dayEnd, language },
    { ...notice, language, heading: wild, sentences: Array.from({ length: 6 }, () => wild), news: wild, office: wild },
    { ...dayEnd, language, office: wild, services: [{ letter: 'A\x1b', service: wild, ...counts }] },
  ])
  for (const [profile, emulated] of printers)
    for (const paper of papers) {
      const sheets = render(await encodeLayout(layoutPaper(paper, profile), profile), emulated)
      expect(sheets.map(({ unknownCount, warnings }) => [unknownCount, warnings])).toEqual([[0, []]])
      expect(sheets[0]?.operations.some(({ kind }) => kind === 'drawer')).toBe(false)
    }
})

test('a test strip shows where a printer ends: width, size, black cells, codes and cut', () => {
  const seen = (emulated: EmulatedProfile) => {
    const sheets = render(testStrip({ kind: 'test-strip', language: 'id' }), emulated)
    const lines = sheets.flatMap((sheet) => sheet.lines.map((line) => line.trim()))
    return {
      unknown: sheets.reduce((sum, { unknownCount }) => sum + unknownCount, 0),
      whole: [32, 42, 48].filter((columns) => lines.some((line) => new RegExp(`^${columns}-+<$`).test(line))),
      cells: !sheets.some(({ warnings }) => warnings.some(({ detail }) => detail === 'white on black')),
      codes: lines.filter((line) => /LOKET|picture 48x42/.test(line)),
      end: sheets[0]?.end,
    }
  }
  const clone = { ...generic58, cloneQr: true, inverse: false }
  const drawnAtA = ['[QR LOKET]', 'LLOKET', '[picture 48x42]']
  expect([...printers.map(([, emulated]) => emulated), clone].map(seen)).toEqual([
    { unknown: 0, whole: [32, 42, 48], cells: true, codes: drawnAtA, end: 'partly-cut' },
    { unknown: 0, whole: [32, 42], cells: true, codes: drawnAtA, end: 'partly-cut' },
    { unknown: 0, whole: [32, 42, 48], cells: true, codes: drawnAtA, end: 'partly-cut' },
    { unknown: 0, whole: [32], cells: true, codes: ['LOKET', 'LLOKET', '[picture 48x42]'], end: 'hanging' },
    { unknown: 0, whole: [32], cells: false, codes: ['LOKET', '[QR LOKET]', '[picture 48x42]'], end: 'hanging' },
  ])
})
