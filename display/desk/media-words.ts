import type { Language } from '../../shared/language.ts'
import en from '../../shared/words/media/en.json' with { type: 'json' }
import id from '../../shared/words/media/id.json' with { type: 'json' }
import su from '../../shared/words/media/su.json' with { type: 'json' }
import { say, type Key, type Values } from '../../shared/words/say.ts'

/** What the page of pictures, videos and slides says. */
export const mediaWords = { id, en, su }

export type MediaSay = (key: Key<typeof id>, values?: Values) => string

export function sayMedia(language: Language): MediaSay {
  return (key, values) => say(mediaWords, language, key, values)
}
