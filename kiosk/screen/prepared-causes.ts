import type { Language, Text } from '../../shared/language.ts'
import en from '../../shared/words/prepared/en.json' with { type: 'json' }
import id from '../../shared/words/prepared/id.json' with { type: 'json' }
import su from '../../shared/words/prepared/su.json' with { type: 'json' }
import { say } from '../../shared/words/say.ts'

/** The causes of an outage that can be chosen at a kiosk, the likeliest first; the sentences are those of the desk. */
export const causes = [
  'cause_central_server',
  'cause_power',
  'cause_internet',
  'cause_equipment',
  'cause_blanks',
] as const
export type CauseKey = (typeof causes)[number]

export function causeSentence(cause: CauseKey, language: Language): string {
  return say(words, language, cause)
}

export function causeText(cause: CauseKey): Text {
  return { id: causeSentence(cause, 'id'), en: causeSentence(cause, 'en'), su: causeSentence(cause, 'su') }
}

const words = { id, en, su }
