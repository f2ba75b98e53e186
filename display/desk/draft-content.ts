import { isEmptyScope } from '../../shared/chosen-scope.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { NoticeContent, NoticeKind } from '../../shared/notice.ts'
import type { PreparedText } from '../../shared/prepared-text.ts'
import { completed, textOf, type TextChoice } from './draft-texts.ts'
import type { NewsChoice, NoticeDraft } from './notice-draft.ts'
import { usualCause } from './prepared-texts.ts'

/** What a draft says once every open choice is settled by what is usual for its kind. It reads no clock. */

/** The draft with every open choice settled: what the form shows as chosen. */
export function settled(draft: NoticeDraft) {
  const usual = usualFor[draft.kind]
  const usualNews: NewsChoice =
    usual.newsMinutes === null ? { kind: 'none' } : { kind: 'in', minutes: usual.newsMinutes }
  return {
    cause: draft.cause ?? prepared(usualCause(draft.kind, draft.scope)),
    instruction: draft.instruction ?? { kind: 'none' as const },
    news: draft.news ?? usualNews,
    newTickets: draft.newTickets ?? usual.newTickets,
    waiting: draft.waiting ?? usual.waiting,
  }
}

/** What is raised when the button is pressed at `now`; null as long as nothing is said to be affected. */
export function contentOf(draft: NoticeDraft, now: EpochMs, texts: readonly PreparedText[]): NoticeContent | null {
  const { scope, kind, since, end, languages } = draft
  if (isEmptyScope(scope)) return null
  const { cause, instruction, news, newTickets, waiting } = settled(draft)
  const stillWorks = draft.stillWorks && completed(draft.stillWorks)
  return {
    kind,
    scope,
    cause: textOf(cause, texts),
    instruction: textOf(instruction, texts),
    since,
    expectedEnd: end,
    nextNews: newsAt(news, startOf(draft, now)),
    newTickets,
    waiting,
    ...(stillWorks && { stillWorks }),
    ...(languages.length > 0 && { languages }),
  }
}

/** The draft without what somebody wrote for it: what Loket and the prepared texts alone would say. */
export function withoutOwnWords(draft: NoticeDraft): NoticeDraft {
  const left = (choice: TextChoice | null) => (choice?.kind === 'own' ? nothingSaid : choice)
  return { ...draft, cause: left(draft.cause), instruction: left(draft.instruction), stillWorks: null }
}

export function hasOwnWords({ cause, instruction, stillWorks }: NoticeDraft): boolean {
  return cause?.kind === 'own' || instruction?.kind === 'own' || stillWorks !== null
}

/** When the notice goes up: all its own times lie after that. */
export function startOf({ raiseAt }: Pick<NoticeDraft, 'raiseAt'>, now: EpochMs): EpochMs {
  return raiseAt ?? now
}

/** What a standing notice becomes by "No change, next news in 30 minutes". */
export function unchangedContent(content: NoticeContent, now: EpochMs): NoticeContent {
  return { ...content, expectedEnd: ahead(content.expectedEnd, now), nextNews: newsAt(halfAnHour, now) }
}

/**
 * A standing notice's content with another answer for the people who wait. News whose promised time has passed cannot
 * be promised for then any more: it is promised anew, for half an hour from now.
 */
export function withWaiting(content: NoticeContent, waiting: NoticeContent['waiting'], now: EpochMs): NoticeContent {
  const { nextNews, expectedEnd } = content
  return {
    ...content,
    expectedEnd: ahead(expectedEnd, now),
    nextNews: nextNews === null ? null : (ahead(nextNews, now) ?? newsAt(halfAnHour, now)),
    waiting,
  }
}

/** When news is promised, in full five minutes: "in 30 minutes" said at 9.41 promises 10.15. */
export function newsAt(news: NewsChoice, from: EpochMs): EpochMs | null {
  switch (news.kind) {
    case 'in':
      return Math.ceil((from + news.minutes * minuteMs) / newsStepMs) * newsStepMs
    case 'at':
      return news.at
    case 'none':
      return null
    default:
      return news satisfies never
  }
}

/** What is usual for a kind: new numbers, people who wait, and when the next news comes (null for none). */
const usualFor: Readonly<
  Record<NoticeKind, Pick<NoticeContent, 'newTickets' | 'waiting'> & { readonly newsMinutes: 30 | 60 | null }>
> = {
  outage: { newTickets: 'stop', waiting: 'hold', newsMinutes: 60 },
  degraded: { newTickets: 'warn', waiting: 'keep', newsMinutes: 60 },
  'pick-up-only': { newTickets: 'warn', waiting: 'keep', newsMinutes: 60 },
  maintenance: { newTickets: 'stop', waiting: 'hold', newsMinutes: null },
  closed: { newTickets: 'stop', waiting: 'keep', newsMinutes: null },
  information: { newTickets: 'give', waiting: 'keep', newsMinutes: null },
}

function prepared(id: string | null): TextChoice {
  return id === null ? { kind: 'none' } : { kind: 'prepared', id }
}

function ahead(at: EpochMs | null, now: EpochMs): EpochMs | null {
  return at !== null && at > now ? at : null
}

const nothingSaid: TextChoice = { kind: 'none' }
const halfAnHour: NewsChoice = { kind: 'in', minutes: 30 }
const minuteMs = 60_000
const newsStepMs = 5 * minuteMs
