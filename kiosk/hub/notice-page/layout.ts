import {
  blocksOf,
  denseBlocksOf,
  frameWidth,
  headingSizeMin,
  heightOf,
  ruleWidth,
  stacked,
  textRows,
  textSizeMin,
  type Block,
  type Piece,
  type Row,
  type Sizes,
} from './blocks.ts'
import type { Measure } from './lines.ts'
import type { Poster, Sheet } from './sheet.ts'

/**
 * A poster laid out on A4 pages, upright. Letters are as large as everything fits one page with, down to the least
 * that can be read from afar; what does not fit even then goes on as few further pages as it needs, and the letters are
 * as large as those allow. Nothing is ever cut. Pure: letters are measured by what is handed in.
 */
export interface Page {
  readonly parts: readonly Part[]
}

/** What belongs together on a page, for somebody who has it read out; null for what only decorates. */
export interface Part {
  readonly role: 'H1' | 'P' | 'Figure' | null
  readonly language: string
  readonly pieces: readonly (Piece | QrPiece)[]
}

/** The code of the poster's link, without a quiet zone: the page around it is white. */
export interface QrPiece {
  readonly kind: 'qr'
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Points: 210 by 297 mm. */
export const pageWidth = 595.28
export const pageHeight = 841.89

export function pagesOf({ sheets }: Poster, measure: Measure): readonly Page[] {
  const [own] = sheets
  if (own === undefined) return []
  if (sheets.length > 1) {
    const together = sizesTogether
      .values()
      .map((sizes) => togetherOn(sheets, own, sizes, measure))
      .find((pages) => pages.length === 1)
    if (together) return together
  }
  return sheets.flatMap((sheet) => alone(sheet, measure))
}

/** The largest letters among those that need the fewest pages. */
function alone(sheet: Sheet, measure: Measure): readonly Page[] {
  let best: readonly Page[] | null = null
  for (const sizes of sizesAlone) {
    const pages = onPages([sheet], sheet, [...tagged(sheet, blocksOf(sheet, sizes, width, measure))], measure)
    if (pages.length === 1) return pages
    if (best === null || pages.length < best.length) best = pages
  }
  return best ?? []
}

function togetherOn(sheets: readonly Sheet[], own: Sheet, sizes: Sizes, measure: Measure): readonly Page[] {
  const blocks = sheets.flatMap((sheet, index) => {
    const [first, ...others] = tagged(sheet, denseBlocksOf(sheet, sizes, width, measure))
    return first === undefined ? [] : [{ ...first, gapBefore: index === 0 ? 0 : sizes.text * 1.1 }, ...others]
  })
  return onPages(sheets, own, blocks, measure)
}

interface TaggedBlock extends Block {
  readonly language: string
}

function tagged(sheet: Sheet, blocks: readonly Block[]): readonly TaggedBlock[] {
  return blocks.map((block) => ({ ...block, language: sheet.language }))
}

/** The blocks down the pages, each page with the office above and the code below. */
function onPages(
  sheets: readonly Sheet[],
  own: Sheet,
  blocks: readonly TaggedBlock[],
  measure: Measure,
): readonly Page[] {
  const office = textRows(own.office, officeSize, 'bold', margin, pageWidth - margin, measure)
  const top = marginTop + heightOf(office) + 8
  const foot = footOf(sheets, own, measure)
  const bottom = pageHeight - marginBottom - foot.height
  const pages = flowed(blocks, bottom - footGap - top)
  return pages.map((slices, index) => {
    const used = slices.reduce((sum, { gap, height }) => sum + gap + height, 0)
    const spare = Math.max(0, bottom - footGap - top - used)
    const widen = slices.length > 1 ? Math.min(gapWidenedMax, spare / (slices.length - 1)) : 0
    let y = top
    const body = slices.map((slice, place) => {
      y += slice.gap + (place === 0 ? 0 : widen)
      const part: Part = {
        role: slice.block.role,
        language: slice.block.language,
        pieces: [
          ...backdrop(slice.block.look, y, slice.height),
          ...stacked(slice.rows, y + slice.block.padding).map((piece) => ({ ...piece, x: piece.x + margin })),
        ],
      }
      y += slice.height
      return part
    })
    return {
      parts: [
        { role: 'P', language: own.language, pieces: stacked(office, marginTop) },
        ...body,
        ...foot.parts(bottom, pages.length === 1 ? null : `${index + 1} / ${pages.length}`),
      ],
    }
  })
}

/** Part of a block on one page. */
interface Slice {
  readonly block: TaggedBlock
  readonly rows: readonly Row[]
  readonly gap: number
  readonly height: number
}

function flowed(blocks: readonly TaggedBlock[], height: number): readonly (readonly Slice[])[] {
  const pages: Slice[][] = [[]]
  let left = height
  for (const block of blocks) {
    let rows = block.rows
    while (rows.length > 0) {
      const page = pages.at(-1) ?? []
      const gap = page.length === 0 ? 0 : block.gapBefore
      const fits = rowsThatFit(rows, left - gap - 2 * block.padding)
      // A page that has something may end before the block; an empty one takes at least a row, or there is no end.
      const taken = page.length === 0 ? Math.max(1, fits) : fits < Math.min(rowsTogetherMin, rows.length) ? 0 : fits
      if (taken > 0) {
        const slice = {
          block,
          rows: rows.slice(0, taken),
          gap,
          height: heightOf(rows.slice(0, taken)) + 2 * block.padding,
        }
        page.push(slice)
        left -= gap + slice.height
        rows = rows.slice(taken)
      }
      if (rows.length > 0) {
        pages.push([])
        left = height
      }
    }
  }
  return pages
}

function rowsThatFit(rows: readonly Row[], height: number): number {
  let used = 0
  const first = rows.findIndex((row) => (used += row.height) > height)
  return first === -1 ? rows.length : first
}

function backdrop(look: Block['look'], y: number, height: number): readonly Piece[] {
  const box = { kind: 'box', x: margin, y, width, height, colour: 'black' } as const
  switch (look) {
    case 'bar':
      return [box]
    case 'rule':
      return [{ ...box, width: ruleWidth }]
    case 'frame':
      return [
        box,
        {
          ...box,
          x: margin + frameWidth,
          y: y + frameWidth,
          width: width - 2 * frameWidth,
          height: height - 2 * frameWidth,
          colour: 'white',
        },
      ]
    case 'plain':
      return []
    default:
      return look satisfies never
  }
}

/** The code with what it is for, and when this was printed. */
function footOf(sheets: readonly Sheet[], own: Sheet, measure: Measure) {
  const left = margin + qrSize + 18
  const right = pageWidth - margin
  const scanSize = sheets.length === 1 ? 20 : textSizeMin
  const scans = sheets.map((sheet) => ({ sheet, rows: textRows(sheet.scan, scanSize, 'bold', left, right, measure) }))
  const printed = textRows(own.printed, smallPrint, 'regular', left, right, measure)
  const words = [...scans.flatMap(({ rows }) => rows), ...printed]
  const height = Math.max(qrSize, heightOf(words) + 6) + ruleGap
  const parts = (top: number, count: string | null): readonly Part[] => {
    let y = top + ruleGap
    return [
      {
        role: null,
        language: own.language,
        pieces: [{ kind: 'box', x: margin, y: top, width, height: 2, colour: 'black' }],
      },
      { role: 'Figure', language: own.language, pieces: [{ kind: 'qr', x: margin, y, size: qrSize }] },
      ...scans.map(({ sheet, rows }): Part => {
        const part: Part = { role: 'P', language: sheet.language, pieces: stacked(rows, y) }
        y += heightOf(rows)
        return part
      }),
      { role: 'P', language: own.language, pieces: stacked(printed, top + height - heightOf(printed)) },
      ...(count === null
        ? []
        : [
            {
              role: 'P',
              language: own.language,
              pieces: stacked(
                textRows(
                  count,
                  smallPrint,
                  'bold',
                  right - measure(count, 'bold') * smallPrint - 1,
                  pageWidth,
                  measure,
                ),
                top + height - heightOf(printed),
              ),
            } as const,
          ]),
    ]
  }
  return { height, parts }
}

/** Most desktop printers leave 4 mm white at the edges, some 6. */
const margin = 34
const marginTop = 28
const marginBottom = 30
const width = pageWidth - 2 * margin
const officeSize = 18
/** For the time of printing and the page's number, which nobody needs from afar. */
const smallPrint = 13
/** 37 mm: read by a telephone at arm's length and from a metre. */
const qrSize = 104
const ruleGap = 12
const footGap = 14
/** A short notice is spread a little, so that it does not hang at the top. */
const gapWidenedMax = 26
/** A single line of a paragraph is not left alone at the foot of a page. */
const rowsTogetherMin = 2

const steps = Array.from({ length: 15 }, (_, step) => 1 - step / 20)
const sizesAlone: readonly Sizes[] = steps.map((part) => ({
  heading: Math.max(headingSizeMin, 64 * part),
  text: Math.max(textSizeMin, 30 * part),
}))
const sizesTogether: readonly Sizes[] = steps.map((part) => ({
  heading: Math.max(headingSizeMin, 40 * part),
  text: Math.max(textSizeMin, 24 * part),
}))
