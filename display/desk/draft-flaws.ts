import { isEmptyScope } from '../../shared/chosen-scope.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Text } from '../../shared/language.ts'
import { settled, startOf } from './draft-content.ts'
import { completed, lettersTooMany, type TextChoice } from './draft-texts.ts'
import type { NoticeDraft } from './notice-draft.ts'

/**
 * What keeps a draft from being raised, in the words of the part of the form that can put it right. It changes nothing:
 * what was chosen or typed stays as it is until its author changes it.
 */
export type DraftFlaw =
  | { readonly kind: 'no-scope' }
  /** Own words were chosen, and none are written. */
  | { readonly kind: 'no-words'; readonly part: WordsPart }
  | { readonly kind: 'too-long'; readonly part: WordsPart; readonly count: number }
  /** The end or the promised news lies before the notice goes up. */
  | { readonly kind: 'too-early'; readonly part: 'until_when' | 'next_news' }

export type WordsPart = 'why' | 'what_to_do' | 'still_works'

/** The first flaw in the order in which the form asks; null for a draft that can be raised at `now`. */
export function flawOf(draft: NoticeDraft, now: EpochMs): DraftFlaw | null {
  if (isEmptyScope(draft.scope)) return { kind: 'no-scope' }
  const { cause, instruction, news } = settled(draft)
  const begins = startOf(draft, now)
  return (
    flawOfWords(typedIn(cause), 'why') ??
    flawOfWords(typedIn(instruction), 'what_to_do') ??
    flawOfWords(draft.stillWorks, 'still_works') ??
    (draft.end !== null && draft.end <= begins ? { kind: 'too-early', part: 'until_when' } : null) ??
    (news.kind === 'at' && news.at <= begins ? { kind: 'too-early', part: 'next_news' } : null)
  )
}

function typedIn(choice: TextChoice): Text | null {
  return choice.kind === 'own' ? choice.typed : null
}

function flawOfWords(typed: Text | null, part: WordsPart): DraftFlaw | null {
  if (typed === null) return null
  const count = lettersTooMany(typed)
  if (count > 0) return { kind: 'too-long', part, count }
  return completed(typed) === null ? { kind: 'no-words', part } : null
}
