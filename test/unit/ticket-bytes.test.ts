import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { attachMemory } from '../../hardware/emulator/attach-memory.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { parse } from '../../hardware/emulator/parse.ts'
import type { EmulatedProfile } from '../../hardware/emulator/profile.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { accents } from '../../hardware/printer/code-page.ts'
import { encodeLayout } from '../../hardware/printer/encode.ts'
import { layoutPaper, type LaidOutPaper } from '../../hardware/printer/ticket.ts'
import { type PrinterProfile, printerProfiles } from '../../hardware/printer/profiles.ts'
import { emulatedProfileOf } from '../../hardware/printer/virtual.ts'
import { languages, type Text } from '../../shared/language.ts'
import { addressOf } from './printer-rig.ts'
import { fullTicket, operationsOf, setupSlip, ticket } from './ticket-papers.ts'

const native58 = { ...printerProfiles.generic58, qr: 'gsk', cut: '66', heightMax: 8, feedLines: 0 } as const

test('an ordinary 58 mm ticket with its QR code fits 260 bytes in every language', async () => {
  for (const language of languages) {
    const bytes = await encodeLayout(layoutPaper({ ...ticket, language }, native58), native58)
    expect(bytes.length).toBeLessThanOrEqual(260)
  }
})

test('a 58 mm ticket as a list of operations', async () => {
  const bodies = (await operationsOf(ticket, native58)).map(({ at: _at, length: _length, ...body }) => body)
  const line = (text: string) => [{ kind: 'text', text }, { kind: 'line-feed' }]
  expect(bodies).toEqual([
    { kind: 'initialize' },
    { kind: 'double-byte', on: false },
    { kind: 'align', to: 'center' },
    ...line('Dinas Kependudukan'),
    ...line('dan Pencatatan Sipil'),
    { kind: 'line-feed' },
    { kind: 'inverse', on: true },
    { kind: 'text', text: ' A ' },
    { kind: 'inverse', on: false },
    ...line(' Perekaman KTP-el'),
    { kind: 'size', width: 8, height: 8 },
    ...line('A012'),
    { kind: 'size', width: 1, height: 1 },
    ...line('Selasa, 24 Nov 2026, 08.30'),
    ...line('4 orang di depan, 20-40 menit'),
    { kind: 'line-feed' },
    { kind: 'qr-module', dots: 5 },
    { kind: 'qr-store', data: ticket.link },
    { kind: 'qr-print' },
    { kind: 'line-feed' },
    ...line('Pantau giliran di sini'),
    ...line('Kode: BDFG'),
    { kind: 'cut', blade: 'partial', feedUnits: 32 },
  ])
})

test.each(['epson80', 'epsonT88', 'generic80', 'generic58', 'star', 'custom'])(
  'every paper in every language comes out of %s without a complaint',
  async (name) => {
    const address = addressOf(`virtual:?profile=${name}`)
    if (address.kind !== 'virtual') throw new Error('not virtual')
    const papers: LaidOutPaper[] = languages.flatMap((language) =>
      [ticket, fullTicket, setupSlip].map((paper) => ({ ...paper, language })),
    )
    for (const paper of papers) {
      const sheet = await printedOn(emulatedProfileOf(address), paper, address.profile)
      expect({ unknownCount: sheet.unknownCount, warnings: sheet.warnings }).toEqual({ unknownCount: 0, warnings: [] })
    }
  },
)

