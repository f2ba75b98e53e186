import type { Language, Text } from '../../shared/language.ts'
import { languageOf } from '../../shared/words/notice-text.ts'

/**
 * The `lang` of words of the office's own on a page in `language`, so that whoever has it read out hears them said
 * right; undefined where there are none, and where they are in the page's own language.
 */
export function spokenIn(ownWords: Text | null, language: Language): Language | undefined {
  const spoken = ownWords === null ? language : languageOf(ownWords, language)
  return spoken === language ? undefined : spoken
}
