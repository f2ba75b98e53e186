import type { Bitmap } from './bitmap.ts'
import type { Font } from './font.ts'

/** What one character looks like, whatever the character is. */
export interface CharacterStyle {
  readonly font: Font
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly underlineDots: number
  readonly inverse: boolean
}

/** Where a line goes: into a width of dots, from a row down. */
export interface LinePlace {
  readonly leftDots: number
  readonly widthDots: number
  readonly topDots: number
  readonly align: 'left' | 'center' | 'right'
  readonly upsideDown: boolean
}

interface Cell {
  readonly rows: readonly number[]
  readonly bits: number
  readonly x: number
  readonly style: CharacterStyle
}

/** The characters waiting for their line feed, each with its own style, standing on one base line. */
export class LineBuffer {
  #cells: Cell[] = []
  #text = ''
  #x = 0
  #heightDots = 0

  get isEmpty(): boolean {
    return this.#cells.length === 0
  }

  get text(): string {
    return this.#text
  }

  get widthDots(): number {
    return this.#x
  }

  get heightDots(): number {
    return this.#heightDots
  }

  /** Adds a character; `rows` are its dots, `bits` wide. */
  add(text: string, rows: readonly number[], bits: number, style: CharacterStyle): void {
    this.#cells.push({ rows, bits, x: this.#x, style })
    this.#text += text
    this.#x += bits * style.width
    this.#heightDots = Math.max(this.#heightDots, style.font.heightDots * style.height)
  }

  /** Moves on to a column of dots without drawing. */
  skipTo(x: number): void {
    this.#text += '\t'
    this.#x = x
  }

  /** Inks the line; the bitmap must already reach down to its end. */
  draw(bitmap: Bitmap, place: LinePlace): void {
    const { leftDots, widthDots, topDots, align, upsideDown } = place
    const free = Math.max(0, widthDots - this.#x)
    const indent = align === 'left' ? 0 : align === 'center' ? Math.floor(free / 2) : free
    const ink = (x: number, y: number) => {
      const column = indent + x
      if (column >= widthDots) return
      if (upsideDown) bitmap.ink(leftDots + widthDots - 1 - column, topDots + this.#heightDots - 1 - y)
      else bitmap.ink(leftDots + column, topDots + y)
    }
    for (const cell of this.#cells) drawCell(cell, this.#heightDots, ink)
  }
}

function drawCell(cell: Cell, baseLine: number, ink: (x: number, y: number) => void): void {
  const { style, bits } = cell
  const top = baseLine - style.font.heightDots * style.height
  const full = 2 ** bits - 1
  cell.rows.forEach((row, line) => {
    let dots = style.bold ? row | (row >> 1) : row
    if (style.inverse) dots = ~dots & full
    else if (line >= style.font.heightDots - style.underlineDots) dots = full
    for (let bit = 0; bit < bits; bit++) {
      if (((dots >> (bits - 1 - bit)) & 1) === 0) continue
      for (let y = 0; y < style.height; y++) {
        for (let x = 0; x < style.width; x++) ink(cell.x + bit * style.width + x, top + line * style.height + y)
      }
    }
  })
}
