import type { EpochMs, NoticeId, ServiceId, SystemId } from '../../shared/ids.ts'
import type { NoticeContent, NoticeKind, NoticeScope } from '../../shared/notice.ts'
import type { Text } from '../../shared/language.ts'
import type { DeskNotice } from '../../shared/views/desk.ts'
import { preparedKeyOf, preparedText, usualCause, type PreparedKey } from './prepared-texts.ts'

/**
 * A notice while somebody writes it. It guarantees that as soon as it says what is affected it can be raised: all that
 * nobody chose is what is usual for its kind. It reads no clock and gives no command.
 */
export interface NoticeDraft {
  /** The standing notice that is written anew; null for a new one. */
  readonly editing: NoticeId | null
  readonly scope: NoticeScope
  readonly kind: NoticeKind
  /** In these, null stands for what is usual for the kind. */
  readonly cause: TextChoice | null
  readonly instruction: TextChoice | null
  readonly news: NewsChoice | null
  readonly newTickets: NoticeContent['newTickets'] | null
  readonly waiting: NoticeContent['waiting'] | null
  readonly since: EpochMs | null
  /** Null where nobody knows. */
  readonly end: EpochMs | null
}

export type TextChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'prepared'; readonly key: PreparedKey }
  | { readonly kind: 'own'; readonly text: Text }

export type NewsChoice =
  | { readonly kind: 'in'; readonly minutes: 30 | 60 }
  | { readonly kind: 'at'; readonly at: EpochMs }
  | { readonly kind: 'none' }

export type DraftAction =
  | { readonly type: 'office' }
  | { readonly type: 'system'; readonly id: SystemId }
  | { readonly type: 'service'; readonly id: ServiceId }
  | { readonly type: 'kind'; readonly kind: NoticeKind }
  | { readonly type: 'cause' | 'instruction'; readonly choice: TextChoice }
  | { readonly type: 'news'; readonly choice: NewsChoice }
  | { readonly type: 'end'; readonly at: EpochMs | null }
  | { readonly type: 'newTickets'; readonly choice: NoticeContent['newTickets'] }
  | { readonly type: 'waiting'; readonly choice: NoticeContent['waiting'] }

/** Each system with the services that need it, as the desk's view tells. */
export type Systems = readonly { readonly id: string; readonly services: readonly { readonly id: ServiceId }[] }[]

export const emptyDraft: NoticeDraft = {
  editing: null,
  scope: { office: false, services: [], systems: [] },
  kind: 'outage',
  cause: null,
  instruction: null,
  news: null,
  newTickets: null,
  waiting: null,
  since: null,
  end: null,
}

/** The draft that says what `notice` says. Moments that have passed are left out: they cannot be promised again. */
export function draftOf({ id, content }: Pick<DeskNotice, 'id' | 'content'>, now: EpochMs): NoticeDraft {
  const { nextNews, expectedEnd } = content
  return {
    editing: id,
    scope: content.scope,
    kind: content.kind,
    cause: choiceOf(content.cause),
    instruction: choiceOf(content.instruction),
    news: nextNews === null ? { kind: 'none' } : nextNews > now ? { kind: 'at', at: nextNews } : null,
    newTickets: content.newTickets,
    waiting: content.waiting,
    since: content.since,
    end: expectedEnd !== null && expectedEnd > now ? expectedEnd : null,
  }
}

export function reduceDraft(draft: NoticeDraft, action: DraftAction, systems: Systems): NoticeDraft {
  switch (action.type) {
    case 'office':
      return { ...draft, scope: { office: !draft.scope.office, services: [], systems: [] } }
    case 'system':
      return { ...draft, scope: withSystem(draft.scope, action.id, systems) }
    case 'service':
      return { ...draft, scope: withService(draft.scope, action.id, systems) }
    case 'kind': {
      // What was chosen fitted the other kind: another kind begins with what is usual for it.
      const usual = { cause: null, instruction: null, news: null, newTickets: null, waiting: null }
      return action.kind === draft.kind ? draft : { ...draft, ...usual, kind: action.kind }
    }
    case 'cause':
      return { ...draft, cause: action.choice }
    case 'instruction':
      return { ...draft, instruction: action.choice }
    case 'news':
      return { ...draft, news: action.choice }
    case 'end':
      return { ...draft, end: action.at }
    case 'newTickets':
      return { ...draft, newTickets: action.choice }
    case 'waiting':
      return { ...draft, waiting: action.choice }
    default:
      return action satisfies never
  }
}

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
export function contentOf(draft: NoticeDraft, now: EpochMs): NoticeContent | null {
  const { scope, kind, since, end } = draft
  if (!scope.office && scope.services.length === 0 && scope.systems.length === 0) return null
  const { cause, instruction, news, newTickets, waiting } = settled(draft)
  return {
    kind,
    scope,
    cause: textOf(cause),
    instruction: textOf(instruction),
    since,
    expectedEnd: end,
    nextNews: newsAt(news, now),
    newTickets,
    waiting,
  }
}

