import type { Text } from '../../shared/language.ts'
import type { noticeLimits } from '../../shared/notice.ts'
import type { PreparedText } from '../../shared/prepared-text.ts'
import { preparedIdOf, preparedText } from './prepared-texts.ts'

/** The cause or instruction of a notice while it is written: nothing, a prepared sentence by its id, or own words. */
export type TextChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'prepared'; readonly id: string }
  /** As typed: a language left empty says what the first one says. */
  | { readonly kind: 'own'; readonly typed: Text }

export const nothingTyped: Text = { id: '', en: '', su: '' }

/** The text that is raised; null where nothing is said. A prepared text that is gone meanwhile says nothing. */
export function textOf(choice: TextChoice, texts: readonly PreparedText[]): Text | null {
  switch (choice.kind) {
    case 'none':
      return null
    case 'prepared':
      return preparedText(choice.id, texts)
    case 'own':
      return completed(choice.typed)
    default:
      return choice satisfies never
  }
}

/** The choice that says `text`: the prepared sentence where there is one that says exactly this. */
export function choiceOf(text: Text | null, texts: readonly PreparedText[]): TextChoice {
  if (text === null) return { kind: 'none' }
  const id = preparedIdOf(text, texts)
  return id === null ? { kind: 'own', typed: typedOf(text) } : { kind: 'prepared', id }
}

/** What was typed, with the first language in place of those left empty; null where nothing was typed. */
export function completed(typed: Text): Text | null {
  const first = [typed.id, typed.su, typed.en].map((each) => each.trim()).find((each) => each !== '')
  if (first === undefined) return null
  return { id: typed.id.trim() || first, en: typed.en.trim() || first, su: typed.su.trim() || first }
}

/** Letters of one language that still fit, counted as the hub counts them; below 0 for those that do not. */
export function lettersLeft(typed: string): number {
  return ownWordsLengthMax - typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim().length
}

/** Letters too many in the language that has most of them; 0 where all fit. */
export function lettersTooMany({ id, en, su }: Text): number {
  return Math.max(0, ...[id, en, su].map((typed) => -lettersLeft(typed)))
}

// The hub's own limits, held here by the compiler: they lie beside schemas, whose parser no page should carry.
export const ownWordsLengthMax: (typeof noticeLimits)[
  | 'causeLengthMax'
  | 'instructionLengthMax'
  | 'stillWorksLengthMax'] = 160

/** The other way round: what has to be typed to say `text`. */
export function typedOf({ id, en, su }: Text): Text {
  return { id, en: en === id ? '' : en, su: su === id ? '' : su }
}
