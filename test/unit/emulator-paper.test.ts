import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import type { Bitmap } from '../../hardware/emulator/bitmap.ts'
import { epson80, epsonT88, generic58, type EmulatedProfile } from '../../hardware/emulator/profile.ts'
import { render } from '../../hardware/emulator/render.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'

/**
 * Goal: the paper is what a printer would give. Pictures are judged by readers that are not ours: pngjs for the dots,
 * zbar for the codes.
 */

const ESC = 0x1b
const GS = 0x1d
const initialize = [ESC, 0x40]
const singleByte = [0x1c, 0x2e]
const center = [ESC, 0x61, 1]
const right = [ESC, 0x61, 2]
const cutAfterFeed = [GS, 0x56, 66, 0]
const link = 'https://loket.example/t/AbCdEfGhIjKlMnOpQrStUv'

type Part = string | readonly number[]

/** Bytes from numbers, and from texts of one byte for each character. */
function bytes(...parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
}

function qr(data: string, moduleDots = 5, level = 0x31): Buffer {
  const length = Buffer.byteLength(data, 'latin1') + 3
  return bytes(
    [GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0],
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, moduleDots],
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, level],
    [GS, 0x28, 0x6b, length % 256, Math.floor(length / 256), 0x31, 0x50, 0x30],
    data,
    [GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30],
  )
}

function only(sheets: readonly Sheet[]): Sheet {
  const [sheet, ...others] = sheets
  if (!sheet || others.length > 0) throw new Error(`Expected one sheet, got ${sheets.length}`)
  return sheet
}

/** The dots of a part of the paper, a line of text for each row. */
function dots(bitmap: Bitmap, left: number, top: number, width: number, height: number): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (bitmap.has(left + x, top + y) ? '#' : '.')).join(''),
  )
}

/** The smallest rectangle that holds all the ink. */
function inkBox(bitmap: Bitmap) {
  let box: { left: number; right: number; top: number; bottom: number } | null = null
  for (let y = 0; y < bitmap.heightDots; y++) {
    for (let x = 0; x < bitmap.widthDots; x++) {
      if (!bitmap.has(x, y)) continue
      box ??= { left: x, right: x, top: y, bottom: y }
      box = { left: Math.min(box.left, x), right: Math.max(box.right, x), top: box.top, bottom: y }
    }
  }
  return box
}

const columnsThatFit = (profile: EmulatedProfile, font: number) => {
  for (let count = 1; ; count++) {
    const { warnings } = only(render(bytes([ESC, 0x4d, font], 'x'.repeat(count), '\n'), profile))
    if (warnings.length > 0) return [count - 1, warnings[0]?.kind]
  }
}

const inkAcross = (...parts: readonly Part[]) => {
  const ink = inkBox(only(render(bytes(...parts), epson80)).bitmap)
  return ink && [ink.left, ink.right]
}

const linesOnPage = (page: number, ...codes: number[]) =>
  only(render(bytes([ESC, 0x74, page], codes, '\n'), epson80)).lines

const linesOn58 = (...parts: readonly Part[]) => only(render(bytes(initialize, ...parts), generic58)).lines

const feedDots = (...parts: readonly Part[]) => {
  const gap = 120 // 15 mm from head to blade.
  return only(render(bytes(...parts), epson80)).bitmap.heightDots - gap
}

const sheetsOf = (...parts: readonly Part[]) =>
  render(bytes(...parts), epson80).map((sheet) => [
    sheet.end,
    sheet.lines,
    sheet.warnings.map((warning) => warning.kind),
  ])

const blankRows = (profile: EmulatedProfile) => inkBox(only(render(bytes('\xdb\n', cutAfterFeed), profile)).bitmap)?.top

const warningsOf = (profile: EmulatedProfile, ...parts: readonly Part[]) =>
  render(bytes(...parts), profile).flatMap((sheet) => sheet.warnings.map((warning) => `${warning.at} ${warning.kind}`))

const cellOf = (rows: readonly string[] | undefined) => rows?.slice(0, 24).map((row) => row.slice(0, 12))

