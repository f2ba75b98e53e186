import { capitalHeight, heightOf, moved, textRows, type Block, type Lettering, type Room, type Row } from './rows.ts'
import type { Sheet, StillOpen } from './sheet.ts'

/** Sizes of letters, in points. */
export interface Sizes {
  readonly heading: number
  readonly text: number
}

/** A sheet with a page of its own: what still works as a list that is found from afar. */
export function sheetBlocks(sheet: Sheet, sizes: Sizes, room: Room): readonly Block[] {
  const { text } = sizes
  const heading = headingSize(sheet.heading, sizes.heading, room)
  const inBar = { weight: 'bold', colour: 'white' } as const
  const title = { ...inBar, size: Math.max(textSizeMin, heading * 0.36), leading: 1.5 }
  return [
    {
      role: 'H1',
      look: 'bar',
      gapBefore: 0,
      padding: heading * 0.3,
      rows: [
        ...textRows(sheet.title, title, room, indent, indent),
        ...textRows(sheet.heading, { ...inBar, size: heading, leading: 1.12 }, room, indent, indent),
        ...(sheet.when === null
          ? []
          : textRows(sheet.when, { ...inBar, size: whenSize(heading) }, room, indent, indent)),
      ],
    },
    ...(sheet.open === null ? [] : [openBlock(sheet.open, text, room)]),
    ...sheet.sentences.map((sentence) => paragraph(sentence, text, text * 0.5, room)),
    ...(sheet.news === null ? [] : [newsBlock(sheet.news, text, room)]),
  ]
}

/** A sheet that shares its page with other languages: nothing left out, but set close, as a card under its heading. */
export function closeSheetBlocks(sheet: Sheet, sizes: Sizes, room: Room): readonly Block[] {
  const { text } = sizes
  const heading = { size: headingSize(sheet.heading, sizes.heading, room), weight: 'bold', colour: 'white' } as const
  const bold = { size: text, weight: 'bold', leading: closeLeading } as const
  const plain = { ...bold, weight: 'regular' } as const
  const card = { role: 'P', look: 'frame', gapBefore: 0, padding: text * 0.35 } as const
  const close = { role: 'P', look: 'plain', gapBefore: text * 0.25, padding: 0 } as const
  const inCard = (words: string, lettering: Lettering) => textRows(words, lettering, room, closeIndent, closeIndent)
  return [
    {
      role: 'H1',
      look: 'bar',
      gapBefore: text * 0.8,
      padding: heading.size * 0.2,
      rows: [
        ...inCard(sheet.heading, { ...heading, leading: 1.1 }),
        ...(sheet.when === null ? [] : inCard(sheet.when, { ...heading, size: whenSize(heading.size) })),
      ],
    },
    ...(sheet.open === null ? [] : [{ ...card, rows: inCard(sheet.open.sentence, bold) }]),
    ...runOn(sheet.sentences).map((words) => ({ ...close, rows: inCard(words, plain) })),
    ...(sheet.news === null ? [] : [{ ...close, rows: inCard(sheet.news, bold) }]),
  ]
}

/** As large as `size`, or as large as its longest word allows without being broken. */
function headingSize(heading: string, size: number, { width, measure }: Room): number {
  const longest = Math.max(...heading.split(' ').map((word) => measure(word, 'bold')))
  return Math.max(headingSizeMin, Math.min(size, (width - 2 * indent) / longest))
}

function whenSize(heading: number): number {
  return Math.max(textSizeMin, heading * 0.6)
}

function paragraph(text: string, size: number, gapBefore: number, room: Room): Block {
  return { role: 'P', look: 'plain', gapBefore, padding: 0, rows: textRows(text, { size, weight: 'regular' }, room) }
}

function newsBlock(news: string, text: number, room: Room): Block {
  const rows = textRows(news, { size: text, weight: 'bold' }, room, ruleWidth + text * 0.5)
  return { role: 'P', look: 'rule', gapBefore: text * 0.7, padding: text * 0.15, rows }
}

function openBlock(open: StillOpen, text: number, room: Room): Block {
  const frame = { role: 'P', look: 'frame', gapBefore: text * 0.75, padding: text * 0.6 } as const
  if (open.services.length === 0)
    return { ...frame, rows: textRows(open.sentence, { size: text, weight: 'bold' }, room, indent, indent) }
  const columns = open.services.length > listedAloneMax ? 2 : 1
  const width = (room.width - 2 * indent - (columns - 1) * columnGap) / columns
  const items = open.services.map((service) => serviceRow(service, text, { ...room, width }))
  return {
    ...frame,
    rows: [
      ...textRows(open.title, { size: text, weight: 'regular' }, room, indent, indent),
      ...inColumns(items, columns, width + columnGap),
    ],
  }
}

/** Rows beside each other, `columns` of them, from left to right and then down. */
function inColumns(items: readonly Row[], columns: number, stride: number): readonly Row[] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => {
    const beside = items.slice(row * columns, (row + 1) * columns)
    return {
      height: Math.max(...beside.map(({ height }) => height)),
      pieces: beside.flatMap(({ pieces }, column) => moved(pieces, indent + column * stride, 0)),
    }
  })
}

/** The service's letter white on black, as on tickets, and its name beside it. */
function serviceRow({ letter, name }: StillOpen['services'][number], text: number, room: Room): Row {
  const side = text * 1.2
  const top = text * 0.35
  const names = textRows(name, { size: text, weight: 'bold', leading: 1.2 }, room, side + text * 0.45)
  const x = (side - room.measure(letter, 'bold') * text) / 2
  const y = top + side / 2 + (text * capitalHeight) / 2
  return {
    height: top + Math.max(side, heightOf(names)),
    pieces: [
      { kind: 'box', x: 0, y: top, width: side, height: side, colour: 'black' },
      { kind: 'text', x, y, text: letter, size: text, weight: 'bold', colour: 'white' },
      ...names.flatMap(({ pieces, height }, line) => moved(pieces, 0, top + line * height)),
    ],
  }
}

/** Sentences in as few paragraphs as can be: one that has no full stop of its own ends its paragraph. */
function runOn(sentences: readonly string[]): readonly string[] {
  const paragraphs: string[][] = [[]]
  for (const sentence of sentences) {
    paragraphs.at(-1)?.push(sentence)
    if (!/[.!?…]["”’)]?$/.test(sentence)) paragraphs.push([])
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join(' '))
}

/** Small, but read from two metres by somebody who sees well. */
export const textSizeMin = 16
export const headingSizeMin = 22
export const ruleWidth = 8
/** Of words from the edge of their bar or frame. */
const indent = 18
const closeIndent = 10
const closeLeading = 1.17
const columnGap = 16
/** Longer lists go in two columns. */
const listedAloneMax = 5
