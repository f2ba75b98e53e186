import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPoster } from '../../kiosk/hub/notice-page/draw.ts'
import { pagesOf } from '../../kiosk/hub/notice-page/layout.ts'
import type { Measure } from '../../kiosk/hub/notice-page/lines.ts'
import { pageHeight, pageWidth, type Page, type Piece, type TextPiece } from '../../kiosk/hub/notice-page/page.ts'
import { printable } from '../../kiosk/hub/notice-page/printable.ts'
import type { Sheet } from '../../kiosk/hub/notice-page/sheet.ts'
import { codeOnPaper, pagesOnPaper } from './notice-page-paper.ts'

// Goal: whatever an office writes is on the page whole and large enough. Method: layouts of random sheets are walked
// through piece by piece; the worst sheets are drawn with the real font and read back.

/** As wide as this font's letters at the most, so that lines break where they would on paper, or earlier. */
const wide: Measure = (text) => text.length * 0.6

/** A sheet shrinks for minutes; the seed is printed, to look closer with. */
const unshrunk = { endOnFailure: true } as const
const letterOf = (letters: string) => fc.constantFrom(...letters.split(''))
const name = fc.string({ unit: letterOf('aeiouKTPé-'), minLength: 1, maxLength: 60 })
const line = (lengthMax: number) =>
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: fc.string({ unit: letterOf('abeinrt'), minLength: 1, maxLength: 14 }) }, name),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    .map((words) => words.join(' ').slice(0, lengthMax).trim())
const sheet: fc.Arbitrary<Sheet> = fc.record({
  language: fc.constantFrom('id', 'en', 'su'),
  office: line(60),
  title: fc.constant('PENGUMUMAN'),
  heading: line(900),
  when: fc.option(line(90)),
  open: fc.option(
    fc.record({
      sentence: line(400),
      title: line(40),
      services: fc.array(fc.record({ letter: letterOf('ABCW'), name: line(60) }), { maxLength: 26 }),
    }),
  ),
  sentences: fc.array(line(160), { maxLength: 5 }),
  news: fc.option(line(60)),
  scan: line(70),
  printed: line(50),
})

describe('any sheet', () => {
  test('has every word on its pages once, in their order', () => {
    fc.assert(
      fc.property(sheet, (sheet) => {
        const { office, title, heading, when, open, sentences, news } = sheet
        const items = open?.services.map(({ letter, name }) => `${letter} ${name}`) ?? []
        const still = open === null ? [] : items.length === 0 ? [open.sentence] : [open.title, ...items]
        const pages = pagesOf([sheet], wide)
        const body = pages.flatMap((page) => textsOf(page).slice(linesOf(page, office), -footLines(page, sheet)))
        expect(squeezed(body)).toBe(
          squeezed([
            title,
            heading,
            ...(when === null ? [] : [when]),
            ...still,
            ...sentences,
            ...(news === null ? [] : [news]),
          ]),
        )
        for (const page of pages) {
          expect(squeezed(textsOf(page).slice(0, linesOf(page, office)))).toBe(squeezed([office]))
          const count = pages.length === 1 ? [] : [`${pages.indexOf(page) + 1} / ${pages.length}`]
          expect(squeezed(textsOf(page).slice(-footLines(page, sheet)))).toBe(
            squeezed([sheet.scan, sheet.printed, ...count]),
          )
        }
      }),
      unshrunk,
    )
  })

  test('stays between the margins, above its foot, in letters of the least size or more', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        for (const page of pagesOf(sheets, wide)) {
          const texts = piecesOf(page)
          for (const { x, y, text, size, weight } of texts) {
            expect(x).toBeGreaterThanOrEqual(34)
            expect(x + wide(text, weight) * size).toBeLessThanOrEqual(pageWidth - 34 + 0.01)
            expect(y - size).toBeGreaterThanOrEqual(20)
            expect(y).toBeLessThanOrEqual(pageHeight - 28)
          }
          const code = page.parts.flatMap(({ pieces }) => pieces).find(({ kind }) => kind === 'qr')
          const foot = texts.filter(({ y }) => y > (code?.y ?? 0))
          expect(texts.slice(0, -foot.length).every(({ size }) => size >= 16)).toBe(true)
          expect(foot.every(({ size }) => size >= 13)).toBe(true)
        }
      }),
      unshrunk,
    )
  })

  test('has its parts one under the other, and words well within the box they stand in', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        for (const { parts } of pagesOf(sheets, wide)) {
          const body = parts
            .slice(0, parts.findIndex(({ role }) => role === null) + 1)
            .map(({ pieces }) => pieces.map(extentOf))
          for (const [index, [first, ...others]] of body.entries()) {
            const above = body[index - 1]?.map(({ bottom }) => bottom) ?? [0]
            expect(first?.top).toBeGreaterThanOrEqual(Math.max(...above) - 0.01)
            if (first?.kind !== 'box' || first.right - first.left < 20) continue
            for (const { kind, left, right, top, bottom } of others) {
              const least = kind === 'text' ? 9.9 : 0
              expect(Math.min(left - first.left, first.right - right)).toBeGreaterThanOrEqual(least)
              expect(Math.min(top - first.top, first.bottom - bottom)).toBeGreaterThanOrEqual(0)
            }
          }
        }
      }),
      unshrunk,
    )
  })

  test('never has two lines on each other', () => {
    fc.assert(
      fc.property(sheet, (sheet) => {
        for (const page of pagesOf([sheet], wide)) {
          const lines = piecesOf(page).map(extentOf)
          const over = lines.filter((a, i) =>
            lines.some((b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
          )
          expect(over).toEqual([])
        }
      }),
      unshrunk,
    )
  })
})

