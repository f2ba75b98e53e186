import type { Adapter } from '@node-escpos/adapter'
import type { Printer } from '@node-escpos/core'
import { encode as qrMatrix } from 'uqr'
import { codePageNumbers } from './code-page.ts'
import { characterDots, commands, cutCommand } from './commands.ts'
import type { Block, Layout, Line } from './layout.ts'
import { printLogo } from './logo.ts'
import type { PrinterProfile } from './profiles.ts'

/**
 * A layout into the bytes of one job. @node-escpos/core builds them in memory: a fresh Printer each time, so that two
 * jobs can never mix, and it never sees a device. What it gets wrong (QR, cut, bold) is sent as raw commands. A job
 * begins by resetting the printer and ends with the cut: it owes nothing to the job before.
 */
export async function encodeLayout(layout: Layout, profile: PrinterProfile): Promise<Uint8Array> {
  const { Printer, MemoryAdapter } = await loadEncoder()
  const memory = new MemoryAdapter()
  const printer = new Printer(memory, { encoding: profile.codePage })
  const style: Style = { align: 'left', width: 1, height: 1, bold: false, inverse: false }

  printer.hardware('init')
  // Many printers read two bytes as one Chinese character, and do so again after every reset.
  printer.raw(commands.singleBytes)
  const page = codePageNumbers[profile.codePage]
  if (page !== null && holdsAccents(layout)) printer.raw(commands.codePage(page))
  for (const block of layout.blocks) writeBlock(printer, style, block, profile)
  change(printer, style, { ...plainStyle, align: style.align })
  if (profile.feedLines > 0) printer.raw(commands.feedLines(profile.feedLines))
  if (profile.cut !== 'none') printer.raw(cutCommand(profile.cut))
  await printer.flush()
  return memory.bytes()
}

/**
 * Loads what encoding needs, once: about 200 ms, because the library brings an image stack. Call it when the start is
 * over, so that neither the start nor the first ticket waits for it.
 */
export function loadEncoder(): Promise<Encoder> {
  loading ??= load()
  return loading
}

interface Encoder {
  readonly Printer: typeof Printer
  readonly MemoryAdapter: new () => MemoryAdapter
}
interface MemoryAdapter extends Adapter<[]> {
  bytes(): Uint8Array
}

let loading: Promise<Encoder> | undefined