test.each(['epson80', 'epsonT88', 'generic58', 'generic58&qr=escz'])('zbar reads the code on %s', async (name) => {
  const address = addressOf(`virtual:?profile=${name}`)
  if (address.kind !== 'virtual') throw new Error('not virtual')
  const folder = await mkdtemp(join(tmpdir(), 'ticket-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ticket.png')
  const sheet = await printedOn(emulatedProfileOf(address), fullTicket, address.profile)
  await writeFile(file, sheet.png())
  expect(execFileSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8' }).trim()).toBe(fullTicket.link)
})

test('a printer without white on black still prints the number', async () => {
  const address = addressOf('virtual:?profile=generic58&inverse=no')
  if (address.kind !== 'virtual') throw new Error('not virtual')
  const sheet = await printedOn(emulatedProfileOf(address), ticket, address.profile)
  expect(sheet.warnings).toEqual([])
  expect(sheet.lines.map((line) => line.trim())).toEqual(expect.arrayContaining(['[A] Perekaman KTP-el', 'A012']))
  const operations = await operationsOf(ticket, address.profile)
  expect(operations).toContainEqual(expect.objectContaining({ kind: 'size', width: 2, height: 2 }))
})

const hostile = [
  '\x1bp\x00\x19\xfa\x1dV\x00\x10\x14\x01\x00\x01\x1b@',
  'Loket \u{1F600}\u{1F1EE}\u{1F1E9} \u202Eabc\u2028\x9b31m',
  'محمد بن عبد الله ٢٤',
  'ᮞᮥᮔ᮪ᮓ 漢字 кириллица',
  '\ud800 \udfff \ufdd0 \u{10FFFF} \u0000',
  'x'.repeat(10_000),
  'kata '.repeat(2000),
  '',
  '   ',
  '\u0301\u0302',
]

test.each(hostile.map((text, index) => [index, text] as const))(
  'no text reaches the printer as a command: case %i',
  async (_index, text) => {
    const everywhere: Text = { id: text, en: text, su: text }
    for (const profile of [printerProfiles.epson80, printerProfiles.generic58, native58]) {
      // An accent among the rubbish may need its code page.
      const clean = new Set([...(await kindsOf(fullTicket, profile)), 'code-page'])
      const paper = { ...fullTicket, office: everywhere, service: everywhere, affected: everywhere, bring: everywhere }
      const operations = await operationsOf({ ...paper, letter: text, link: `http://x/${text}` }, profile)
      expect(operations.filter(({ kind }) => !clean.has(kind))).toEqual([])
      const numbers = operations.filter((operation) => operation.kind === 'text' && operation.text === 'B107')
      // The poorest printer draws its number from black cells.
      expect(numbers.length).toBe(profile === printerProfiles.generic58 ? 0 : 1)
    }
  },
)

test('what the code page lacks is spelled so that it can be read, never a question mark', async () => {
  const lines = async (text: string, profile: PrinterProfile) => {
    const operations = await operationsOf({ ...ticket, office: { id: text, en: text, su: text } }, profile)
    return operations.flatMap((operation) => (operation.kind === 'text' ? [operation.text] : []))[0]
  }
  const { epson80, generic58 } = printerProfiles
  expect(await lines('Kénging “KTP” — €5…', generic58)).toBe('Kenging "KTP" - EUR5...')
  expect(await lines('Kénging “KTP” — €5…', epson80)).toBe('K\x82nging "KTP" - EUR5...')
  expect(await lines('Loket 😀 محمد 漢字', generic58)).toBe('Loket * mhmd [Hanzi]')
})

test('the layout is whole for any text, and every line fits the paper', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
  const profiles = Object.values(printerProfiles)
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(...profiles),
      fc.constantFrom(...languages),
      (one, two, profile, language) => {
        const texts = (words: string): Text => ({ id: words, en: words, su: words })
        const layout = layoutPaper(
          { ...fullTicket, language, office: texts(one), service: texts(two), affected: texts(one), bring: texts(two) },
          profile,
        )
        const page = new RegExp(`^[\\x20-\\x7E${accents[profile.codePage].replaceAll(/[\]\\^-]/g, '')}]*$`, 'u')
        const lines = layout.blocks.flatMap((block) =>
          block.kind === 'line' ? [{ width: block.width, words: block.runs.map((run) => run.text).join('') }] : [],
        )
        for (const { width, words } of lines) {
          expect(words).toMatch(page)
          expect(words.length * width).toBeLessThanOrEqual(profile.columns)
        }
        expect(layout.blocks.length).toBeLessThan(50)
      },
    ),
  )
})

test.each(['cp437', 'cp850', 'cp858', 'win1252'] as const)(
  'each accent of %s is one byte of its own',
  async (codePage) => {
    const profile = { ...printerProfiles.epson80, codePage, columns: 96, dots: 1024 }
    const layout = {
      columns: 96,
      blocks: Array.from(accents[codePage], (text) => ({
        kind: 'line' as const,
        align: 'left' as const,
        width: 1,
        height: 1,
        bold: false,
        runs: [{ text, inverse: false }],
      })),
    }
    const bytes = parse(await encodeLayout(layout, profile)).flatMap((operation) =>
      operation.kind === 'text' ? [operation.text] : [],
    )
    expect(bytes.every((byte) => byte.length === 1 && byte >= '\x80')).toBe(true)
    expect(new Set(bytes).size).toBe(Array.from(accents[codePage]).length)
  },
)

async function kindsOf(paper: LaidOutPaper, profile: PrinterProfile): Promise<Set<string>> {
  return new Set((await operationsOf(paper, profile)).map(({ kind }) => kind))
}

async function printedOn(emulated: EmulatedProfile, paper: LaidOutPaper, profile: PrinterProfile): Promise<Sheet> {
  const printer = new EmulatedPrinter({ ...emulated, speedMmPerSecond: null }, { clock: new ManualClock() })
  attachMemory(printer).write(await encodeLayout(layoutPaper(paper, profile), profile))
  return printer.sheets()[0] ?? printer.tearOff() ?? printer.hanging()
}
