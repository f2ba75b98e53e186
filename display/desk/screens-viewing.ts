import { isSensibleInches, isSensibleMetres, viewingLimits, type Viewing } from '../../shared/viewing.ts'
import type { Language } from '../../shared/language.ts'
import en from '../../shared/words/screens/en.json' with { type: 'json' }
import id from '../../shared/words/screens/id.json' with { type: 'json' }
import su from '../../shared/words/screens/su.json' with { type: 'json' }
import { say, type Key, type Values } from '../../shared/words/say.ts'

/** What the desk says of a TV's size and its hall. */
export function sayScreens(language: Language): (key: Key<typeof id>, values?: Values) => string {
  return (key, values) => say({ id, en, su }, language, key, values)
}

/** Diagonal and distance as they are typed. */
export interface TypedViewing {
  readonly inches: string
  readonly metres: string
}

type Flaw = 'inches_wrong' | 'metres_wrong' | 'both_needed'

/** What was typed, read with a comma or a point; null where both are empty. Of each field what is wrong with it. */
export type ReadViewing =
  | { readonly ok: true; readonly viewing: Viewing | null }
  | { readonly ok: false; readonly inches: Flaw | null; readonly metres: Flaw | null }

export function readViewing(typed: TypedViewing): ReadViewing {
  const inches = numberIn(typed.inches)
  const metres = numberIn(typed.metres)
  if (inches === null && metres === null) return { ok: true, viewing: null }
  const flaws = {
    inches: inches === null ? 'both_needed' : isSensibleInches(inches) ? null : 'inches_wrong',
    metres: metres === null ? 'both_needed' : isSensibleMetres(metres) ? null : 'metres_wrong',
  } as const
  if (inches === null || metres === null || flaws.inches !== null || flaws.metres !== null)
    return { ok: false, ...flaws }
  return { ok: true, viewing: { inches, metres } }
}

/** As a person would type it; empty where nothing was said. */
export function typedViewing(viewing: Viewing | undefined, language: Language): TypedViewing {
  const typed = (value: number) => String(value).replace('.', language === 'en' ? '.' : ',')
  return viewing ? { inches: typed(viewing.inches), metres: typed(viewing.metres) } : { inches: '', metres: '' }
}

/** The limits of a field, for its flaw. */
export function flawValues(flaw: Flaw): Values {
  const { inchesMin, inchesMax, metresMin, metresMax } = viewingLimits
  return flaw === 'inches_wrong' ? { min: inchesMin, max: inchesMax } : { min: metresMin, max: metresMax }
}

/** NaN for words that are no number, null for none. */
function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim().replace(',', '.'))
}
