import { evenLines, type Measure, type Weight } from './lines.ts'
import type { Colour, Piece } from './page.ts'

/**
 * What a page is set from, in points (1/72 inch): blocks of rows of pieces. A row stays whole; between rows a block may
 * be broken where a page ends.
 */
export interface Block {
  /** What the block is for somebody who has the page read out. */
  readonly role: 'H1' | 'P'
  /** White words on black, words in a frame, or beside a thick rule. */
  readonly look: 'bar' | 'frame' | 'rule' | 'plain'
  readonly gapBefore: number
  /** Above the first row and below the last. */
  readonly padding: number
  readonly rows: readonly Row[]
}

export interface Row {
  readonly height: number
  /** Placed from the row's own top left corner; its left edge is the page's left margin. */
  readonly pieces: readonly Piece[]
}

/** How a text is set; lines are `leading` times as high as the letters are large. */
export interface Lettering {
  readonly size: number
  readonly weight: Weight
  readonly colour?: Colour
  readonly leading?: number
}

/** The width between the margins, and what letters take of it. */
export interface Room {
  readonly width: number
  readonly measure: Measure
}

/** `text` from `left` to `right`, each counted from its own margin. */
export function textRows(
  text: string,
  lettering: Lettering,
  { width, measure }: Room,
  left = 0,
  right = 0,
): readonly Row[] {
  const { size, weight, colour = 'black', leading = 1.25 } = lettering
  const height = size * leading
  const y = height / 2 + (size * capitalHeight) / 2
  return evenLines(text, (width - left - right) / size, weight, measure).map((line) => ({
    height,
    pieces: [{ kind: 'text', x: left, y, text: line, size, weight, colour }],
  }))
}

export function moved(pieces: readonly Piece[], x: number, y: number): readonly Piece[] {
  return pieces.map((piece) => ({ ...piece, x: piece.x + x, y: piece.y + y }))
}

/** Rows one under the other, the first at `top`. */
export function stacked(rows: readonly Row[], top: number): readonly Piece[] {
  let y = top
  return rows.flatMap(({ pieces, height }) => {
    const placed = moved(pieces, 0, y)
    y += height
    return placed
  })
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0)
}

/** Of the font, as a part of its size. */
export const capitalHeight = 0.668
