import type { Language } from '../../shared/language.ts'
import type { Phrase } from '../../shared/voice/phrase.ts'

/**
 * A phrase as espeak-ng must be given it to say it rightly. Words in double square brackets are sounds by their names,
 * so those of the text itself lose their meaning first.
 */
export function forEspeak({ language, text }: Phrase): string {
  const plain = text.replaceAll(/\[\[|\]\]|\p{Cc}/gu, ' ').trim()
  return rules[language](plain)
}

const rules: Readonly<Record<Language, (text: string) => string>> = {
  id: (text) => text,
  // A lonely A is read as the article, "uh".
  en: (text) => text.replaceAll(/(?<![\p{L}\d'-])A(?![\p{L}\d'-])/gu, "[['eI]]"),
  // Read by the Indonesian voice, which has to guess what an e is; Sundanese writes it down.
  su: (text) =>
    text.replaceAll(/[\p{L}-]+/gu, (word) => (isPlainSundanese(word) ? `[[${sundaneseSounds(word)}]]` : word)),
}

/** Neither an abbreviation nor put together with one, and with an e that can be misread. */
function isPlainSundanese(word: string): boolean {
  return /^\p{L}\p{Ll}+$/u.test(word) && /[eé]/.test(word) && /^[a-zé]+$/i.test(word)
}

/** Sundanese is written as it is spoken: é as in "bed", e as in "the", eu nearly so; the last vowel but one is stressed. */
function sundaneseSounds(word: string): string {
  const sounds = [...word.toLowerCase().matchAll(/eu|ng|ny|[a-zé]/g)].map(([letters]) => soundOf[letters] ?? letters)
  const vowels = sounds.flatMap((sound, i) => (/^[aeiouE@]$/.test(sound) ? [i] : []))
  const stressed = vowels.at(-2) ?? vowels[0]
  return sounds.map((sound, i) => (i === stressed ? `'${sound}` : sound)).join('')
}

/** The names of sounds in espeak-ng's Indonesian voice, where they are not the letters themselves. */
const soundOf: Readonly<Record<string, string>> = {
  é: 'E',
  e: '@',
  eu: '@',
  c: 'tS',
  j: 'dZ',
  y: 'j',
  r: 'R',
  ng: 'N',
  ny: 'n^',
  q: 'k',
  v: 'f',
  x: 'ks',
}
