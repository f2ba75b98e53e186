import { openingState, type OpeningState } from '../hours.ts'
import type { EpochMs, NoticeId, ServiceId, SystemId } from '../ids.ts'
import { bySeverity, touchedServices, touches, type Notice, type NoticeContent } from '../notice.ts'
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
  readonly opening: OpeningState
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
  readonly systems: readonly { readonly id: SystemId; readonly name: Text }[]
  readonly cause: Text | null
  readonly instruction: Text | null
  readonly since: EpochMs
  readonly updatedAt: EpochMs
  readonly expectedEnd: EpochMs | null
  readonly nextNews: EpochMs | null
  readonly newTickets: NoticeContent['newTickets']
  readonly waiting: NoticeContent['waiting']
}

export function officeView(state: OfficeState, at: EpochMs): OfficeView {
  const { name, timeZone, language, languages } = state.office
  return { name, timeZone, language, languages, opening: openingState(state.office, at) }
}

export function serviceView({ id, letter, name, colour, pictogram }: Service): ServiceView {
  return { id, letter, name, colour, pictogram }
}

/** Standing notices, the gravest first. */
export function noticeViews(state: OfficeState): readonly NoticeView[] {
  return bySeverity(state.notices).map((notice) => noticeView(state, notice))
}

export function noticeView(state: OfficeState, { id, revision, content, raisedAt, updatedAt }: Notice): NoticeView {
  const { scope, kind, cause, instruction, expectedEnd, nextNews, newTickets, waiting } = content
  const stillOpen = state.office.services.filter((service) => !touches(scope, service) && !isStopped(state, service))
  return {
    id,
    revision,
    kind,
    office: scope.office,
    services: touchedServices(scope, state.office).map(serviceView),
    stillOpen: stillOpen.map(serviceView),
    systems: state.office.systems.filter((system) => scope.systems.includes(system.id)),
    cause,
    instruction,
    since: content.since ?? raisedAt,
    updatedAt,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
  }
}

export function availabilityOf(state: OfficeState, service: Service, at: EpochMs): ServiceAvailability {
  if (isStopped(state, service)) return 'stopped'
  if (!openingState(state.office, at).open) return 'closed'
  const given = state.given[service.id] ?? 0
  const full = given >= (service.quotaPerDay ?? Infinity) || service.firstNumber + given > service.lastNumber
  if (full) return 'full'
  const warned = state.notices.some(({ content }) => content.newTickets === 'warn' && touches(content.scope, service))
  return warned || isOnHold(state, service) ? 'warned' : 'open'
}

function isStopped(state: OfficeState, service: Service): boolean {
  return state.notices.some(({ content }) => content.newTickets === 'stop' && touches(content.scope, service))
}
