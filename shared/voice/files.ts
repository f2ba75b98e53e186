import { languages, type Language } from '../language.ts'
import { clipEndings } from './clips.ts'
import { phraseKey, type Phrase } from './phrase.ts'

/** Where the hub serves what is heard: the path after its address, and below the data folder's `voice` the same. */
export function phrasePath(phrase: Phrase): string {
  return `/voice/${phraseKey(phrase)}.wav`
}

/** `file` as the folder names it, `letter-a.ogg`. */
export function clipPath(language: Language, file: string): string {
  return `/voice/own/${language}/${file}`
}

/**
 * The file that a path of the hub's asks for, relative to the data folder, with its content type; null for any path
 * that names no sound, so that nothing outside `voice` can be asked for.
 */
export function voiceFile(path: string): { readonly file: string; readonly type: string } | null {
  const ending = soundPattern.exec(path)?.[1]
  const type = types.find(([known]) => known === ending)?.[1]
  return type === undefined ? null : { file: path.slice(1), type }
}

const types: readonly (readonly [(typeof clipEndings)[number], string])[] = [
  ['wav', 'audio/wav'],
  ['ogg', 'audio/ogg'],
  ['mp3', 'audio/mpeg'],
]
const soundPattern = new RegExp(
  `^/voice/(?:[0-9a-f]{16}|own/(?:${languages.join('|')})/[a-z0-9-]{1,40})\\.(${clipEndings.join('|')})$`,
)
