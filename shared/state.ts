import type { PrinterReport } from './commands.ts'
import { exampleOffice } from './example-office.ts'
import {
  daySchema,
  type CounterId,
  type Day,
  type EpochMs,
  type KioskId,
  type ServiceId,
  type TicketId,
} from './ids.ts'
import type { EndedNotice, Notice, ScheduledNotice } from './notice.ts'
import type { Office } from './office.ts'
import type { PreparedText } from './prepared-text.ts'
import { noReturns, type ReturnBook } from './return-book.ts'
import type { ScreenSettings } from './screens.ts'
import { emptyBook, type TicketBook } from './ticket-book.ts'

/**
 * Everything the office knows, as one value folded from the ledger. It is replaced, never changed; it holds today and
 * what outlives days, and nothing that can be worked out from the rest.
 */
export interface OfficeState {
  readonly office: Office
  readonly day: Day
  /** The latest moment any event of today carries; time in here never goes back. */
  readonly lastAt: EpochMs
  readonly ticketsGiven: number
  readonly tickets: TicketBook
  /** Waiting tickets of each service, the longest wait first. */
  readonly lines: Readonly<Record<ServiceId, readonly TicketId[]>>
  /** Numbers given today for each service. */
  readonly given: Readonly<Record<ServiceId, number>>
  /** Those of them that were return tickets from the beginning, which nobody is served for today. */
  readonly givenToReturn: Readonly<Record<ServiceId, number>>
  /** Where a notice that is over kept the places of a service: tickets up to this one come back, in the old order. */
  readonly cameBack: Readonly<Record<ServiceId, number>>
  readonly counters: Readonly<Record<CounterId, CounterState>>
  readonly callsMade: number
  /** Today's latest calls, newest first. */
  readonly calls: readonly Call[]
  /** What newer calls have pushed out of these, the newest of each service, newest first. */
  readonly earlierCalls: readonly Call[]
  readonly noticesRaised: number
  /** Standing notices, in the order they were raised. */
  readonly notices: readonly Notice[]
  /** Notices set for later, the next one first. */
  readonly scheduled: readonly ScheduledNotice[]
  /** Notices that were resolved, the newest last. */
  readonly ended: readonly EndedNotice[]
  /** Return tickets, also used and expired ones until nobody asks for them any more. */
  readonly returns: ReturnBook
  /** The office's own wordings for notices. */
  readonly preparedTexts: readonly PreparedText[]
  /** What was said about the office's TVs. */
  readonly screens: readonly ScreenSettings[]
  /** Who has confirmed that what is not said to be down works today; null until somebody has. */
  readonly confirmed: { readonly by: string; readonly at: EpochMs } | null
  readonly printers: Readonly<Record<KioskId, PrinterReport>>
  /** How long the latest visits of each service took, in ms, newest last. */
  readonly visitsMs: Readonly<Record<ServiceId, readonly number[]>>
  /** Tickets of today whose paper is not settled: wanted, started, refused or unknown; the newest of them. */
  readonly openPapers: readonly TicketId[]
}

export interface CounterState {
  readonly id: CounterId
  /** Who is there; null when the counter is closed. */
  readonly staff: string | null
  readonly current: TicketId | null
  /** Priority calls since the last regular one. */
  readonly priorityInARow: number
  /** People who came back, from another day or after a notice, since the last one of today's own. */
  readonly returnInARow: number
  /** The visit that ended here last, today; null before the first and once it was brought back. */
  readonly lastVisit: LastVisit | null
}

export interface LastVisit {
  readonly ticket: TicketId
  /** How long it took, in ms, as it was added to the visits of its service. */
  readonly ms: number
}

/** One line of the lobby board. `call` grows with every call and recall, so a screen knows what it has sounded. */
export interface Call {
  readonly call: number
  readonly ticket: TicketId
  readonly counter: CounterId
  readonly at: EpochMs
}

/**
 * How many calls, visits for each service and unsettled papers are remembered. More papers than these mean that nobody
 * prints: the oldest of them are too old by then to be printed for anybody.
 */
export const stateLimits = { calls: 12, visits: 20, openPapers: 300 } as const

/** The state before the first event: the example office on a day long past, so that any real date begins a new one. */
export const initialState: OfficeState = {
  office: exampleOffice,
  day: daySchema.parse('1970-01-01'),
  lastAt: 0,
  ticketsGiven: 0,
  tickets: emptyBook(1),
  lines: {},
  given: {},
  givenToReturn: {},
  cameBack: {},
  counters: {},
  callsMade: 0,
  calls: [],
  earlierCalls: [],
  noticesRaised: 0,
  notices: [],
  scheduled: [],
  ended: [],
  returns: noReturns,
  preparedTexts: [],
  screens: [],
  confirmed: null,
  printers: {},
  visitsMs: {},
  openPapers: [],
}

/** A counter of the office document; one that nobody has opened yet today is closed. */
export function counterState(state: OfficeState, id: CounterId): CounterState {
  return state.counters[id] ?? { id, staff: null, current: null, priorityInARow: 0, returnInARow: 0, lastVisit: null }
}