async function load(): Promise<Encoder> {
  const [core, adapter] = await Promise.all([import('@node-escpos/core'), import('@node-escpos/adapter')])
  class Memory extends adapter.Adapter<[]> implements MemoryAdapter {
    readonly #written: Buffer[] = []

    bytes(): Uint8Array {
      return Uint8Array.from(Buffer.concat(this.#written))
    }
    open(callback?: (error: Error | null) => void): this {
      callback?.(null)
      return this
    }
    write(data: Buffer | string, callback?: (error: Error | null) => void): this {
      this.#written.push(Buffer.from(data))
      callback?.(null)
      return this
    }
    close(callback?: (error: Error | null) => void): this {
      callback?.(null)
      return this
    }
    read(): void {}
  }
  return { Printer: core.Printer, MemoryAdapter: Memory }
}

/** What the printer is set to; only differences are sent, since a ticket has to be short on a slow line. */
interface Style {
  align: 'left' | 'center'
  width: number
  height: number
  bold: boolean
  inverse: boolean
}
const plainStyle = { width: 1, height: 1, bold: false, inverse: false } as const

function writeBlock(printer: Printer<[]>, style: Style, block: Block, profile: PrinterProfile): void {
  switch (block.kind) {
    case 'line':
      return writeLine(printer, style, block, profile)
    case 'gap':
      change(printer, style, { ...plainStyle, align: style.align })
      printer.feed(block.lines)
      return
    case 'bar':
      return writeBar(printer, style, block, profile)
    case 'cells':
      return writeCells(printer, style, block)
    case 'logo':
      change(printer, style, { ...plainStyle, align: 'center' })
      printer.raw(Buffer.from(printLogo()))
      return
    case 'qr':
      change(printer, style, { ...plainStyle, align: 'center' })
      return writeQr(printer, block, profile)
  }
}

function writeLine(printer: Printer<[]>, style: Style, line: Line, profile: PrinterProfile): void {
  const { align, width, height, bold } = line
  for (const { text, inverse } of line.runs) {
    change(printer, style, { align, width, height, bold, inverse: inverse && profile.inverse })
    printer.pureText(text, profile.codePage)
  }
  printer.feed()
}

function writeBar(printer: Printer<[]>, style: Style, block: Extract<Block, { kind: 'bar' }>, profile: PrinterProfile) {
  const { lines, scale } = block
  printer.raw(commands.lineSpacing(characterDots * scale))
  change(printer, style, { align: 'center', width: scale, height: scale, bold: true, inverse: profile.inverse })
  for (const line of lines) {
    printer.pureText(line, profile.codePage)
    printer.feed()
  }
  change(printer, style, { ...plainStyle, align: style.align })
  printer.raw(commands.defaultLineSpacing)
}

function writeCells(printer: Printer<[]>, style: Style, block: Extract<Block, { kind: 'cells' }>): void {
  const { rows, scale } = block
  printer.raw(commands.lineSpacing(characterDots * scale))
  for (const row of rows)
    for (const [run] of `${row}\n`.matchAll(/#+| +|\n/g)) {
      if (run === '\n') printer.feed()
      else {
        change(printer, style, {
          align: 'center',
          width: scale,
          height: scale,
          bold: false,
          inverse: run.startsWith('#'),
        })
        printer.print(' '.repeat(run.length))
      }
    }
  change(printer, style, { ...plainStyle, align: 'center' })
  printer.raw(commands.defaultLineSpacing)
}

function writeQr(printer: Printer<[]>, block: Extract<Block, { kind: 'qr' }>, profile: PrinterProfile): void {
  const { data, moduleDots } = block
  switch (profile.qr) {
    case 'gsk':
      // Model 2 and level L are what every printer starts with; 17 bytes saved on a slow line.
      printer.raw(commands.symbol(67, [moduleDots]))
      printer.raw(commands.symbol(80, [0x30, ...Buffer.from(data, 'latin1')]))
      printer.raw(commands.symbol(81, [0x30]))
      return
    case 'escz':
      printer.raw(commands.cloneSymbol(data, moduleDots))
      return
    case 'raster':
      printer.raw(rasterQr(data, moduleDots))
      return
    case 'off':
  }
}

/**
 * GS v 0 in its double width and height: half the module's dots are sent and drawn twice, a quarter of the bytes.
 * An odd module size is rounded down to an even one.
 */
export function rasterQr(data: string, moduleDots: number): Buffer {
  const { data: modules } = qrMatrix(data, { ecc: 'L', boostEcc: false, border: 0 })
  const dots = Math.max(1, Math.floor(moduleDots / 2))
  const size = modules.length * dots
  const rowBytes = Math.ceil(size / 8)
  const picture = Buffer.alloc(rowBytes * size)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (modules[Math.floor(y / dots)]?.[Math.floor(x / dots)]) picture[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
  return Buffer.concat([commands.doubledRaster(rowBytes, size), picture])
}

function change(printer: Printer<[]>, style: Style, wanted: Style): void {
  if (wanted.align !== style.align) printer.align(wanted.align === 'center' ? 'ct' : 'lt')
  if (wanted.width !== style.width || wanted.height !== style.height) printer.size(wanted.width, wanted.height)
  if (wanted.bold !== style.bold) printer.raw(commands.bold(wanted.bold))
  if (wanted.inverse !== style.inverse) printer.raw(commands.inverse(wanted.inverse))
  Object.assign(style, wanted)
}

function holdsAccents(layout: Layout): boolean {
  return layout.blocks.some((block) => {
    if (block.kind === 'line') return block.runs.some(({ text }) => accented.test(text))
    return block.kind === 'bar' && block.lines.some((line) => accented.test(line))
  })
}

const accented = /[^\x20-\x7E]/
