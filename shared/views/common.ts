import { asBoard } from '../notice-board.ts'
import { placesLeft } from '../forecast.ts'
import { numbersState, openingState, type OpeningState } from '../hours.ts'
import type { EpochMs, NoticeId, ServiceId, SystemId } from '../ids.ts'
import { noticeLanguages, noticeLimits, touchedServices, touches, type Notice, type NoticeContent } from '../notice.ts'
import type { Pictogram, Service, ServiceColour } from '../office.ts'
import { isOnHold } from '../routing.ts'
import type { OfficeState } from '../state.ts'
import type { Language, Text } from '../language.ts'

/** What every screen needs of the office itself. */
export interface OfficeView {
  readonly name: Text
  readonly timeZone: string
  readonly language: Language
  readonly languages: readonly Language[]
  /** Whether the counters serve, by the hours. */
  readonly opening: OpeningState
  /** Whether a notice closes the whole office, whatever the hours say. */
  readonly closed: boolean
  /** Numbers are given although the counters do not serve yet. */
  readonly early: boolean
  /** Whether staff have confirmed today's services; true where the office does not ask for it. */
  readonly confirmed: boolean
}

/** Something outside that services need, with those services, at least one. */
export interface SystemView {
  readonly id: SystemId
  readonly name: Text
  readonly services: readonly ServiceView[]
}

/** How a service is recognised on every screen and paper: letter, name, colour and pictogram. */
export interface ServiceView {
  readonly id: ServiceId
  readonly letter: string
  readonly name: Text
  readonly colour: ServiceColour
  readonly pictogram: Pictogram
}

/**
 * Whether a resident can get a number for a service.
 *
 * open      yes
 * warned    yes, but a notice touches it
 * stopped   no, a notice stops it
 * full      no more numbers today
 * closed    outside opening hours
 */
export type ServiceAvailability = 'open' | 'warned' | 'stopped' | 'full' | 'closed'

/** A standing notice as screens get it; `shared/words/notice-text.ts` makes its sentences. */
export interface NoticeView {
  readonly id: NoticeId
  readonly revision: number
  readonly kind: NoticeContent['kind']
  /** The whole office, not some of its services. */
  readonly office: boolean
  readonly services: readonly ServiceView[]
  /** What can still be had while this notice stands. */
  readonly stillOpen: readonly ServiceView[]
  /** The same in words of the office's own; null where Loket names the services. */
  readonly stillWorks: Text | null
  readonly systems: readonly { readonly id: SystemId; readonly name: Text }[]
  readonly cause: Text | null
  readonly instruction: Text | null
  readonly since: EpochMs
  readonly updatedAt: EpochMs
  readonly expectedEnd: EpochMs | null
  readonly nextNews: EpochMs | null
  /** Both also by what other notices do to all that this one touches: no banner promises what the next one denies. */
  readonly newTickets: NoticeContent['newTickets']
  readonly waiting: NoticeContent['waiting']
  /** Those in which it is read aloud and printed; null for those of the office. */
  readonly languages: readonly Language[] | null
}

/** A notice set for later: `since` is when it goes up. */
export type PlannedView = NoticeView

/** Something that works again since a short while ago. */
export interface RecoveryView {
  readonly id: NoticeId
  /** All services of the office. */
  readonly office: boolean
  readonly services: readonly ServiceView[]
  readonly endedAt: EpochMs
  /** People whose place was kept and who are called again. */
  readonly held: number
  /** Those in which it is read aloud; null for those of the office. */
  readonly languages: readonly Language[] | null
}

export function officeView(state: OfficeState, at: EpochMs): OfficeView {
  const { name, timeZone, language, languages, confirmEachDay } = state.office
  const opening = openingState(state.office, at)
  const early = !opening.open && numbersState(state.office, at).open
  const confirmed = !confirmEachDay || state.confirmed !== null
  const closed = state.notices.some(
    ({ content: { kind, scope, since } }) => kind === 'closed' && scope.office && (since ?? at) <= at,
  )
  return { name, timeZone, language, languages, opening, closed, early, confirmed }
}