const ticket = Buffer.concat([
  bytes(initialize, singleByte, center, 'Kantor\n', [GS, 0x21, 0x33], 'A012\n', [GS, 0x21, 0]),
  qr(link),
  bytes(cutAfterFeed),
])

test('a small ticket is the same in operations, in words and in dots', () => {
  const sheet = only(render(ticket, epson80))
  const png = PNG.sync.read(Buffer.from(sheet.png()))
  const ink = Buffer.alloc(png.width * png.height)
  for (let dot = 0; dot < ink.length; dot++) ink[dot] = png.data[dot * 4] === 0 ? 1 : 0
  expect({
    end: sheet.end,
    operations: sheet.operations.map(({ at, kind }) => `${at} ${kind}`),
    lines: sheet.lines,
    warnings: sheet.warnings,
    unknownCount: sheet.unknownCount,
    lengthMm: Math.round(sheet.lengthMm),
    png: [png.width, png.height, createHash('sha256').update(ink).digest('hex')],
  }).toEqual({
    end: 'partly-cut',
    operations: [
      '0 initialize',
      '2 double-byte',
      '4 align',
      '7 text',
      '13 line-feed',
      '14 size',
      '17 text',
      '21 line-feed',
      '22 size',
      '25 qr-model',
      '34 qr-module',
      '42 qr-level',
      '50 qr-store',
      '104 qr-print',
      '112 cut',
    ],
    lines: ['Kantor', 'A012', `[QR ${link}]`],
    warnings: [],
    unknownCount: 0,
    lengthMm: 51,
    png: [638, 411, 'e674ff0a517f92497196f0048bea2da475cd29698d1ec8eddd0f20660719ed5b'],
  })
})

test('a PNG says its true size: 203 or 180 dots to the inch, over the whole width of the paper', () => {
  const sizes = [epson80, epsonT88, generic58].map((profile) => {
    const file = Buffer.from(only(render(bytes('Loket\n'), profile)).png())
    const header = file.indexOf('pHYs') + 4
    const inches = PNG.sync.read(file).width / (file.readUInt32BE(header) * 0.0254)
    return [profile.name, Math.round(file.readUInt32BE(header) * 0.0254), Math.round(inches * 25.4)]
  })
  expect(sizes).toEqual([
    ['epson80', 203, 80],
    ['epsonT88', 180, 80],
    ['generic58', 203, 58],
  ])
})