const names = Array.from(
  { length: 12 },
  (_, index) => `Pelayanan Penerbitan Dokumen Kependudukan Luar Daerah No ${index + 1}`,
)
const ordinary: Sheet = {
  language: 'id',
  office: 'Dinas Kependudukan dan Pencatatan Sipil',
  title: 'PENGUMUMAN',
  heading: 'Kantor tutup',
  when: null,
  open: null,
  sentences: ['Nomor yang sudah Anda pegang tetap berlaku.'],
  news: null,
  scan: 'Pindai dengan telepon untuk melihat keadaan terbaru.',
  printed: 'Dicetak Selasa, 24 November 2026, pukul 07.10',
}
const worst: Sheet = {
  ...ordinary,
  office: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Pegunungan',
  heading: `${names.join(', ')} sedang tidak dapat dilayani`,
  open: {
    sentence: '',
    title: 'Layanan lain tetap buka:',
    services: names.map((name, index) => ({ letter: String.fromCharCode(65 + index), name })),
  },
  sentences: ['Kabel putus karena longsor di jalan raya. '.repeat(4).slice(0, 160).trim(), 'W'.repeat(160)],
  news: 'Kabar berikutnya Rabu, 25 November, 10.00.',
}

describe('with the real font', () => {
  test('a short notice is as large as a page allows', () => {
    const sizes = piecesOf(pagesOf([ordinary], wide)[0]).map(({ size }) => size)
    expect(Math.max(...sizes)).toBeGreaterThan(60)
    expect(sizes.filter((size) => size === 36).length).toBeGreaterThan(0)
  })

  test('twelve services with long names, twelve that still work and a long cause: further pages, each numbered, none cut', async () => {
    const pdf = await drawPoster({ sheets: [worst], link: 'http://192.0.2.7:8080/status', printedAt: 0 })
    const pages = pagesOnPaper(pdf)
    expect(pages.map(({ text }) => /\d+ \/ \d+$/.exec(text)?.[0])).toEqual(['1 / 3', '2 / 3', '3 / 3'])
    expect(codeOnPaper(pdf, 2)).toBe('http://192.0.2.7:8080/status')
    const foot = / ?Pindai dengan telepon untuk melihat keadaan terbaru\. Dicetak .* \d+ \/ \d+$/
    const body = pages.map(({ text }) => text.replace(worst.office, '').replace(foot, '').trim()).join(' ')
    expect(squeezed([body])).toBe(
      squeezed([
        worst.title,
        worst.heading,
        ...(worst.open === null
          ? []
          : [worst.open.title, ...worst.open.services.map(({ letter, name }) => letter + name)]),
        ...worst.sentences,
        worst.news ?? '',
      ]),
    )
  })

  test('words of scripts that the font lacks are drawn as its empty boxes, and nothing fails', async () => {
    const sentences = [
      '\u1B9E\u1BA5\u1B94\u1BAA\u1B93 \u0643\u062A\u0628 \u4E2D\u6587 \u0E01\u0E34',
      '\u{1F64F}',
      '\u200D',
    ]
    const pdf = await drawPoster({
      sheets: [{ ...ordinary, sentences }],
      link: 'http://192.0.2.7/status',
      printedAt: 0,
    })
    expect(pagesOnPaper(pdf)).toHaveLength(1)
  })

  test('the same words give the same bytes', async () => {
    const poster = { sheets: [ordinary], link: 'http://192.0.2.7:8080/status', printedAt: 60_000 }
    expect(Buffer.from(await drawPoster(poster)).equals(Buffer.from(await drawPoster(poster)))).toBe(true)
  })
})

test('what the font lacks becomes what it has, and smileys go', () => {
  expect(['Café – “Sunda” é', 'Ḥājī Şērif', 'Tutup 🙏🏽 hari ini ❗️', 'ᮞᮥᮔ᮪ᮓ', 'fi\uFB01'].map(printable)).toEqual([
    'Café – “Sunda” é',
    'Haji Serif',
    'Tutup hari ini',
    'ᮞᮥᮔ᮪ᮓ',
    'fifi',
  ])
})

/** Where a piece is; of words the capitals, from the line they stand on. */
function extentOf(piece: Piece) {
  const { kind, x: left, y } = piece
  switch (piece.kind) {
    case 'text': {
      const { text, size, weight } = piece
      return { kind, left, right: left + wide(text, weight) * size, top: y - 0.668 * size, bottom: y }
    }
    case 'box':
      return { kind, left, right: left + piece.width, top: y, bottom: y + piece.height }
    case 'qr':
      return { kind, left, right: left + piece.size, top: y, bottom: y + piece.size }
    default:
      return piece satisfies never
  }
}

function piecesOf(page: Page | undefined): readonly TextPiece[] {
  return (page?.parts ?? []).flatMap(({ pieces }) => pieces).filter((piece) => piece.kind === 'text')
}

function textsOf(page: Page): readonly string[] {
  return piecesOf(page).map(({ text }) => text)
}

/** How many pieces at the page's head are the office's name. */
function linesOf(page: Page, office: string): number {
  const texts = textsOf(page)
  return texts.findIndex((_, index) => squeezed(texts.slice(0, index + 1)) === squeezed([office])) + 1
}

/** How many pieces at the page's foot are words beside the code. */
function footLines(page: Page, { language }: Sheet): number {
  const from = page.parts.findIndex(({ role }) => role === 'Figure')
  return page.parts
    .slice(from)
    .filter((part) => part.language === language)
    .flatMap(({ pieces }) => pieces)
    .filter(({ kind }) => kind === 'text').length
}

/** Without spaces: a word too long for a line is broken where no space was. */
function squeezed(texts: readonly string[]): string {
  return texts.join('').replaceAll(' ', '')
}
