import type { PaperTrouble } from '../commands.ts'
import { nextNumber, sendingHome } from '../decide/giving.ts'
import { placesLeft, waitFor, type PlacesLeft } from '../forecast.ts'
import { numbersState } from '../hours.ts'
import type { EpochMs, KioskId, TicketId } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import type { Text } from '../language.ts'
import type { PaperState } from '../ticket.ts'
import { allTickets } from '../ticket-book.ts'
import {
  availabilityOf,
  noticeViews,
  officeView,
  plannedViews,
  recoveryViews,
  serviceView,
  systemViews,
  type NoticeView,
  type OfficeView,
  type PlannedView,
  type RecoveryView,
  type ServiceAvailability,
  type ServiceView,
  type SystemView,
} from './common.ts'
import type { WaitRange } from './printing.ts'

/** What a resident at one kiosk sees. */
export interface KioskView {
  readonly kind: 'kiosk'
  readonly office: OfficeView
  readonly services: readonly KioskService[]
  /** What staff can say is down, behind the outage key. */
  readonly systems: readonly SystemView[]
  readonly notices: readonly NoticeView[]
  readonly planned: readonly PlannedView[]
  readonly recoveries: readonly RecoveryView[]
  readonly printer: KioskPrinter
  /** Where the papers of the latest tickets from this kiosk stand, newest first. */
  readonly papers: readonly KioskPaper[]
  /** Where phones find this hub, for the code on the number's page. */
  readonly address: string
}

export interface KioskService extends ServiceView {
  readonly waiting: number
  /** Null where it cannot be told. */
  readonly wait: WaitRange | null
  readonly availability: ServiceAvailability
  readonly bring: Text | null
  /** Numbers that can still be had today; null where there is no end to them. */
  readonly placesLeft: PlacesLeft | null
  /** Instead of a number a return ticket can be had. */
  readonly givesReturns: boolean
  /** When its numbers are given again, while they are not; null where nobody knows. */
  readonly opensAt: EpochMs | null
}

/** Whether paper can be expected from this kiosk. `absent`: no printer program is connected. */
export type KioskPrinter =
  | { readonly state: 'ready'; readonly paperLow: boolean }
  | { readonly state: 'trouble'; readonly trouble: PaperTrouble }
  | { readonly state: 'absent' }

export interface KioskPaper {
  readonly ticket: TicketId
  readonly number: string
  readonly state: PaperState['state']
}

/**
 * `agents` are the kiosks whose printer program is connected now, `address` is where phones find the hub, for instance
 * `http://192.168.1.20:8080`; only the hub knows either.
 */
export function kioskView(
  state: OfficeState,
  at: EpochMs,
  kiosk: KioskId,
  agents: ReadonlySet<KioskId>,
  address: string,
): KioskView {
  return {
    kind: 'kiosk',
    office: officeView(state, at),
    services: state.office.services.map((service) => {
      const waiting = state.lines[service.id]?.length ?? 0
      const numbers = numbersState(state.office, at, service)
      return {
        ...serviceView(service),
        waiting,
        wait: waitFor(state, service.id, waiting),
        availability: availabilityOf(state, service, at),
        bring: service.bring,
        placesLeft: placesLeft(state, service, at),
        givesReturns: numbers.open && sendingHome(state, service) !== undefined && nextNumber(state, service) !== null,
        opensAt: numbers.open ? null : numbers.until,
      }
    }),
    systems: systemViews(state),
    notices: noticeViews(state),
    planned: plannedViews(state),
    recoveries: recoveryViews(state, at),
    printer: kioskPrinter(state, kiosk, agents),
    papers: allTickets(state.tickets)
      .filter((ticket) => ticket.kiosk === kiosk)
      .slice(-papersShown)
      .toReversed()
      .map(({ id, number, paper }) => ({ ticket: id, number, state: paper.state })),
    address,
  }
}

export function kioskPrinter(state: OfficeState, kiosk: KioskId, agents: ReadonlySet<KioskId>): KioskPrinter {
  const report = state.printers[kiosk]
  if (!agents.has(kiosk) || !report) return { state: 'absent' }
  return report.trouble === null
    ? { state: 'ready', paperLow: report.paperLow }
    : { state: 'trouble', trouble: report.trouble }
}

const papersShown = 8
