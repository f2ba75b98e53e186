import type { Language } from '../language.ts'
import { allClips, clipsAmong, sentenceClips, type Clip, type SentenceClip } from '../voice/clips.ts'
import en from './clips/en.json' with { type: 'json' }
import id from './clips/id.json' with { type: 'json' }
import su from './clips/su.json' with { type: 'json' }
import { say } from './say.ts'
import { numberWord } from './voice-text.ts'

/** What the page of an office's own recordings says. */
export const clipPageWords = { id, en, su }

/** One recording of the list: what it is called, what is said in it, and its file, or null while there is none. */
export interface ClipRow {
  readonly clip: Clip
  readonly words: string
  readonly file: string | null
}

/** The whole list of a language, for somebody who records and checks it; `files` are the names in its folder. */
export function clipRows(language: Language, files: readonly string[]): readonly ClipRow[] {
  const there = clipsAmong(files, language)
  return allClips(language).map((clip) => ({ clip, words: clipWords(clip, language), file: there.get(clip) ?? null }))
}

function clipWords(clip: Clip, language: Language): string {
  if (isSentencePart(clip)) return say(clipPageWords, language, clip === 'go-to' ? 'go_to' : clip)
  return isLetter(clip) ? clip.slice('letter-'.length).toUpperCase() : numberWord(clip, language)
}

function isSentencePart(clip: Clip): clip is SentenceClip {
  return sentenceClips.some((part) => part === clip)
}

function isLetter(clip: Clip): clip is `letter-${string}` {
  return clip.startsWith('letter-')
}
