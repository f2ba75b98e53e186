import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontA, fontB } from '../../hardware/emulator/font.ts'
import type { Operation } from '../../hardware/emulator/operation.ts'
import { Paper } from '../../hardware/emulator/paper.ts'
import { parse, Parser } from '../../hardware/emulator/parse.ts'
import { epson80, epsonT88, generic58, generic80 } from '../../hardware/emulator/profile.ts'

/** Goal: bytes become operations, every byte accounted for, however the stream is cut and whatever is in it. */

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d

test('P2 every command of the subset is understood, with its place and length', () => {
  const commands: readonly (readonly [readonly number[], object])[] = [
    [[0x0a], { kind: 'line-feed' }],
    [[0x0d], { kind: 'carriage-return' }],
    [[0x09], { kind: 'tab' }],
    [[ESC, 0x40], { kind: 'initialize' }],
    [[ESC, 0x61, 1], { kind: 'align', to: 'center' }],
    [[ESC, 0x61, 0x32], { kind: 'align', to: 'right' }],
    [[ESC, 0x45, 1], { kind: 'bold', on: true }],
    [[ESC, 0x47, 0], { kind: 'double-strike', on: false }],
    [[ESC, 0x2d, 2], { kind: 'underline', dots: 2 }],
    [[ESC, 0x21, 0xb9], { kind: 'mode', font: 'B', bold: true, underline: true, width: 2, height: 2 }],
    [[ESC, 0x4d, 1], { kind: 'font', font: 'B' }],
    [[ESC, 0x74, 16], { kind: 'code-page', page: 16 }],
    [[ESC, 0x52, 0], { kind: 'international', set: 0 }],
    [[ESC, 0x64, 3], { kind: 'feed-lines', lines: 3 }],
    [[ESC, 0x4a, 40], { kind: 'feed', units: 40 }],
    [[ESC, 0x32], { kind: 'line-spacing', units: null }],
    [[ESC, 0x33, 60], { kind: 'line-spacing', units: 60 }],
    [[ESC, 0x70, 0, 25, 250], { kind: 'drawer', pin: 2, onMs: 50, offMs: 500 }],
    [[ESC, 0x69], { kind: 'cut', blade: 'full', feedUnits: null }],
    [[ESC, 0x6d], { kind: 'cut', blade: 'partial', feedUnits: null }],
    [[ESC, 0x7b, 1], { kind: 'upside-down', on: true }],
    [[ESC, 0x44, 4, 12, 0], { kind: 'tabs', columns: [4, 12] }],
    [[GS, 0x21, 0x37], { kind: 'size', width: 4, height: 8 }],
    [[GS, 0x42, 1], { kind: 'inverse', on: true }],
    [[GS, 0x4c, 16, 1], { kind: 'left-margin', dots: 272 }],
    [[GS, 0x57, 0, 2], { kind: 'print-width', dots: 512 }],
    [[GS, 0x56, 0], { kind: 'cut', blade: 'full', feedUnits: null }],
    [[GS, 0x56, 0x31], { kind: 'cut', blade: 'partial', feedUnits: null }],
    [[GS, 0x56, 65, 7], { kind: 'cut', blade: 'full', feedUnits: 7 }],
    [[GS, 0x56, 66, 0], { kind: 'cut', blade: 'partial', feedUnits: 0 }],
    [[GS, 0x61, 0x0f], { kind: 'auto-status', mask: 15 }],
    [[GS, 0x72, 1], { kind: 'status', what: 'paper' }],
    [[GS, 0x72, 0x32], { kind: 'status', what: 'drawer' }],
    [[GS, 0x49, 67], { kind: 'identify', what: 67 }],
    [[GS, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x30, 0x31, 0x32], { kind: 'confirm', id: 'A012' }],
    [[GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0], { kind: 'qr-model', model: 2 }],
    [[GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, 5], { kind: 'qr-module', dots: 5 }],
    [[GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x33], { kind: 'qr-level', level: 'H' }],
    [[GS, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30, 0x68, 0x69], { kind: 'qr-store', data: 'hi' }],
    [[GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30], { kind: 'qr-print' }],
    [[GS, 0x5a, 2], { kind: 'clone-symbol', what: 2 }],
    [[ESC, 0x5a, 0, 0x4d, 4, 2, 0, 0x68, 0x69], { kind: 'clone-qr', data: 'hi', dots: 4, level: 'M' }],
    [[FS, 0x26], { kind: 'double-byte', on: true }],
    [[FS, 0x2e], { kind: 'double-byte', on: false }],
    [[0x10, 0x04, 2], { kind: 'live-status', what: 2 }],
  ]
  let at = 0
  const expected = commands.map(([bytes, body]) => {
    const operation = { at, length: bytes.length, ...body }
    at += bytes.length
    return operation
  })
  expect(parse(Uint8Array.from(commands.flatMap(([bytes]) => bytes)))).toEqual(expected)
})

