import type { Language } from '../language.ts'

/** One thing that is said aloud, in words as a person would read them out. */
export interface Phrase {
  readonly language: Language
  readonly text: string
}

/** Characters of one phrase: about a minute and a half of speech. */
export const phraseLengthMax = 1_200

/**
 * The name under which a phrase's sound is kept, 16 characters of 0-9 and a-f: the same phrase has the same key on every
 * machine. 64 bits, so that among a million phrases no two meet; no protection against somebody who wants them to.
 */
export function phraseKey({ language, text }: Phrase): string {
  // Two multiplicative hashes side by side, mixed at the end (the scheme known as cyrb53, kept whole).
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const said = `${edition}/${language}/${text}`
  for (let i = 0; i < said.length; i++) {
    const unit = said.charCodeAt(i)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3_266_489_909)
  return hex(mixedHigh) + hex(mixedLow)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}

/** Raised when the same words shall sound otherwise: what was rendered before is then no longer found. */
const edition = 1
