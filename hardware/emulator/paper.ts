import { characterOf } from './code-pages.ts'
import { fontA } from './font.ts'
import { LineBuffer, type CharacterStyle } from './line-buffer.ts'
import type { Operation, Picture, Scale } from './operation.ts'
import type { EmulatedProfile } from './profile.ts'
import { qrMatrix } from './qr.ts'
import { Roll } from './roll.ts'
import { applySetting, startSettings, unitsToDots, type Settings } from './settings.ts'
import type { Sheet } from './sheet.ts'

/** The paper that may hang out of the printer before somebody tears it off. */
const hangingMmMax = 3000

/** What an operation did to the paper. */
export interface Executed {
  readonly movedDots: number
  /** The sheet that this operation cut off. */
  readonly sheet: Sheet | null
}

/**
 * The print mechanism: operations in, sheets of paper out.
 *
 * It knows no time, no sensors and no end of the roll: `execute` tells how far the paper moved.
 */
export class Paper {
  readonly #profile: EmulatedProfile
  readonly #roll: Roll
  readonly #logos = new Map<string, Picture>()
  #settings: Settings
  #line = new LineBuffer()

  constructor(profile: EmulatedProfile) {
    this.#profile = profile
    this.#roll = new Roll(profile)
    this.#settings = startSettings(profile)
  }

