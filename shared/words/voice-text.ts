import type { EpochMs } from '../ids.ts'
import type { Language, Text } from '../language.ts'
import type { NoticeView, RecoveryView } from '../views/common.ts'
import { cardinal, ticketNumber, type NumberClip } from '../voice/numbers.ts'
import { phraseLengthMax, type Phrase } from '../voice/phrase.ts'
import type { NumberStyle } from '../voice/settings.ts'
import { noticeText } from './notice-text.ts'
import { list, say } from './say.ts'
import en from './voice/en.json' with { type: 'json' }
import id from './voice/id.json' with { type: 'json' }
import su from './voice/su.json' with { type: 'json' }

const words = { id, en, su }

/** A call in sentences to be said aloud: the first reading, and the second, which says that it is one. */
export interface CallPhrases {
  readonly first: Phrase
  readonly again: Phrase
}

export function callPhrases(
  call: { readonly number: string; readonly counter: Text },
  language: Language,
  numbers: NumberStyle,
): CallPhrases {
  const values = {
    number: spokenNumber(call.number, language, numbers),
    counter: spokenText(call.counter[language], language),
  }
  return {
    first: phrase(language, say(words, language, 'call', values)),
    again: phrase(language, say(words, language, 'call_again', values)),
  }
}

/**
 * A notice as it is said aloud, a sentence a phrase: what it is about, what still works, and when there will be news.
 * `now` is the hub's time, as for `noticeText`.
 */
export function noticePhrases(
  notice: NoticeView,
  language: Language,
  timeZone: string,
  now: EpochMs,
): readonly Phrase[] {
  const { heading, stillOpen, news } = noticeText(notice, language, timeZone, now)
  return [say(words, language, 'notice', { heading }), stillOpen, news]
    .filter((sentence) => sentence !== null)
    .map((sentence) => phrase(language, spokenText(sentence, language)))
}

/** What works again, as it is said aloud. */
export function recoveryPhrase({ office, services }: Pick<RecoveryView, 'office' | 'services'>, language: Language): Phrase {
  const named = list(language, services.map(({ name }) => name[language]))
  const sentence = office
    ? say(words, language, 'recovered_office')
    : say(words, language, 'recovered', { count: services.length, services: named })
  return phrase(language, spokenText(sentence, language))
}

/** "A nol nol satu", or "A satu". */
function spokenNumber(number: string, language: Language, style: NumberStyle): string {
  const { letters, figures } = ticketNumber(number, language, style)
  return [...letters, ...figures.map((clip) => numberWord(clip, language))].join(' ')
}

/**
 * A written text as it is said aloud: times of day as people speak them, whole numbers up to 999 in words, so that
 * whoever reads it, a person or a synthesiser of another language, says the same.
 */
export function spokenText(text: string, language: Language): string {
  return text
    .replaceAll(clockPattern, (_, hour: string, minute: string) => spokenClock(Number(hour), Number(minute), language))
    .replaceAll(numberPattern, (written) => cardinalWords(Number(written), language))
}

function spokenClock(hour: number, minute: number, language: Language): string {
  const key = minute === 0 ? 'hour' : minute < 10 ? 'hour_few_minutes' : 'hour_minutes'
  return say(words, language, key, {
    // English has no "fourteen o'clock", and nobody in an office takes two for the night.
    hour: cardinalWords(language === 'en' ? ((hour + 11) % 12) + 1 : hour, language),
    minutes: cardinalWords(minute, language),
  })
}

function cardinalWords(value: number, language: Language): string {
  return cardinal(language, value)
    .map((clip) => numberWord(clip, language))
    .join(' ')
}

/** What is said, or recorded, for one piece of a number. */
export function numberWord(clip: NumberClip, language: Language): string {
  const [kind, value] = clip.split('-')
  const word = kind === 'number' ? numerals[language].numbers[Number(value)] : numerals[language].links[clip]
  if (word === undefined) throw new Error(`${language} has no word for "${clip}"`)
  return word
}

function phrase(language: Language, text: string): Phrase {
  return { language, text: text.slice(0, phraseLengthMax) }
}

// "09.30", "pukul 9.30" or "14:05", and not a part of a longer figure. The word before it is said with it.
const clockPattern = /(?<![\p{L}\d.,:])(?:(?:pukul|jam|tabuh) )?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\p{L}\d]|[.,:]\d)/giu
// A group of a telephone number is no number.
const numberPattern = /(?<![\p{L}\d.,:]|\d-)(?:0|[1-9]\d{0,2})(?![\p{L}\d]|[.,:]\d|-\d{3})/gu

interface Numerals {
  readonly numbers: Readonly<Record<number, string>>
  readonly links: Readonly<Record<string, string>>
}

// Written out because engines carry none of them.
const numerals: Readonly<Record<Language, Numerals>> = {
  id: {
    numbers: [
      'nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas',
    ],
    links: { teen: 'belas', ten: 'puluh', hundred: 'ratus', 'one-hundred': 'seratus' },
  },
  su: {
    numbers: [
      'nol', 'hiji', 'dua', 'tilu', 'opat', 'lima', 'genep', 'tujuh', 'dalapan', 'salapan', 'sapuluh', 'sabelas',
    ],
    links: { teen: 'belas', ten: 'puluh', hundred: 'ratus', 'one-hundred': 'saratus' },
  },
  en: {
    numbers: {
      0: 'zero', 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six',
      7: 'seven', 8: 'eight', 9: 'nine', 10: 'ten', 11: 'eleven', 12: 'twelve', 13: 'thirteen',
      14: 'fourteen', 15: 'fifteen', 16: 'sixteen', 17: 'seventeen', 18: 'eighteen', 19: 'nineteen',
      20: 'twenty', 30: 'thirty', 40: 'forty', 50: 'fifty', 60: 'sixty', 70: 'seventy', 80: 'eighty', 90: 'ninety',
    },
    links: { hundred: 'hundred', and: 'and' },
  },
}