export function serviceView({ id, letter, name, colour, pictogram }: Service): ServiceView {
  return { id, letter, name, colour, pictogram }
}

/** The systems that a notice can be about, in the office's order. */
export function systemViews({ office }: OfficeState): readonly SystemView[] {
  return office.systems
    .map(({ id, name }) => ({
      id,
      name,
      services: office.services.filter(({ needs }) => needs.includes(id)).map(serviceView),
    }))
    .filter(({ services }) => services.length > 0)
}

/** Standing notices, the gravest first. */
export function noticeViews(state: OfficeState): readonly NoticeView[] {
  return asBoard(state.notices.map((notice) => noticeView(state, notice)))
}

/** Notices set for later, the next one first. */
export function plannedViews(state: OfficeState): readonly PlannedView[] {
  return state.scheduled.map(({ id, content, raiseAt }) =>
    noticeView(state, { id, revision: 1, content, raisedAt: raiseAt, updatedAt: raiseAt }),
  )
}

/**
 * What was resolved a short while ago, by a clock that may also have gone back, and is not touched by another notice
 * meanwhile, the newest first.
 */
export function recoveryViews(state: OfficeState, at: EpochMs): readonly RecoveryView[] {
  return state.ended
    .filter(
      ({ content, endedAt }) => content.kind !== 'information' && Math.abs(at - endedAt) < noticeLimits.recoveryMs,
    )
    .map(({ id, content, endedAt, held }): RecoveryView => {
      const services = touchedServices(content.scope, state.office).filter((service) => !isTroubled(state, service))
      const all = content.scope.office && services.length === state.office.services.length
      return {
        id,
        office: all,
        services: services.map(serviceView),
        endedAt,
        held,
        languages: noticeLanguages(content, state.office),
      }
    })
    .filter(({ services }) => services.length > 0)
    .toReversed()
}

function isTroubled(state: OfficeState, service: Service): boolean {
  return state.notices.some(({ content }) => content.kind !== 'information' && touches(content.scope, service))
}

export function noticeView(
  state: OfficeState,
  {
    id,
    revision,
    content,
    raisedAt,
    updatedAt,
  }: Pick<Notice, 'id' | 'revision' | 'content' | 'raisedAt' | 'updatedAt'>,
): NoticeView {
  const { scope, kind, cause, instruction, stillWorks = null, expectedEnd, nextNews, newTickets, waiting } = content
  const stillOpen = state.office.services.filter((service) => !touches(scope, service) && !isStopped(state, service))
  return {
    id,
    revision,
    kind,
    office: scope.office,
    services: touchedServices(scope, state.office).map(serviceView),
    stillOpen: stillOpen.map(serviceView),
    stillWorks,
    systems: state.office.systems.filter((system) => scope.systems.includes(system.id)),
    cause,
    instruction,
    since: content.since ?? raisedAt,
    updatedAt,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
    languages: noticeLanguages(content, state.office),
  }
}

export function availabilityOf(state: OfficeState, service: Service, at: EpochMs): ServiceAvailability {
  if (isStopped(state, service)) return 'stopped'
  if (!numbersState(state.office, at, service).open) return 'closed'
  const bandIsUsed = service.firstNumber + (state.given[service.id] ?? 0) > service.lastNumber
  if (bandIsUsed || placesLeft(state, service, at)?.count === 0) return 'full'
  const warned = state.notices.some(({ content }) => content.newTickets === 'warn' && touches(content.scope, service))
  return warned || isOnHold(state, service) ? 'warned' : 'open'
}

function isStopped(state: OfficeState, service: Service): boolean {
  return state.notices.some(({ content }) => content.newTickets === 'stop' && touches(content.scope, service))
}
