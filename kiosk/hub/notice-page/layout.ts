import type { Language } from '../../../shared/language.ts'
import { flow, type Slice } from './flow.ts'
import { footOf } from './foot.ts'
import type { Measure } from './lines.ts'
import { pageHeight, pageWidth, type BoxPiece, type Page, type Part } from './page.ts'
import { heightOf, moved, stacked, textRows, type Block, type Room } from './rows.ts'
import { closeSheetBlocks, headingSizeMin, ruleWidth, sheetBlocks, textSizeMin, type Sizes } from './sheet-blocks.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheets of a poster laid out on A4 pages, upright. Letters are as large as everything fits one page with, down to
 * the least that is read from afar; what does not fit even then goes on as few further pages as it needs, in letters as
 * large as those allow. Several languages share one page where they fit it, or have pages of their own. Nothing is ever cut. Pure:
 * letters are measured by what is handed in.
 */
export function pagesOf(sheets: readonly Sheet[], measure: Measure): readonly Page[] {
  const room = { width: pageWidth - 2 * margin, measure }
  return (sheets.length > 1 ? together(sheets, room) : null) ?? sheets.flatMap((sheet) => alone(sheet, room))
}

/** The largest letters of those that need the fewest pages. */
function alone(sheet: Sheet, room: Room): readonly Page[] {
  let best: readonly Page[] = []
  for (const sizes of steps(aloneMost)) {
    const pages = onPages([sheet], inLanguage(sheet, sheetBlocks(sheet, sizes, room)), room)
    if (pages.length === 1) return pages
    if (best.length === 0 || pages.length < best.length) best = pages
  }
  return best
}

/** Null where not even the smallest letters bring all sheets on one page. */
function together(sheets: readonly Sheet[], room: Room): readonly Page[] | null {
  for (const sizes of steps(togetherMost)) {
    const blocks = sheets.flatMap((sheet) => inLanguage(sheet, closeSheetBlocks(sheet, sizes, room)))
    const pages = onPages(sheets, blocks, room)
    if (pages.length === 1) return pages
  }
  return null
}

/**
 * From the largest sizes down to the least. Sentences come first: their letters shrink only when the heading cannot
 * make room for them.
 */
function steps({ text: most, headings }: Most): readonly Sizes[] {
  return Array.from({ length: stepsMax + 1 }, (_, step) => {
    const text = most + (textSizeMin - most) * (step / stepsMax)
    return headings.map((times) => ({ heading: Math.max(headingSizeMin, text * times), text }))
  }).flat()
}

/** The largest sentences, and how many times their size a heading may have. */
interface Most {
  readonly text: number
  readonly headings: readonly number[]
}

type LanguageBlock = Block & { readonly language: Language }

function inLanguage({ language }: Sheet, blocks: readonly Block[]): readonly LanguageBlock[] {
  return blocks.map((block) => ({ ...block, language }))
}

/** Every page has the office above and the code below. */
function onPages(sheets: readonly Sheet[], blocks: readonly LanguageBlock[], room: Room): readonly Page[] {
  const [own] = sheets
  if (own === undefined) return []
  const office = textRows(own.office, { size: officeSize, weight: 'bold' }, room)
  const foot = footOf(sheets, room)
  const top = marginTop + heightOf(office) + officeGap
  const bottom = pageHeight - marginBottom - foot.height
  const pages = flow(blocks, bottom - footGap - top)
  return pages.map((slices, index) => {
    const parts: readonly Part[] = [
      { role: 'P', language: own.language, pieces: stacked(office, marginTop) },
      ...spread(slices, top, bottom - footGap, room.width),
      ...foot.parts(bottom, index + 1, pages.length),
    ]
    return {
      parts: parts.map((part) => ({
        ...part,
        pieces: part.pieces.map((piece) => ({ ...piece, x: piece.x + margin })),
      })),
    }
  })
}

/** The slices from `top`; what is left of the page above `bottom` widens the gaps a little. What touches goes on touching. */
function spread(slices: readonly Slice<LanguageBlock>[], top: number, bottom: number, width: number): readonly Part[] {
  const used = slices.reduce((sum, { gap, height }) => sum + gap + height, 0)
  const gaps = slices.filter(({ gap }) => gap > 0).length
  const wider = Math.min(gapWidenedMax, Math.max(0, bottom - top - used) / Math.max(1, gaps))
  let y = top
  return slices.map(({ block, rows, gap, height }) => {
    y += gap === 0 ? 0 : gap + wider
    const pieces = [...backdrop(block.look, width, height), ...stacked(rows, block.padding)]
    const part: Part = { role: block.role, language: block.language, pieces: moved(pieces, 0, y) }
    y += height
    return part
  })
}

function backdrop(look: Block['look'], width: number, height: number): readonly BoxPiece[] {
  const box: BoxPiece = { kind: 'box', x: 0, y: 0, width, height, colour: 'black' }
  switch (look) {
    case 'bar':
      return [box]
    case 'rule':
      return [{ ...box, width: ruleWidth }]
    case 'frame': {
      const inner = { width: width - 2 * frameWidth, height: height - 2 * frameWidth }
      return [box, { ...box, ...inner, x: frameWidth, y: frameWidth, colour: 'white' }]
    }
    case 'plain':
      return []
    default:
      return look satisfies never
  }
}

/** 12 mm: most printers leave up to 6 mm white at the edges. */
const margin = 34
const marginTop = 28
const marginBottom = 28
const officeSize = 18
const officeGap = 8
const footGap = 14
const frameWidth = 3
/** A short notice is spread a little, so that it does not hang at the top. */
const gapWidenedMax = 26
const aloneMost: Most = { text: 36, headings: [2.2, 2, 1.8, 1.6] }
const togetherMost: Most = { text: 24, headings: [1.7, 1.5, 1.38] }
const stepsMax = 15