  /** Carries out one operation. */
  execute(operation: Operation): Executed {
    const before = this.#roll.heightDots
    this.#roll.record(operation)
    if (operation.kind === 'cut') {
      this.#feedToBlade(operation.feedUnits)
      const movedDots = this.#roll.heightDots - before
      return { movedDots, sheet: this.#cut(operation.blade) }
    }
    this.#carryOut(operation)
    const movedDots = this.#roll.heightDots - before
    if (this.#roll.lengthMm < hangingMmMax) return { movedDots, sheet: null }
    this.#roll.warn({ kind: 'paper-on-floor', detail: `${hangingMmMax} mm without a cut` })
    return { movedDots, sheet: this.tearOff() }
  }

  /** Settings and waiting text are lost, as when the power goes; stored logos and the paper itself stay. */
  loseMemory(): void {
    if (!this.#line.isEmpty) this.#roll.warn({ kind: 'text-discarded', detail: this.#line.text })
    this.#line = new LineBuffer()
    this.#settings = startSettings(this.#profile)
  }

  /** Somebody takes the paper that hangs out, at the blade or tear bar; null when nothing has come that far. */
  tearOff(): Sheet | null {
    return this.#roll.cut('torn')
  }

  /** The roll is taken out, and with it the paper that was printed and not cut. */
  pullOut(): Sheet | null {
    return this.#roll.pullOut()
  }

  /** What hangs out of the printer now, and what is still under the blade. */
  hanging(): Sheet {
    return this.#roll.hanging()
  }

  #carryOut(operation: Exclude<Operation, { readonly kind: 'cut' }>): void {
    const settings = this.#settings
    switch (operation.kind) {
      case 'text':
        this.#text(operation.text)
        break
      case 'tab':
        this.#tab()
        break
      case 'line-feed':
        this.#printLine(settings.lineSpacingDots)
        break
      case 'feed-lines':
        this.#feed(settings.lineSpacingDots * operation.lines)
        break
      case 'feed':
        this.#feed(unitsToDots(operation.units, this.#profile))
        break
      case 'initialize':
        this.loseMemory()
        break
      case 'qr-store':
        settings.qrData = operation.data
        if (this.#profile.qr) break
        this.#roll.warn({ kind: 'no-qr', detail: operation.data })
        this.#text(operation.data)
        break
      case 'qr-print':
        if (this.#profile.qr) this.#printQr(settings.qrData, settings.qrLevel, settings.qrModuleDots)
        break
      case 'clone-qr':
        if (this.#profile.cloneQr) this.#printQr(operation.data, operation.level, operation.dots)
        else {
          this.#roll.warn({ kind: 'no-qr', detail: operation.data })
          this.#text(operation.level + operation.data)
        }
        break
      case 'raster':
        this.#printPicture(operation.picture, operation.scale)
        break
      case 'logo-store':
        for (const logo of operation.logos) this.#logos.set(logo.key, logo.picture)
        break
      case 'logo-delete':
        this.#logos.delete(operation.key)
        break
      case 'logo-print': {
        const picture = this.#logos.get(operation.key)
        if (picture) this.#printPicture(picture, operation.scale)
        else this.#roll.warn({ kind: 'no-logo', detail: operation.key })
        break
      }
      case 'picture-store':
        settings.picture = operation
        break
      case 'picture-print':
        if (settings.picture) this.#printPicture(settings.picture.picture, settings.picture.scale)
        else this.#roll.warn({ kind: 'no-logo', detail: 'nothing stored' })
        settings.picture = null
        break
      case 'carriage-return':
      case 'drawer':
      case 'clone-symbol':
      case 'live-status':
      case 'auto-status':
      case 'status':
      case 'identify':
      case 'confirm':
      case 'unknown':
        break
      default: {
        const complaint = applySetting(settings, operation, this.#profile)
        if (complaint) this.#roll.warn(complaint)
      }
    }
  }

  #text(text: string): void {
    for (const byte of Buffer.from(text, 'latin1')) if (byte >= 0x20) this.#byte(byte)
  }

  #byte(byte: number): void {
    const settings = this.#settings
    const style = this.#style()
    if (settings.leadByte !== null) {
      this.#roll.warn({ kind: 'double-byte', detail: Buffer.of(settings.leadByte, byte).toString('hex') })
      settings.leadByte = null
      // Which character it is depends on the printer's country; what is sure is that it is as wide as two.
      this.#character('〓', doubleByteMark, doubleByteMark.length, { ...style, font: fontA })
    } else if (settings.doubleByte && byte >= 0x81 && byte <= 0xfe) settings.leadByte = byte
    else {
      const character = characterOf(settings.codePage, byte)
      const rows = character === null ? null : style.font.glyph(character)
      if (rows === null)
        this.#roll.warn({ kind: 'no-glyph', detail: `${byte.toString(16)}h in page ${settings.codePage}` })
      this.#character(character ?? ' ', rows ?? [], style.font.widthDots, style)
    }
  }

  #character(text: string, rows: readonly number[], bits: number, style: CharacterStyle): void {
    const width = bits * style.width
    const areaWidth = this.#area().widthDots
    if (!this.#line.isEmpty && this.#line.widthDots + width > areaWidth) {
      this.#roll.warn({ kind: 'wrapped', detail: `before ${text} after ${this.#line.text}` })
      this.#printLine(this.#settings.lineSpacingDots)
    }
    if (width > areaWidth) this.#roll.warn({ kind: 'wider-than-paper', detail: text })
    this.#line.add(text, rows, bits, style)
  }

  #tab(): void {
    const { tabColumns, font, width } = this.#settings
    const columnDots = font.widthDots * width
    const next = tabColumns.find((column) => column * columnDots > this.#line.widthDots)
    if (next !== undefined && next * columnDots <= this.#area().widthDots) this.#line.skipTo(next * columnDots)
  }

  #feed(dots: number): void {
    if (this.#line.isEmpty) this.#roll.feed(dots)
    else this.#printLine(dots)
  }

  /** Prints what waits and feeds at least so far that the next line does not touch it. */
  #printLine(feedDots: number): void {
    const line = this.#line
    const { align, upsideDown } = this.#settings
    this.#roll.print(line.text, line.heightDots, Math.max(feedDots, line.heightDots), (bitmap, topDots) =>
      line.draw(bitmap, { ...this.#area(), topDots, align, upsideDown }),
    )
    this.#line = new LineBuffer()
  }

  #printQr(data: string, level: Settings['qrLevel'], moduleDots: number): void {
    const matrix = qrMatrix(data, level)
    if (matrix === null) {
      const detail = data === '' ? 'no data stored' : `${data.length} bytes are too many`
      this.#roll.warn({ kind: 'qr-impossible', detail })
      return
    }
    const size = matrix.length * moduleDots
    // A printer does not print a code that it cannot print whole.
    if (size > this.#area().widthDots) this.#roll.warn({ kind: 'wider-than-paper', detail: `QR code of ${size} dots` })
    else {
      const module = (dots: number) => Math.floor(dots / moduleDots)
      this.#printBlock(`[QR ${data}]`, size, size, (x, y) => matrix[module(y)]?.[module(x)] === true)
    }
  }

  #printPicture(picture: Picture, scale: Scale): void {
    const rows = Buffer.from(picture.rows, 'base64')
    const bytesAcross = Math.ceil(picture.widthDots / 8)
    const width = picture.widthDots * scale.x
    if (width > this.#area().widthDots) {
      this.#roll.warn({ kind: 'wider-than-paper', detail: `picture of ${width} dots` })
    }
    const name = `[picture ${picture.widthDots}x${picture.heightDots}]`
    this.#printBlock(name, width, picture.heightDots * scale.y, (x, y) => {
      const column = Math.floor(x / scale.x)
      const byte = rows[Math.floor(y / scale.y) * bytesAcross + (column >> 3)] ?? 0
      return ((byte >> (7 - (column & 7))) & 1) === 1
    })
  }

  /** Prints something that is not text: it stands on rows of its own, exactly as high as it is. */
  #printBlock(name: string, width: number, height: number, isInk: (x: number, y: number) => boolean): void {
    if (!this.#line.isEmpty) {
      this.#roll.warn({ kind: 'mid-line', detail: this.#line.text })
      this.#printLine(this.#settings.lineSpacingDots)
    }
    const { leftDots, widthDots } = this.#area()
    const free = Math.max(0, widthDots - width)
    const { align } = this.#settings
    const left = leftDots + (align === 'left' ? 0 : align === 'center' ? Math.floor(free / 2) : free)
    this.#roll.print(name, height, height, (bitmap, topDots) => {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < Math.min(width, widthDots); x++) if (isInk(x, y)) bitmap.ink(left + x, topDots + y)
      }
    })
  }

  #feedToBlade(feedUnits: number | null): void {
    if (!this.#line.isEmpty) this.#roll.warn({ kind: 'cut-with-unprinted-text', detail: this.#line.text })
    if (feedUnits === null) return
    const toBlade = this.#profile.cutter.kind === 'blade' ? this.#roll.gapDots : 0
    this.#roll.feed(toBlade + unitsToDots(feedUnits, this.#profile))
  }

  #cut(blade: 'full' | 'partial'): Sheet | null {
    if (this.#profile.cutter.kind === 'blade') return this.#roll.cut(blade === 'full' ? 'cut' : 'partly-cut')
    this.#roll.warn({ kind: 'no-blade', detail: 'the paper was not cut' })
    return null
  }

  #style(): CharacterStyle {
    const { font, width, height, bold, doubleStrike, underlineDots, inverse } = this.#settings
    return { font, width, height, bold: bold || doubleStrike, underlineDots, inverse }
  }

  /** The dots that may be inked now. */
  #area(): { readonly leftDots: number; readonly widthDots: number } {
    const across = this.#profile.widthDots
    const leftDots = Math.min(this.#settings.leftMarginDots, across)
    return { leftDots, widthDots: Math.min(this.#settings.printWidthDots ?? across, across - leftDots) }
  }
}

/** Stands for any double-byte character: two bars in 24 by 24 dots. */
const doubleByteMark = Array.from({ length: 24 }, (_, row) =>
  (row >= 5 && row < 9) || (row >= 15 && row < 19) ? 0x3ffffc : 0,
)
