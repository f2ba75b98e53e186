import type { Language, Text } from '../language.ts'
import { cardinal, numberClips, ticketNumber, type NumberClip } from './numbers.ts'
import type { NumberStyle } from './settings.ts'

/**
 * Calls put together from the office's own recordings: one short recording for each piece, the same names in every
 * language. A call is composed only when every piece of it is there; otherwise the whole sentence is synthesised.
 */
export type Clip = SentenceClip | `letter-${string}` | NumberClip

/**
 * ticket   "Nomor antrean"
 * go-to    "Silakan menuju"
 * counter  "loket"
 * again    "Sekali lagi"
 */
export type SentenceClip = (typeof sentenceClips)[number]
export const sentenceClips = ['ticket', 'go-to', 'counter', 'again'] as const

/** The endings a recording may have; where one is there with several, the first of these is taken. */
export const clipEndings = ['wav', 'ogg', 'mp3'] as const

/** Everything to be recorded in a language, in the order in which a person would read it: 46 pieces, in English 60. */
export function allClips(language: Language): readonly Clip[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter): Clip => `letter-${letter}`)
  return [...sentenceClips, ...letters, ...numberClips(language)]
}

export interface CallClips {
  readonly first: readonly Clip[]
  readonly again: readonly Clip[]
}

/** A call as clips; null when its counter is not called by a number ("Loket 12", "Counter 12"). */
export function callClips(
  call: { readonly number: string; readonly counter: Text },
  language: Language,
  numbers: NumberStyle,
): CallClips | null {
  const counter = Number(/^(?:loket|counter) (\d{1,3})$/i.exec(call.counter[language])?.[1])
  if (Number.isNaN(counter)) return null
  const { letters, figures } = ticketNumber(call.number, language, numbers)
  const first: readonly Clip[] = [
    'ticket',
    ...letters.map((letter): Clip => `letter-${letter.toLowerCase()}`),
    ...figures,
    'go-to',
    'counter',
    ...cardinal(language, counter),
  ]
  return { first, again: ['again', ...first] }
}

/** Which of a folder's files are recordings, by clip; all other names are passed over. */
export function clipsAmong(names: readonly string[], language: Language): ReadonlyMap<Clip, string> {
  const present = new Set(names)
  return new Map(
    allClips(language).flatMap((clip): [Clip, string][] => {
      const file = clipEndings.map((ending) => `${clip}.${ending}`).find((name) => present.has(name))
      return file === undefined ? [] : [[clip, file]]
    }),
  )
}