test('P2 a picture comes the same from raster, from a stored logo by key and from a stored logo in columns', () => {
  // A square of 8 dots with its left column and its top row inked.
  const rows = [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]
  const columns = [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]
  const picture = { widthDots: 8, heightDots: 8, rows: Buffer.from(rows).toString('base64') }
  const stream = [
    [GS, 0x76, 0x30, 1, 1, 0, 8, 0, ...rows],
    [GS, 0x28, 0x4c, 19, 0, 48, 67, 48, 0x4c, 0x31, 1, 8, 0, 8, 0, 49, ...rows],
    [GS, 0x28, 0x4c, 6, 0, 48, 69, 0x4c, 0x31, 1, 2],
    [GS, 0x28, 0x4c, 18, 0, 48, 112, 48, 2, 1, 49, 8, 0, 8, 0, ...rows],
    [GS, 0x28, 0x4c, 2, 0, 48, 50],
    [FS, 0x71, 1, 1, 0, 1, 0, ...columns],
    [FS, 0x70, 1, 0],
    [GS, 0x28, 0x4c, 4, 0, 48, 66, 0x4c, 0x31],
  ]
  expect(parse(Uint8Array.from(stream.flat())).map(({ at: _at, length: _length, ...body }) => body)).toEqual([
    { kind: 'raster', picture, scale: { x: 2, y: 1 } },
    { kind: 'logo-store', logos: [{ key: 'L1', picture }] },
    { kind: 'logo-print', key: 'L1', scale: { x: 1, y: 2 } },
    { kind: 'picture-store', picture, scale: { x: 2, y: 1 } },
    { kind: 'picture-print' },
    { kind: 'logo-store', logos: [{ key: 'fs1', picture }] },
    { kind: 'logo-print', key: 'fs1', scale: { x: 1, y: 1 } },
    { kind: 'logo-delete', key: 'L1' },
  ])
})

test('P2 what is not understood is unknown, and the text after it is text', () => {
  const stream = [
    ESC,
    0x34,
    0x41,
    GS,
    0x39,
    0x02,
    ESC,
    0x61,
    9,
    GS,
    0x28,
    0x7a,
    2,
    0,
    1,
    2,
    0x42,
    GS,
    0x76,
    0x31,
    0x43,
    0x0a,
  ]
  expect(parse(Uint8Array.from(stream))).toEqual([
    { at: 0, length: 2, kind: 'unknown', hex: '1b34' },
    { at: 2, length: 1, kind: 'text', text: 'A' },
    { at: 3, length: 2, kind: 'unknown', hex: '1d39' },
    { at: 5, length: 1, kind: 'unknown', hex: '02' },
    { at: 6, length: 3, kind: 'unknown', hex: '1b6109' },
    { at: 9, length: 7, kind: 'unknown', hex: '1d287a02000102' },
    { at: 16, length: 1, kind: 'text', text: 'B' },
    { at: 17, length: 2, kind: 'unknown', hex: '1d76' },
    { at: 19, length: 2, kind: 'text', text: '1C' },
    { at: 21, length: 1, kind: 'line-feed' },
  ])
})

test('P3 a picture cut short eats the ticket that follows it, as a printer does', () => {
  const parser = new Parser()
  const start = Uint8Array.of(GS, 0x76, 0x30, 0, 1, 0, 8, 0, 0xff)
  const nextTicket = Uint8Array.of(ESC, 0x40, 0x41, 0x0a)
  expect([...parser.feed(start), ...parser.feed(nextTicket), parser.pendingBytes]).toEqual([13])
})

test('text without a command in it does not pile up', () => {
  const parser = new Parser()
  const texts = parser.feed(Buffer.alloc(1000, 'x')).map((operation) => operation.length)
  expect([texts, parser.pendingBytes]).toEqual([[256, 256, 256], 232])
})

