import type { Part } from './page.ts'
import { heightOf, stacked, textRows, type Room } from './rows.ts'
import type { Sheet } from './sheet.ts'

/** The foot of every page: the code, what it is for in each language, when this was printed, and which of how many. */
export interface Foot {
  readonly height: number
  readonly parts: (top: number, page: number, pages: number) => readonly Part[]
}

export function footOf(sheets: readonly Sheet[], room: Room): Foot {
  const left = qrSize + qrGap
  const scan = sheets.length === 1 ? ({ size: 20, weight: 'bold' } as const) : small
  const scans = sheets.map((sheet) => ({ sheet, rows: textRows(sheet.scan, scan, room, left) }))
  const printed = sheets
    .slice(0, 1)
    .map((sheet) => ({ sheet, rows: textRows(sheet.printed, small, room, left, countWidth) }))
  const wordsHeight = heightOf([...scans, ...printed].flatMap(({ rows }) => rows))
  const height = ruleHeight + ruleGap + Math.max(qrSize, wordsHeight)
  const parts = (top: number, page: number, pages: number) => {
    const [own] = sheets
    if (own === undefined) return []
    const { language } = own
    let y = top + ruleHeight + ruleGap
    const rule = { kind: 'box', x: 0, y: top, width: room.width, height: ruleHeight, colour: 'black' } as const
    const words = (sheet: Sheet, pieces: Part['pieces']): Part => ({ role: 'P', language: sheet.language, pieces })
    const count = `${page} / ${pages}`
    const countLeft = room.width - room.measure(count, 'bold') * small.size - 1
    const last = top + height - heightOf(printed.flatMap(({ rows }) => rows))
    return [
      { role: null, language, pieces: [rule] },
      { role: 'Figure', language, pieces: [{ kind: 'qr', x: 0, y, size: qrSize }] },
      ...scans.map(({ sheet, rows }) => {
        const part = words(sheet, stacked(rows, y))
        y += heightOf(rows)
        return part
      }),
      ...printed.map(({ sheet, rows }) => words(sheet, stacked(rows, last))),
      ...(pages === 1
        ? []
        : [words(own, stacked(textRows(count, { ...small, weight: 'bold' }, room, countLeft), last))]),
    ] satisfies readonly Part[]
  }
  return { height, parts }
}

/** 37 mm: a telephone reads it from a metre. */
const qrSize = 104
const qrGap = 18
const ruleHeight = 2
const ruleGap = 12
/** Whoever scans stands near; this, the time of printing and the page's number need not be read from afar. */
const small = { size: 13, weight: 'regular' } as const
const countWidth = 50
