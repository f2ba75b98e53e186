import type { TestStripPaper } from '../../shared/views/printing.ts'
import { say } from '../../shared/words/say.ts'
import { bigCharacters } from './big-characters.ts'
import { spell } from './code-page.ts'
import { characterDots, commands, cutCommand } from './commands.ts'
import { rasterQr } from './encode.ts'
import { wrap } from './layout.ts'
import { words } from './paper-parts.ts'

/**
 * A strip that tries out on a printer nobody knows what its profile has to say, in numbered places: how wide it is, how
 * large its letters get or whether a number can be drawn from black cells, which code page is right, which codes it
 * draws, whether it cuts. It takes no profile: on some printer each place comes out as strange signs, and that is the answer. Everything else on it is plain ASCII in lines
 * of 32 characters, so that it can be read anywhere.
 */
export function testStrip({ language }: TestStripPaper): Uint8Array {
  const text = (key: Parameters<typeof say<typeof words.id>>[2]) =>
    lines(wrap(spell(say(words, language, key), 'ascii'), 32, 3))
  return Buffer.concat([
    reset,
    text('strip_title'),
    text('strip_step'),
    blank,
    text('strip_columns'),
    ...testColumns.map((columns) => lines([columnsRow(columns)])),
    ...testDots.map(dotsRow),
    blank,
    text('strip_number'),
    ...testSizes.map(({ label, scale }) =>
      Buffer.concat([Buffer.from(`${label} `), size(scale), Buffer.from(numberShown), size(1), lines([''])]),
    ),
    lines(['C']),
    numberFromCells(),
    blank,
    text('strip_accents'),
    ...testPages.map(({ label, page, bytes }) =>
      Buffer.concat([Buffer.from(`${label} `), commands.codePage(page), Buffer.from(bytes), lines([''])]),
    ),
    commands.codePage(0),
    blank,
    text('strip_qr'),
    lines(['A']),
    commands.symbol(67, [qrModuleDots]),
    commands.symbol(80, [0x30, ...Buffer.from(qrData)]),
    commands.symbol(81, [0x30]),
    lines(['', 'B']),
    commands.cloneSymbol(qrData, qrModuleDots),
    lines(['', 'C']),
    rasterQr(qrData, qrModuleDots),
    lines(['']),
    text('strip_cut'),
    // Clears the tear bar of a printer that has no blade.
    commands.feedLines(5),
    cutCommand('66'),
  ])
}

/** The widths there are; a row of a width the paper lacks goes on in a second line. */
const testColumns = [32, 42, 48] as const
/** Dots across for each of them. */
const testDots = [384, 512, 576] as const

const numberShown = 'A012'

/** Letters of twice the size come out of every printer, the others of some. */
const testSizes = [
  { label: 'A', scale: 2 },
  { label: 'B', scale: 6 },
] as const

/** "é è ñ ü" in the code pages Loket knows, with ESC t's number. */
const testPages = [
  { label: 'A', page: 0, bytes: [0x82, 0x20, 0x8a, 0x20, 0xa4, 0x20, 0x81] },
  { label: 'B', page: 16, bytes: [0xe9, 0x20, 0xe8, 0x20, 0xf1, 0x20, 0xfc] },
] as const

const reset = Buffer.concat([Buffer.from([0x1b, 0x40]), commands.singleBytes])
const blank = lines([''])
const qrData = 'LOKET'
const qrModuleDots = 4

function lines(texts: readonly string[]): Buffer {
  return Buffer.from(texts.map((one) => `${one}\n`).join(''), 'latin1')
}

/** As long as the row says, with a mark at its end: `32------------------------------<`. */
function columnsRow(columns: number): string {
  return `${columns}${'-'.repeat(columns - 3)}<`
}

function size(scale: number): Buffer {
  return Buffer.from([0x1d, 0x21, ((scale - 1) << 4) | (scale - 1)])
}

/** As tickets draw it for printers without large letters: white on black, with rows that touch. */
function numberFromCells(): Buffer {
  const rows = bigCharacters(numberShown, testColumns[0], 2)?.rows ?? []
  const cells = rows.flatMap((row) => [
    ...Array.from(row.matchAll(/#+| +/g), ([run]) =>
      Buffer.concat([commands.inverse(run.startsWith('#')), Buffer.from(' '.repeat(run.length))]),
    ),
    lines(['']),
  ])
  const spacing = commands.lineSpacing(characterDots)
  return Buffer.concat([spacing, ...cells, commands.inverse(false), commands.defaultLineSpacing])
}

/** A black line across so many dots, 4 dots high, as a picture (GS v 0). */
function dotsRow(dots: number): Buffer {
  const rowBytes = dots / 8
  const header = Buffer.from([0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, 4, 0])
  return Buffer.concat([lines([`${dots}`]), header, Buffer.alloc(rowBytes * 4, 0xff), lines([''])])
}
