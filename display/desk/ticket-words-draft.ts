import { languages, type Language, type Text } from '../../shared/language.ts'
import type { officeLimits, TicketWords } from '../../shared/office.ts'
import { typedOf } from './draft-texts.ts'

/**
 * The office's own words on its ticket while they are written. What is typed is kept as typed, also where it is too long
 * or not complete: the words that come of it are the hub's, or none.
 */
export interface TicketDraft extends Pick<TicketWords, 'showAhead' | 'showWait' | 'showQr'> {
  /** A language left empty says what the Indonesian line says. */
  readonly heading: Text
  readonly closing: Text
}

export const ticketLines = ['heading', 'closing'] as const
export type TicketLine = (typeof ticketLines)[number]

/** What is wrong with a line in one language: more letters than fit, or none where another language leans on it. */
export type LineFlaw = { readonly kind: 'too-long'; readonly count: number } | { readonly kind: 'needed' }

// The hub's own limits, held here by the compiler: they lie beside schemas, whose parser no page should carry.
const headingLengthMax: (typeof officeLimits)['ticketHeadingLengthMax'] = 60
const closingLengthMax: (typeof officeLimits)['ticketClosingLengthMax'] = 80
export const lineLengthMax = { heading: headingLengthMax, closing: closingLengthMax } as const

export function ticketDraftOf({ heading, closing, ...shows }: TicketWords): TicketDraft {
  return { ...shows, heading: lineOf(heading), closing: lineOf(closing) }
}

/** The words to give the hub; null while a line has a flaw. A line that is empty in every language is none. */
export function ticketWordsOf(draft: TicketDraft): TicketWords | null {
  const isFlawed = ticketLines.some((line) => languages.some((language) => flawOf(draft, line, language) !== null))
  return isFlawed ? null : { ...draft, heading: wordsOf(draft.heading), closing: wordsOf(draft.closing) }
}

export function flawOf(draft: TicketDraft, line: TicketLine, language: Language): LineFlaw | null {
  const typed = draft[line]
  const tooMany = -lettersLeft(draft, line, language)
  if (tooMany > 0) return { kind: 'too-long', count: tooMany }
  const leans = languages.some((other) => tidied(typed[other]) !== '')
  return language === 'id' && leans && tidied(typed.id) === '' ? { kind: 'needed' } : null
}

/** Letters that still fit; below 0 for those that do not. Blanks at the ends, which the hub takes off, do not count. */
export function lettersLeft(draft: TicketDraft, line: TicketLine, language: Language): number {
  return lineLengthMax[line] - tidied(draft[line][language]).length
}

/** Whether two offices' words print the same ticket. */
export function isSameTicket(a: TicketWords, b: TicketWords): boolean {
  const isSameLine = (line: TicketLine) => languages.every((language) => a[line]?.[language] === b[line]?.[language])
  return (
    a.showAhead === b.showAhead && a.showWait === b.showWait && a.showQr === b.showQr && ticketLines.every(isSameLine)
  )
}

/** Whether anything was typed or chosen that these words do not say; what is flawed says something else. */
export function isChangedFrom(words: TicketWords, draft: TicketDraft): boolean {
  const written = ticketWordsOf(draft)
  return written === null || !isSameTicket(written, words)
}

function lineOf(text: Text | null): Text {
  return text === null ? { id: '', en: '', su: '' } : typedOf(text)
}

function wordsOf(typed: Text): Text | null {
  const id = tidied(typed.id)
  return id === '' ? null : { id, en: tidied(typed.en) || id, su: tidied(typed.su) || id }
}

/** As the hub keeps it. */
function tidied(typed: string): string {
  return typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