/** Whole commands with any parameters in range. */
const byte = fc.integer({ min: 0, max: 255 })
const command: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constantFrom(
    [0x0a],
    [0x0d],
    [0x09],
    [ESC, 0x40],
    [ESC, 0x32],
    [FS, 0x2e],
    [FS, 0x26],
    [GS, 0x56, 0],
    [GS, 0x56, 66, 3],
  ),
  fc.array(fc.integer({ min: 0x20, max: 0xff }), { minLength: 1, maxLength: 300 }),
  fc
    .tuple(fc.constantFrom(0x21, 0x33, 0x45, 0x4a, 0x64, 0x74, 0x7b), byte)
    .map(([letter, value]) => [ESC, letter, value]),
  fc.tuple(fc.constantFrom(0x42, 0x49, 0x61), byte).map(([letter, value]) => [GS, letter, value]),
  fc.tuple(fc.constantFrom(0x4c, 0x57), byte, byte).map(([letter, low, high]) => [GS, letter, low, high]),
  fc.integer({ min: 0, max: 0x77 }).map((size) => [GS, 0x21, size & 0x77]),
  fc.integer({ min: 1, max: 4 }).map((what) => [0x10, 0x04, what]),
  fc.array(byte, { maxLength: 300 }).map((data) => counted(0x6b, [0x31, 0x50, 0x30, ...data])),
  fc.constant(counted(0x6b, [0x31, 0x51, 0x30])),
  fc.array(byte, { maxLength: 300 }).map((data) => {
    const length = [data.length % 256, Math.floor(data.length / 256)]
    return [ESC, 0x5a, 0, 0x4c, 5, ...length, ...data]
  }),
  fc.array(byte, { maxLength: 40 }).map((data) => counted(0x7a, data)),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20 }))
    .chain(([across, rows]) =>
      fc
        .array(byte, { minLength: across * rows, maxLength: across * rows })
        .map((data) => [GS, 0x76, 0x30, 0, across, 0, rows, 0, ...data]),
    ),
)

function counted(letter: number, data: readonly number[]): readonly number[] {
  return [GS, 0x28, letter, data.length % 256, Math.floor(data.length / 256), ...data]
}

test('P1 a stream in any pieces gives the operations of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(command, fc.array(byte, { maxLength: 8 })), { maxLength: 20 }),
      fc.nat(40),
      (list, size) => {
        const stream = Uint8Array.from(list.flat())
        const parser = new Parser()
        const pieces: Operation[] = []
        const step = size + 1
        for (let at = 0; at < stream.length; at += step) pieces.push(...parser.feed(stream.subarray(at, at + step)))
        expect([...pieces, ...parser.end()]).toEqual(parse(stream))
      },
    ),
  )
})

test('P1 one byte at a time gives the operations of the whole', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 10 }), (list) => {
      const stream = Uint8Array.from(list.flat())
      const parser = new Parser()
      const pieces = [...stream].flatMap((value) => parser.feed(Uint8Array.of(value)))
      expect([...pieces, ...parser.end()]).toEqual(parse(stream))
    }),
  )
})

test('P2 any bytes at all become operations that cover each byte once', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (stream) => {
      let at = 0
      for (const operation of parse(stream)) {
        expect(operation.at).toBe(at)
        at += operation.length
      }
      expect(at).toBe(stream.length)
    }),
  )
})

test('P3 after whole commands the next ticket is read from its first byte', () => {
  const ticket = [ESC, 0x40, 0x41, 0x30, 0x31, 0x32, 0x0a]
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (list) => {
      const before = list.flat()
      expect(parse(Uint8Array.from([...before, ...ticket])).slice(-3)).toEqual([
        { at: before.length, length: 2, kind: 'initialize' },
        { at: before.length + 2, length: 4, kind: 'text', text: 'A012' },
        { at: before.length + 6, length: 1, kind: 'line-feed' },
      ])
    }),
  )
})

test('no bytes stop the mechanism, on any printer', () => {
  const commandsAndRubbish = fc.array(fc.oneof(command, fc.array(byte, { maxLength: 8 })), { maxLength: 12 })
  fc.assert(
    fc.property(commandsAndRubbish, fc.constantFrom(epson80, epsonT88, generic80, generic58), (list, profile) => {
      const paper = new Paper(profile)
      const stream = Uint8Array.from(list.flat())
      for (const operation of parse(stream)) expect(paper.execute(operation).movedDots).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('both fonts have every printable character of ASCII, and no two letters look alike', () => {
  for (const font of [fontA, fontB]) {
    const pictures = new Map<string, string>()
    for (let code = 0x21; code < 0x7f; code++) {
      const character = String.fromCharCode(code)
      const rows = font.glyph(character)
      expect(rows).toHaveLength(font.heightDots)
      const picture = JSON.stringify(rows)
      expect(pictures.get(picture)).toBeUndefined()
      pictures.set(picture, character)
    }
  }
})
