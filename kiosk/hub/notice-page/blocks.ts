import { evenLines, type Measure, type Weight } from './lines.ts'
import type { Sheet, StillOpen } from './sheet.ts'

/**
 * A sheet as blocks of rows, in points (1/72 inch), from its top left corner. A row stays whole; between rows a block
 * may be broken where a page ends. Which size everything has is given; nothing is left out at any size.
 */
export interface Block {
  /** What the block is for somebody who has the page read out. */
  readonly role: 'H1' | 'P'
  /** Black behind white words, a frame, or a thick rule at the side. */
  readonly look: 'bar' | 'frame' | 'rule' | 'plain'
  readonly gapBefore: number
  /** Above the first row and below the last. */
  readonly padding: number
  readonly rows: readonly Row[]
}

export interface Row {
  readonly height: number
  /** Placed from the row's own top left corner, across the width between the margins. */
  readonly pieces: readonly Piece[]
}

export type Piece =
  | {
      readonly kind: 'text'
      readonly x: number
      /** The line the letters stand on. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly weight: Weight
      readonly colour: Colour
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: Colour
    }

export type Colour = 'black' | 'white'

/** Sizes of letters, in points. */
export interface Sizes {
  readonly heading: number
  readonly text: number
}

/** A sheet alone on its page: what still works as a list that is found from afar. */
export function blocksOf(sheet: Sheet, sizes: Sizes, width: number, measure: Measure): readonly Block[] {
  return blocks(sheet, sizes, width, measure, sheet.open === null ? [] : [openList(sheet.open, sizes, width, measure)])
}

/** A sheet that shares its page with others: what still works as one sentence. */
export function denseBlocksOf(sheet: Sheet, sizes: Sizes, width: number, measure: Measure): readonly Block[] {
  return blocks(
    sheet,
    sizes,
    width,
    measure,
    sheet.open === null ? [] : [openSentence(sheet.open, sizes, width, measure)],
  )
}

function blocks(sheet: Sheet, sizes: Sizes, width: number, measure: Measure, open: readonly Block[]): readonly Block[] {
  const { text } = sizes
  const gapBefore = text * 0.5
  return [
    headingBar(sheet, sizes, width, measure),
    ...open,
    ...sheet.sentences.map((sentence): Block => ({
      role: 'P',
      look: 'plain',
      gapBefore,
      padding: 0,
      rows: textRows(sentence, text, 'regular', 0, width, measure),
    })),
    ...(sheet.news === null
      ? []
      : [
          {
            role: 'P',
            look: 'rule',
            gapBefore: gapBefore * 1.4,
            padding: text * 0.15,
            rows: textRows(sheet.news, text, 'bold', ruleWidth + text * 0.5, width, measure),
          } as const,
        ]),
  ]
}

function headingBar(sheet: Sheet, sizes: Sizes, width: number, measure: Measure): Block {
  const inner = width - 2 * barIndent
  const longest = Math.max(...sheet.heading.split(' ').map((word) => measure(word, 'bold')))
  const heading = Math.max(headingSizeMin, Math.min(sizes.heading, inner / longest))
  const title = Math.max(textSizeMin, heading * 0.36)
  const bar = (text: string, size: number, leading: number) =>
    textRows(text, size, 'bold', barIndent, width - barIndent, measure, 'white', leading)
  return {
    role: 'H1',
    look: 'bar',
    gapBefore: 0,
    padding: heading * 0.3,
    rows: [...bar(sheet.title, title, 1.5), ...bar(sheet.heading, heading, 1.12)],
  }
}

function openSentence({ sentence }: StillOpen, { text }: Sizes, width: number, measure: Measure): Block {
  const rows = textRows(sentence, text, 'bold', frameIndent, width - frameIndent, measure)
  return { role: 'P', look: 'frame', gapBefore: text * 0.5, padding: text * 0.35, rows }
}

function openList(open: StillOpen, sizes: Sizes, width: number, measure: Measure): Block {
  const { text } = sizes
  const block = { role: 'P', look: 'frame', gapBefore: text * 0.75, padding: text * 0.6 } as const
  const title = open.services.length === 0 ? open.sentence : open.title
  const head = textRows(
    title,
    text,
    open.services.length === 0 ? 'bold' : 'regular',
    frameIndent,
    width - frameIndent,
    measure,
  )
  const columns = open.services.length > listedAloneMax ? 2 : 1
  const across = (width - 2 * frameIndent - (columns - 1) * columnGap) / columns
  const items = open.services.map(({ letter, name }) => serviceItem(letter, name, text, across, measure))
  const rows: Row[] = []
  for (let first = 0; first < items.length; first += columns) {
    const beside = items.slice(first, first + columns)
    rows.push({
      height: Math.max(...beside.map(({ height }) => height)),
      pieces: beside.flatMap(({ pieces }, column) => moved(pieces, frameIndent + column * (across + columnGap), 0)),
    })
  }
  return { ...block, rows: [...head, ...rows] }
}

/** The service's letter in black as on buttons and tickets, its name beside it. */
function serviceItem(letter: string, name: string, text: number, width: number, measure: Measure): Row {
  const badge = text * 1.2
  const gap = text * 0.35
  const names = textRows(name, text, 'bold', badge + text * 0.45, width, measure, 'black', 1.2)
  const badgeTop = gap
  const centre = (badge - measure(letter, 'bold') * text) / 2
  return {
    height: gap + Math.max(badge, heightOf(names)),
    pieces: [
      { kind: 'box', x: 0, y: badgeTop, width: badge, height: badge, colour: 'black' },
      {
        kind: 'text',
        x: centre,
        y: badgeTop + badge / 2 + (text * capHeight) / 2,
        text: letter,
        size: text,
        weight: 'bold',
        colour: 'white',
      },
      ...stacked(names, badgeTop),
    ],
  }
}

/** Lines of one size between `left` and `right`, `leading` times as high as their letters. */
export function textRows(
  text: string,
  size: number,
  weight: Weight,
  left: number,
  right: number,
  measure: Measure,
  colour: Colour = 'black',
  leading = 1.25,
): readonly Row[] {
  const height = size * leading
  return evenLines(text, (right - left) / size, weight, measure).map((line) => ({
    height,
    pieces: [{ kind: 'text', x: left, y: height / 2 + (size * capHeight) / 2, text: line, size, weight, colour }],
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

/** Read from two metres by somebody with good eyes; nobody is asked for better ones. */
export const textSizeMin = 16
export const headingSizeMin = 24
export const ruleWidth = 8
export const frameWidth = 3
const barIndent = 18
const frameIndent = 18
const columnGap = 16
/** Longer lists go in two columns. */
const listedAloneMax = 5
/** Height of the font's capitals: 0.668 of its size. */
const capHeight = 0.668