test('the letter A in font A, plain, wide, tall, bold, underlined and white on black', () => {
  const styles = [[], [GS, 0x21, 0x11], [ESC, 0x45, 1], [ESC, 0x2d, 2], [GS, 0x42, 1]]
  const [plain, large, bold, underlined, inverse] = styles.map((style) => {
    const { bitmap } = only(render(bytes(style, 'A\n'), { ...epson80, cutter: { kind: 'blade', gapMm: 0 } }))
    return dots(bitmap, 0, 0, 24, 48)
  })
  const plainA = cellOf(plain) ?? []
  expect(plainA.slice(4, 20)).toEqual([
    '...######...',
    '..##....##..',
    ...Array.from({ length: 6 }, () => '.##......##.'),
    '.##########.',
    ...Array.from({ length: 6 }, () => '.##......##.'),
    '............',
  ])
  expect(large).toEqual(plainA.flatMap((row) => [doubled(row), doubled(row)]))
  expect(cellOf(bold)).toEqual(plainA.map((row) => smeared(row)))
  expect(cellOf(underlined)).toEqual([...plainA.slice(0, 22), '############', '############'])
  expect(cellOf(inverse)).toEqual(plainA.map((row) => row.replaceAll(/[.#]/g, (dot) => (dot === '#' ? '.' : '#'))))
})

function doubled(row: string): string {
  return row.replaceAll(/[.#]/g, '$&$&')
}

function smeared(row: string): string {
  return Array.from(row, (dot, x) => (dot === '#' || row[x - 1] === '#' ? '#' : '.')).join('')
}

test('as many columns as the printer promises fit, and one more wraps', () => {
  expect([
    columnsThatFit(epson80, 0),
    columnsThatFit(epsonT88, 0),
    columnsThatFit(generic58, 0),
    columnsThatFit(epson80, 1),
  ]).toEqual([
    [48, 'wrapped'],
    [42, 'wrapped'],
    [32, 'wrapped'],
    [64, 'wrapped'],
  ])
})

test('left, centre, right, margins and tabs put the ink where they say', () => {
  const block = '\xdb' // The full block of code page 437, as wide as its cell.
  expect([
    inkAcross(block, '\n'),
    inkAcross(center, block, '\n'),
    inkAcross(right, block, '\n'),
    inkAcross([GS, 0x4c, 100, 0], block, '\n'),
    inkAcross([GS, 0x4c, 100, 0], [GS, 0x57, 200, 0], right, block, '\n'),
    inkAcross('\t', block, '\n'),
    inkAcross([ESC, 0x44, 3, 0], '\t', block, '\n'),
  ]).toEqual([
    [0, 11],
    [282, 293],
    [564, 575],
    [100, 111],
    [288, 299],
    [96, 107],
    [36, 47],
  ])
})

test('text of all four code pages comes out as that text', () => {
  expect([
    linesOnPage(0, 0x82, 0x9b, 0xdb, 0xe1),
    linesOnPage(2, 0x82, 0x9d, 0xd5),
    linesOnPage(16, 0xe9, 0x80, 0x93),
    linesOnPage(19, 0x82, 0x9d, 0xd5),
  ]).toEqual([['é¢█ß'], ['éØı'], ['é€“'], ['éØ€']])
})

test('a printer that reads double bytes takes two bytes for one mark until FS . says otherwise', () => {
  expect([linesOn58('Caf\xc3\xa9s\n'), linesOn58(singleByte, 'Caf\x82s\n')]).toEqual([['Caf〓s'], ['Cafés']])
})

test('lines move the paper by their spacing, or by their own height when they are taller', () => {
  expect([
    feedDots('a\n'),
    feedDots([GS, 0x21, 0x01], 'a\n'),
    feedDots([ESC, 0x33, 50], 'a\n'),
    feedDots('a', [ESC, 0x64, 3]),
    feedDots('a', [ESC, 0x4a, 10]),
    feedDots([ESC, 0x4a, 10]),
  ]).toEqual([30, 48, 50, 90, 24, 10])
})

test('a cut after feed gives a whole sheet; a cut without leaves what is under the blade to the next', () => {
  expect([
    sheetsOf('1\n2\n3\n4\n5\n6\n', cutAfterFeed),
    sheetsOf('1\n2\n3\n4\n5\n6\n', [GS, 0x56, 0], '7\n', [GS, 0x56, 65, 0]),
    sheetsOf('1\n2', cutAfterFeed, '\n'),
  ]).toEqual([
    [['partly-cut', ['1', '2', '3', '4', '5', '6'], []]],
    [
      ['cut', ['1', '2'], ['left-behind-blade']],
      ['cut', ['3', '4', '5', '6', '7'], []],
    ],
    [
      ['partly-cut', ['1'], ['cut-with-unprinted-text']],
      ['hanging', ['2'], []],
    ],
  ])
})

test('the blank above the first line is the way from the head to the blade', () => {
  expect([blankRows(epson80), blankRows(epsonT88)]).toEqual([120, 106])
})

test('what a printer would do silently is a warning', () => {
  expect([
    warningsOf(epson80, 'waits', initialize),
    warningsOf(generic58, [GS, 0x21, 0x44], 'A\n'),
    warningsOf(generic58, initialize, 'Caf\xc3\xa9\n'),
    warningsOf(generic58, initialize, singleByte, 'Caf\x82\n'),
    warningsOf(generic58, cutAfterFeed),
    warningsOf(epson80, [ESC, 0x74, 16], 'a\x81\n'),
    warningsOf(epson80, [ESC, 0x74, 99]),
    warningsOf(epson80, 'a', [GS, 0x76, 0x30, 0, 1, 0, 1, 0, 0xff]),
    warningsOf(epson80, [GS, 0x76, 0x30, 0, 73, 0, 1, 0], '\xff'.repeat(73)),
    warningsOf(epson80, [0x1c, 0x70, 1, 0]),
    warningsOf(epson80, [GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]),
  ]).toEqual([
    ['5 text-discarded'],
    ['0 size-beyond-printer'],
    ['2 double-byte'],
    [],
    ['0 no-blade'],
    ['3 no-glyph'],
    ['0 not-drawn'],
    ['1 mid-line'],
    ['0 wider-than-paper'],
    ['0 no-logo'],
    ['0 qr-impossible'],
  ])
})

test('a picture is printed dot for dot, and doubled when asked', () => {
  const rows = [0x81, 0x42]
  const flat: EmulatedProfile = { ...epson80, cutter: { kind: 'blade', gapMm: 0 } }
  const print = (mode: number) =>
    dots(only(render(bytes([GS, 0x76, 0x30, mode, 1, 0, 2, 0], rows), flat)).bitmap, 0, 0, 16, 4)
  expect([print(0).slice(0, 2), print(3)]).toEqual([
    ['#......#........', '.#....#.........'],
    ['##............##', '##............##', '..##........##..', '..##........##..'],
  ])
})

test('a logo stored once is printed after the memory is lost, until it is deleted', () => {
  const store = bytes([GS, 0x28, 0x4c, 12, 0, 48, 67, 48, 0x4c, 0x31, 1, 8, 0, 1, 0, 49, 0xff])
  const print = bytes([GS, 0x28, 0x4c, 6, 0, 48, 69, 0x4c, 0x31, 1, 1])
  const remove = bytes([GS, 0x28, 0x4c, 4, 0, 48, 66, 0x4c, 0x31])
  const sheet = only(render(Buffer.concat([store, bytes(initialize), print, remove, print]), epson80))
  expect([sheet.lines, sheet.warnings.map((warning) => warning.kind)]).toEqual([['[picture 8x1]'], ['no-logo']])
})

test('nobody cuts: at three metres the paper is torn off', () => {
  const sheets = render(bytes('a\n'.repeat(900)), epson80)
  expect(sheets.map((sheet) => [sheet.end, sheet.warnings.map((warning) => warning.kind)])).toEqual([
    ['torn', ['paper-on-floor', 'left-behind-blade']],
    ['hanging', []],
  ])
})

test('zbar reads the QR code back at every size of module and level, at both resolutions', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-qr-'))
  try {
    const cases: { profile: EmulatedProfile; moduleDots: number; level: number; data: string }[] = []
    for (const profile of [epson80, epsonT88, { ...generic58, qr: true }]) {
      for (const moduleDots of [3, 4, 6]) cases.push({ profile, moduleDots, level: 0x31, data: link })
    }
    for (const level of [0x30, 0x32, 0x33]) cases.push({ profile: epson80, moduleDots: 4, level, data: link })
    cases.push({ profile: epson80, moduleDots: 4, level: 0x30, data: '1234567890' })
    cases.push({ profile: epson80, moduleDots: 4, level: 0x30, data: 'Caf\xc3\xa9' })
    const read: string[] = []
    for (const { profile, moduleDots, level, data } of cases) {
      const stream = Buffer.concat([bytes(center), qr(data, moduleDots, level), bytes('\n', cutAfterFeed)])
      const file = join(folder, 'sheet.png')
      const [sheet] = render(stream, profile)
      await writeFile(file, sheet?.png() ?? '')
      const { stdout } = await promisify(execFile)('zbarimg', ['-q', '--raw', '-Sbinary', file], { encoding: 'latin1' })
      read.push(stdout)
    }
    expect(read).toEqual(cases.map(({ data }) => data))
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a QR code is as large as its modules say: version 3 of 29 modules at 5 dots is 145 dots square', () => {
  const box = inkBox(
    only(render(Buffer.concat([qr('https://loket.example/t/AbCdEfGhIj'), bytes('\n')]), epson80)).bitmap,
  )
  expect(box).toEqual({ left: 0, right: 144, top: 120, bottom: 264 })
})

test('a code that does not fit the paper is not printed at all', () => {
  const sheet = only(render(qr(link, 16), { ...generic58, qr: true }))
  expect([sheet.lines, sheet.warnings.map((warning) => warning.kind)]).toEqual([[], ['wider-than-paper']])
})
