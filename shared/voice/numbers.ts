import type { Language } from '../language.ts'
import type { NumberStyle } from './settings.ts'

/** A recorded piece of a number; `shared/words/voice-text.ts` has its words. */
export type NumberClip = `number-${number}` | 'teen' | 'ten' | 'hundred' | 'one-hundred' | 'and'

/** A ticket's number, "A001", as it is said: its letters, then its figures in the wanted style. */
export function ticketNumber(
  number: string,
  language: Language,
  style: NumberStyle,
): { readonly letters: readonly string[]; readonly figures: readonly NumberClip[] } {
  const figures = number.replaceAll(/\D/g, '')
  const isWhole = style === 'cardinal' && figures !== '' && Number(figures) <= cardinalMax
  return {
    letters: Array.from(number.replaceAll(/\d/g, '')),
    figures: isWhole ? cardinal(language, Number(figures)) : digits(figures),
  }
}

/** A whole number from 0 to 999 as its words follow each other: 120 is "seratus", "dua", "puluh". */
export function cardinal(language: Language, value: number): readonly NumberClip[] {
  return language === 'en' ? englishCardinal(value) : malayCardinal(value)
}

/** Every digit by itself, as it is written: "001" is zero, zero, one. */
function digits(written: string): readonly NumberClip[] {
  return Array.from(written, (digit): NumberClip => `number-${Number(digit)}`)
}

/** Every clip that numbers are made of. */
export function numberClips(language: Language): readonly NumberClip[] {
  return [...new Set(Array.from({ length: cardinalMax + 1 }, (_, value) => cardinal(language, value)).flat())]
}

/** Indonesian and Sundanese build their numbers alike. */
function malayCardinal(value: number): readonly NumberClip[] {
  if (value < 12) return [`number-${value}`]
  if (value < 20) return [`number-${value - 10}`, 'teen']
  if (value < 100) return [`number-${Math.floor(value / 10)}`, 'ten', ...rest(value % 10, malayCardinal)]
  const hundreds: readonly NumberClip[] =
    value < 200 ? ['one-hundred'] : [`number-${Math.floor(value / 100)}`, 'hundred']
  return [...hundreds, ...rest(value % 100, malayCardinal)]
}

function englishCardinal(value: number): readonly NumberClip[] {
  if (value < 20) return [`number-${value}`]
  if (value < 100) return [`number-${value - (value % 10)}`, ...rest(value % 10, englishCardinal)]
  const below = rest(value % 100, englishCardinal)
  return [`number-${Math.floor(value / 100)}`, 'hundred', ...(below.length > 0 ? (['and'] as const) : []), ...below]
}

function rest(value: number, say: (value: number) => readonly NumberClip[]): readonly NumberClip[] {
  return value === 0 ? [] : say(value)
}

/** A larger number is said digit by digit. */
const cardinalMax = 999
