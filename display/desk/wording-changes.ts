import type { NoticeText } from '../../shared/words/notice-text.ts'
import type { DeskKey } from './desk-context.ts'

/**
 * What a new wording of a notice says otherwise than the one before, both read at the same moment: the public's own
 * sentences that are new, and the desk's key for what is not said any more. What still works is no part of it: that
 * changes with other notices as well.
 */
export interface WordingChange {
  readonly says: readonly string[]
  readonly noLonger: readonly DeskKey[]
}

export function wordingChange(before: NoticeText, after: NoticeText): WordingChange {
  const changed = facts.filter(({ fact }) => before[fact] !== after[fact])
  return {
    says: changed.flatMap(({ fact }) => after[fact] ?? []),
    noLonger: changed.flatMap(({ fact, gone }) => (after[fact] === null && gone !== null ? [gone] : [])),
  }
}

/** The sentences of a notice in the order in which they are read, and how the desk says that one is gone. */
const facts: readonly { readonly fact: keyof NoticeText; readonly gone: DeskKey | null }[] = [
  { fact: 'heading', gone: null },
  { fact: 'cause', gone: 'cause_not_said' },
  { fact: 'since', gone: null },
  { fact: 'newTickets', gone: 'tickets_give' },
  { fact: 'waiting', gone: null },
  { fact: 'instruction', gone: 'instruction_not_said' },
  { fact: 'end', gone: null },
  { fact: 'news', gone: 'no_news' },
]
