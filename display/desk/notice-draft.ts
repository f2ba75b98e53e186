import { emptyScope, withOffice, withService, withSystem, type Systems } from '../../shared/chosen-scope.ts'
import type { EpochMs, NoticeId, ServiceId, SystemId } from '../../shared/ids.ts'
import type { Language, Text } from '../../shared/language.ts'
import type { NoticeContent, NoticeKind, NoticeScope } from '../../shared/notice.ts'
import type { PreparedText } from '../../shared/prepared-text.ts'
import type { DeskNotice } from '../../shared/views/desk.ts'
import { choiceOf, typedOf, type TextChoice } from './draft-texts.ts'

/**
 * A notice while somebody writes it. It guarantees that nothing but what is affected has to be said: all that nobody
 * chose is what is usual for its kind (`draft-content.ts`), and what somebody chose is kept, also where it does not go
 * together (`draft-flaws.ts`). It reads no clock and gives no command.
 */
export interface NoticeDraft {
  /** The notice, standing or set for later, that is written anew; null for a new one. */
  readonly editing: NoticeId | null
  /** When it goes up; null for at once. */
  readonly raiseAt: EpochMs | null
  readonly scope: NoticeScope
  readonly kind: NoticeKind
  /** In these, null stands for what is usual for the kind. */
  readonly cause: TextChoice | null
  readonly instruction: TextChoice | null
  readonly news: NewsChoice | null
  readonly newTickets: NoticeContent['newTickets'] | null
  readonly waiting: NoticeContent['waiting'] | null
  /** What still works, as typed; null for what Loket says of it. */
  readonly stillWorks: Text | null
  /** Those in which it is read aloud and printed; none for those of the office. */
  readonly languages: readonly Language[]
  /** When it began; null for the moment at which it goes up. */
  readonly since: EpochMs | null
  /** Null where nobody knows. */
  readonly end: EpochMs | null
}

export type NewsChoice =
  | { readonly kind: 'in'; readonly minutes: 30 | 60 }
  | { readonly kind: 'at'; readonly at: EpochMs }
  | { readonly kind: 'none' }

export type DraftAction =
  | { readonly type: 'office' }
  | { readonly type: 'system'; readonly id: SystemId }
  | { readonly type: 'service'; readonly id: ServiceId }
  | { readonly type: 'when'; readonly at: EpochMs | null }
  | { readonly type: 'kind'; readonly kind: NoticeKind }
  | { readonly type: 'cause' | 'instruction'; readonly choice: TextChoice }
  | { readonly type: 'stillWorks'; readonly typed: Text | null }
  | { readonly type: 'news'; readonly choice: NewsChoice }
  | { readonly type: 'since' | 'end'; readonly at: EpochMs | null }
  | { readonly type: 'newTickets'; readonly choice: NoticeContent['newTickets'] }
  | { readonly type: 'waiting'; readonly choice: NoticeContent['waiting'] }
  | { readonly type: 'language'; readonly language: Language }

export const emptyDraft: NoticeDraft = {
  editing: null,
  raiseAt: null,
  scope: emptyScope,
  kind: 'outage',
  cause: null,
  instruction: null,
  news: null,
  newTickets: null,
  waiting: null,
  stillWorks: null,
  languages: [],
  since: null,
  end: null,
}

/** The draft that says what a notice says. Moments that have passed are left out: they cannot be promised again. */
export function draftOf(
  {
    id,
    content,
    languages,
    raiseAt = null,
  }: Pick<DeskNotice, 'id' | 'content' | 'languages'> & { readonly raiseAt?: EpochMs | null },
  now: EpochMs,
  texts: readonly PreparedText[],
): NoticeDraft {
  const { nextNews, expectedEnd } = content
  return {
    editing: id,
    raiseAt,
    scope: content.scope,
    kind: content.kind,
    cause: choiceOf(content.cause, texts),
    instruction: choiceOf(content.instruction, texts),
    news: nextNews === null ? { kind: 'none' } : nextNews > now ? { kind: 'at', at: nextNews } : null,
    newTickets: content.newTickets,
    waiting: content.waiting,
    stillWorks: content.stillWorks ? typedOf(content.stillWorks) : null,
    languages: languages ?? [],
    since: content.since,
    end: expectedEnd !== null && expectedEnd > now ? expectedEnd : null,
  }
}

export function reduceDraft(draft: NoticeDraft, action: DraftAction, systems: Systems): NoticeDraft {
  switch (action.type) {
    case 'office':
      return { ...draft, scope: withOffice(draft.scope) }
    case 'system':
      return { ...draft, scope: withSystem(draft.scope, action.id, systems) }
    case 'service':
      return { ...draft, scope: withService(draft.scope, action.id, systems) }
    case 'when':
      return { ...draft, raiseAt: action.at }
    case 'kind': {
      // What was chosen fitted the other kind: another kind begins with what is usual for it.
      const usual = { cause: null, instruction: null, news: null, newTickets: null, waiting: null }
      return action.kind === draft.kind ? draft : { ...draft, ...usual, kind: action.kind }
    }
    case 'cause':
      return { ...draft, cause: action.choice }
    case 'instruction':
      return { ...draft, instruction: action.choice }
    case 'stillWorks':
      return { ...draft, stillWorks: action.typed }
    case 'news':
      return { ...draft, news: action.choice }
    case 'since':
      return { ...draft, since: action.at }
    case 'end':
      return { ...draft, end: action.at }
    case 'newTickets':
      return { ...draft, newTickets: action.choice }
    case 'waiting':
      return { ...draft, waiting: action.choice }
    case 'language':
      return { ...draft, languages: toggled(draft.languages, action.language) }
    default:
      return action satisfies never
  }
}

function toggled(languages: readonly Language[], language: Language): readonly Language[] {
  return languages.includes(language) ? languages.filter((other) => other !== language) : [...languages, language]
}
