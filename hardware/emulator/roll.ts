import { Bitmap } from './bitmap.ts'
import type { Operation } from './operation.ts'
import type { EmulatedProfile } from './profile.ts'
import type { Complaint, Sheet, Warning } from './sheet.ts'

const operationsMax = 20_000
const warningsMax = 1000

/**
 * The paper between the head and whoever takes it: rows of dots grow at the head, the blade stands a gap above it, so
 * that every sheet begins with that gap blank and a cut without feed leaves lines behind for the next sheet.
 *
 * It also keeps what was carried out and complained about since the last sheet. It does not know what commands mean.
 */
export class Roll {
  readonly gapDots: number
  readonly #profile: EmulatedProfile
  #bitmap: Bitmap
  #lines: PrintedLine[] = []
  #operations: Operation[] = []
  #warnings: Warning[] = []
  #sheetsMade = 0

  constructor(profile: EmulatedProfile) {
    this.#profile = profile
    this.gapDots = Math.round((profile.cutter.gapMm * profile.dpi) / 25.4)
    this.#bitmap = new Bitmap(profile.widthDots, this.gapDots)
  }

  get heightDots(): number {
    return this.#bitmap.heightDots
  }

  get lengthMm(): number {
    return (this.#bitmap.heightDots / this.#profile.dpi) * 25.4
  }

  record(operation: Operation): void {
    if (this.#operations.length < operationsMax) this.#operations.push(operation)
    else if (this.#warnings.at(-1)?.kind !== 'list-full') {
      this.warn({ kind: 'list-full', detail: `${operationsMax} operations` }, operation.at)
    }
  }

  /** `at` is the operation's place in the stream; without it, that of the last one recorded. */
  warn(complaint: Complaint, at: number = this.#operations.at(-1)?.at ?? 0): void {
    if (this.#warnings.length < warningsMax) this.#warnings.push({ ...complaint, at })
  }

  /** Moves the paper by so many rows. */
  feed(dots: number): void {
    this.#bitmap.extend(dots)
  }

  /** Moves the paper by `feedDots` and inks the top `heightDots` of that; `draw` is given where they begin. */
  print(text: string, heightDots: number, feedDots: number, draw: (bitmap: Bitmap, topDots: number) => void): void {
    const topDots = this.#bitmap.heightDots
    this.#bitmap.extend(feedDots)
    draw(this.#bitmap, topDots)
    this.#lines.push({ text, topDots, bottomDots: topDots + heightDots })
  }

  /** Takes off what is above the blade or tear bar; null when nothing is. */
  cut(end: Sheet['end']): Sheet | null {
    return this.#takeTop(this.#bitmap.heightDots - this.gapDots, end)
  }

  /** Pulls everything out of the printer, for another roll; null when there is nothing on it. */
  pullOut(): Sheet | null {
    const sheet = this.#bitmap.heightDots > this.gapDots ? this.#takeTop(this.#bitmap.heightDots, 'torn') : null
    this.#bitmap = new Bitmap(this.#profile.widthDots, this.gapDots)
    return sheet
  }

  /** What a look at the printer shows now, the part under the blade too. */
  hanging(): Sheet {
    return this.#sheet('hanging', this.#bitmap.copy(), this.#lines, this.#sheetsMade + 1)
  }

  #takeTop(rows: number, end: Sheet['end']): Sheet | null {
    if (rows <= 0) return null
    const behind = this.#lines.filter((line) => line.bottomDots > rows && line.text !== '')
    if (behind.length > 0) {
      this.warn({ kind: 'left-behind-blade', detail: behind.map((line) => line.text).join(' / ') })
    }
    const above = this.#lines.filter((line) => line.topDots < rows)
    const sheet = this.#sheet(end, this.#bitmap.takeTop(rows), above, ++this.#sheetsMade)
    this.#lines = this.#lines
      .filter((line) => line.topDots >= rows)
      .map(({ text, topDots, bottomDots }) => ({ text, topDots: topDots - rows, bottomDots: bottomDots - rows }))
    this.#operations = []
    this.#warnings = []
    return sheet
  }

  #sheet(end: Sheet['end'], bitmap: Bitmap, lines: readonly PrintedLine[], number: number): Sheet {
    const { dpi, paperWidthMm, widthDots } = this.#profile
    const start = this.#operations[0]?.at ?? 0
    const edgeDots = Math.floor(((paperWidthMm * dpi) / 25.4 - widthDots) / 2)
    return {
      number,
      end,
      operations: this.#operations.map((operation) => ({ ...operation, at: operation.at - start })),
      lines: lines.map((line) => line.text),
      warnings: this.#warnings.map((warning) => ({ ...warning, at: warning.at - start })),
      unknownCount: this.#operations.filter((operation) => operation.kind === 'unknown').length,
      bitmap,
      lengthMm: (bitmap.heightDots / dpi) * 25.4,
      png: () => bitmap.onPaper(edgeDots).png(dpi),
    }
  }
}

interface PrintedLine {
  readonly text: string
  readonly topDots: number
  readonly bottomDots: number
}
