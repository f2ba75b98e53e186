import { localDate } from '../day.ts'
import type { EpochMs, TicketId } from '../ids.ts'
import { isShownOnDay, type MediaItem } from '../media.ts'
import type { ScreenSettings } from '../screens.ts'
import { isServiceOf } from '../shown-on-screen.ts'
import type { Call, OfficeState } from '../state.ts'
import type { Text } from '../language.ts'
import { knownTicket } from '../ticket-book.ts'
import { defaultVoice, type OfficeVoice, type VoiceSettings } from '../voice/settings.ts'
import {
  availabilityOf,
  noticeViews,
  officeView,
  plannedViews,
  recoveryViews,
  serviceView,
  type NoticeView,
  type OfficeView,
  type PlannedView,
  type RecoveryView,
  type ServiceAvailability,
  type ServiceView,
} from './common.ts'

/** What the waiting crowd sees: numbers, counters and notices; never a name or a token. */
export interface LobbyView {
  readonly kind: 'lobby'
  readonly office: OfficeView
  /** The latest calls, newest first; the first one is what is being called. */
  readonly calls: readonly LobbyCall[]
  /** What newer calls have pushed out of these, newest first: of services that a TV shows by themselves. */
  readonly earlierCalls: readonly LobbyCall[]
  readonly services: readonly LobbyService[]
  readonly notices: readonly NoticeView[]
  readonly planned: readonly PlannedView[]
  readonly recoveries: readonly RecoveryView[]
  /** What each TV shows, as far as anybody has said so; a screen looks for itself. */
  readonly screens: readonly ScreenSettings[]
  readonly voice: OfficeVoice
  /** Pictures, videos and slides for the time when nobody is called, in the order in which they are shown. */
  readonly media: readonly MediaItem[]
}

export interface LobbyCall {
  /** Grows with every call and recall: a screen sounds each value once and no value it was born with. */
  readonly call: number
  readonly ticket: TicketId
  readonly number: string
  readonly counter: Text
  readonly service: ServiceView
  readonly at: EpochMs
}

export interface LobbyService extends ServiceView {
  readonly waiting: number
  readonly availability: ServiceAvailability
}

/** `recordings` and `media` are the office's own; only the hub sees their folders. */
export function lobbyView(
  state: OfficeState,
  at: EpochMs,
  recordings: OfficeVoice['recordings'] = {},
  media: readonly MediaItem[] = [],
): LobbyView {
  const today = localDate(at, state.office.timeZone)
  return {
    kind: 'lobby',
    office: officeView(state, at),
    calls: state.calls.flatMap((call) => lobbyCall(state, call)),
    earlierCalls: state.earlierCalls
      .flatMap((call) => lobbyCall(state, call))
      .filter(({ service }) =>
        state.screens.some(({ shows }) => shows.kind === 'services' && isServiceOf(shows, service)),
      ),
    services: state.office.services.map((service) => ({
      ...serviceView(service),
      waiting: state.lines[service.id]?.length ?? 0,
      availability: availabilityOf(state, service, at),
    })),
    notices: noticeViews(state),
    planned: plannedViews(state),
    recoveries: recoveryViews(state, at),
    screens: state.screens,
    voice: { settings: voiceOf(state), recordings },
    media: media.filter((item) => isShownOnDay(item, today)),
  }
}

/** None where the office no longer has the service or the counter. */
function lobbyCall(
  { office, tickets }: OfficeState,
  { call, ticket, counter: at, at: calledAt }: Call,
): readonly LobbyCall[] {
  const { number, service: of } = knownTicket(tickets, ticket)
  const service = office.services.find(({ id }) => id === of)
  const counter = office.counters.find(({ id }) => id === at)
  return service && counter
    ? [{ call, ticket, number, counter: counter.name, service: serviceView(service), at: calledAt }]
    : []
}

/** How the office wants to be heard, as its document says or as is usual. */
export function voiceOf({ office }: OfficeState): VoiceSettings {
  return office.voice ?? defaultVoice(office.language)
}