/** What a standing notice becomes by "No change, next news in 30 minutes". */
export function unchangedContent(content: NoticeContent, now: EpochMs): NoticeContent {
  const end = content.expectedEnd !== null && content.expectedEnd > now ? content.expectedEnd : null
  return { ...content, expectedEnd: end, nextNews: newsAt({ kind: 'in', minutes: 30 }, now) }
}

/** When news is promised, in full five minutes: "in 30 minutes" said at 9.41 promises 10.15. */
export function newsAt(news: NewsChoice, now: EpochMs): EpochMs | null {
  switch (news.kind) {
    case 'in':
      return Math.ceil((now + news.minutes * minuteMs) / newsStepMs) * newsStepMs
    case 'at':
      return news.at
    case 'none':
      return null
    default:
      return news satisfies never
  }
}

/** Whether the scope reaches the service: by name, by a system it needs, or with the whole office. */
export function reaches(scope: NoticeScope, service: ServiceId, systems: Systems): boolean {
  return scope.office || scope.services.includes(service) || coveredBy(scope, systems).includes(service)
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

function withSystem(scope: NoticeScope, id: SystemId, systems: Systems): NoticeScope {
  if (scope.systems.includes(id)) return { ...scope, systems: scope.systems.filter((other) => other !== id) }
  const chosen = { office: false, services: scope.services, systems: [...scope.systems, id] }
  const covered = coveredBy(chosen, systems)
  return { ...chosen, services: chosen.services.filter((service) => !covered.includes(service)) }
}

/** Taking one service away from what a system reaches leaves the system's other services, each by its name. */
function withService(scope: NoticeScope, id: ServiceId, systems: Systems): NoticeScope {
  if (scope.office) return { office: false, services: [id], systems: [] }
  if (scope.services.includes(id)) return { ...scope, services: scope.services.filter((other) => other !== id) }
  const reaching = systems.filter(
    (system) => holds(scope.systems, system.id) && system.services.some((service) => service.id === id),
  )
  if (reaching.length === 0) return { ...scope, services: [...scope.services, id] }
  const left = scope.systems.filter((system) => !reaching.some((other) => other.id === system))
  const covered = coveredBy({ ...scope, systems: left }, systems)
  const named = [...scope.services, ...reaching.flatMap(({ services }) => services.map((service) => service.id))]
  return {
    office: false,
    systems: left,
    services: [...new Set(named)].filter((service) => service !== id && !covered.includes(service)),
  }
}

function coveredBy(scope: NoticeScope, systems: Systems): readonly ServiceId[] {
  return systems
    .filter((system) => holds(scope.systems, system.id))
    .flatMap(({ services }) => services.map((service) => service.id))
}

function holds(ids: readonly string[], id: string): boolean {
  return ids.includes(id)
}

function prepared(key: PreparedKey | null): TextChoice {
  return key === null ? { kind: 'none' } : { kind: 'prepared', key }
}

function choiceOf(text: Text | null): TextChoice {
  if (text === null) return { kind: 'none' }
  const key = preparedKeyOf(text)
  return key === null ? { kind: 'own', text } : { kind: 'prepared', key }
}

/** Words of one's own that are empty say nothing. */
function textOf(choice: TextChoice): Text | null {
  switch (choice.kind) {
    case 'none':
      return null
    case 'prepared':
      return preparedText(choice.key)
    case 'own':
      return choice.text.id.trim() === '' ? null : choice.text
    default:
      return choice satisfies never
  }
}

const minuteMs = 60_000
const newsStepMs = 5 * minuteMs
