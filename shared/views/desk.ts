import { doubtedDate } from '../decide/day.ts'
import { placesLeft, type PlacesLeft } from '../forecast.ts'
import type { CounterId, Day, EpochMs, KioskId, NoticeId, ScreenId, ServiceId, TicketId } from '../ids.ts'
import type { NoticeContent, NoticeWording } from '../notice.ts'
import type { TicketWords } from '../office.ts'
import type { PreparedText } from '../prepared-text.ts'
import { promisedOn } from '../returns.ts'
import { comesBack, isOnHold } from '../routing.ts'
import { counterState, type OfficeState } from '../state.ts'
import { settingsOf, type ScreenSettings } from '../screens.ts'
import { isShownOn } from '../shown-on-screen.ts'
import type { Text } from '../language.ts'
import type { ScreenReport } from '../wire.ts'
import type { PaperState, Ticket, TicketState } from '../ticket.ts'
import { allTickets, knownTicket } from '../ticket-book.ts'
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
import { kioskPrinter, type KioskPrinter } from './kiosk.ts'

/** What signed-in staff see. The same for every desk; the desk itself knows which counter is its own. */
export interface DeskView {
  readonly kind: 'desk'
  readonly office: OfficeView
  readonly day: Day
  /** A date far ahead of the last one, which a supervisor should confirm; null when the date is believed. */
  readonly doubtedDate: Day | null
  readonly counters: readonly DeskCounter[]
  readonly services: readonly DeskService[]
  readonly systems: readonly SystemView[]
  /** Tickets on hold and those who did not come, who can both be brought back. */
  readonly held: readonly DeskTicket[]
  readonly missed: readonly DeskTicket[]
  /** People sent home today or with a return ticket of today, in the order of their numbers, at most `deskLimits.sentHome`. */
  readonly sentHome: readonly DeskTicket[]
  readonly notices: readonly DeskNotice[]
  /** Notices set for later, the next one first. */
  readonly scheduled: readonly DeskScheduled[]
  /** What works again since a short while ago. */
  readonly recoveries: readonly RecoveryView[]
  /** Who has confirmed today's services; null until somebody has. */
  readonly confirmed: OfficeState['confirmed']
  /** The office's own wordings for notices. */
  readonly preparedTexts: readonly PreparedText[]
  readonly returns: DeskReturns
  /** What the office says about its ticket, for editing. */
  readonly ticketWords: TicketWords
  readonly printers: readonly { readonly kiosk: KioskId; readonly printer: KioskPrinter; readonly detail: string }[]
  /** Tickets of which nobody knows whether their paper came out. */
  readonly doubtedPapers: readonly DeskTicket[]
  readonly screens: readonly DeskScreen[]
  /** TVs of which something was said and which are not connected now. */
  readonly absentScreens: readonly ScreenSettings[]
}

export interface DeskScheduled extends PlannedView {
  readonly raiseAt: EpochMs
  readonly by: string
  readonly content: NoticeContent
}

/** The people who were promised a place near the front and have not come yet. */
export interface DeskReturns {
  /** How many of one service are asked to come on the same day. */
  readonly perDay: number
  /** After so many in a row who come back, a counter calls somebody of today. */
  readonly inARowMax: number
  readonly days: readonly {
    readonly day: Day
    readonly services: readonly { readonly service: ServiceView; readonly count: number }[]
  }[]
}

export interface DeskCounter {
  readonly id: CounterId
  readonly name: Text
  readonly staff: string | null
  readonly current: DeskTicket | null
  /** Whose visit ended here last, and can be brought back as long as nobody is before the counter. */
  readonly last: DeskTicket | null
  readonly services: readonly ServiceView[]
  /** People this counter could call now. */
  readonly waiting: number
}

export interface DeskService extends ServiceView {
  readonly availability: ServiceAvailability
  readonly onHold: boolean
  readonly waiting: number
  readonly given: number
  /** Of those who wait, how many come back from another day or after a notice. */
  readonly comingBack: number
  /** Of those who wait, how many hold a ticket of each class. */
  readonly classes: Readonly<Record<Ticket['class'], number>>
  /** Today's return tickets, of people who may still be here. */
  readonly sentHome: number
  readonly placesLeft: PlacesLeft | null
  /** The longest waits, at most `deskLimits.line`. */
  readonly line: readonly DeskTicket[]
}

export interface DeskTicket {
  readonly ticket: TicketId
  readonly number: string
  readonly class: Ticket['class']
  readonly state: TicketState
  readonly service: ServiceView
  readonly takenAt: EpochMs
  readonly calledAt: EpochMs | null
  readonly paper: PaperState['state']
}

export interface DeskNotice extends NoticeView {
  readonly raisedBy: string
  /** What was written, for editing. */
  readonly content: NoticeContent
  readonly ticketsWaiting: number
  /** People it touches who wait or were set aside, for each service that has some. */
  readonly affected: readonly { readonly service: ServiceView; readonly people: number }[]
  readonly history: readonly NoticeWording[]
  /** Screens connected now that should show it, and those that have painted its newest revision. */
  readonly screens: readonly { readonly screen: ScreenId; readonly painted: boolean }[]
}

/** A lobby TV or kiosk screen connected now. Only the hub knows these; `painted` holds what each reported. */
export interface ConnectedScreen {
  readonly screen: ScreenId
  readonly kind: 'lobby' | 'kiosk'
  readonly name: string
  readonly painted: Readonly<Record<NoticeId, number>>
  /** What a TV last said of itself; null for one that has said nothing yet, and for kiosks. */
  readonly report: ScreenReport | null
}

export interface DeskScreen extends ConnectedScreen {
  /** What was said about it; null where nothing was. */
  readonly settings: ScreenSettings | null
  /** The number that stands on its board now; null where none does. */
  readonly number: string | null
}

const everything = { kind: 'everything' } as const

export const deskLimits = { line: 100, list: 60, sentHome: 200, days: 60 } as const

export function deskView(
  state: OfficeState,
  at: EpochMs,
  agents: ReadonlySet<KioskId>,
  screens: readonly ConnectedScreen[],
): DeskView {
  const ticketView = ticketViewer(state)
  const today = allTickets(state.tickets)
  const peopleOf = (service: ServiceId) =>
    (state.lines[service]?.length ?? 0) +
    today.filter((ticket) => ticket.service === service && ticket.state === 'held').length
  const latest = (wanted: TicketState) => today.filter(({ state }) => state === wanted).slice(-deskLimits.list)
  const sentHome = today.filter((ticket) => ticket.state === 'returned')
  return {
    kind: 'desk',
    office: officeView(state, at),
    day: state.day,
    doubtedDate: doubtedDate(state, at),
    counters: state.office.counters.map((counter) => {
      const { staff, current, lastVisit } = counterState(state, counter.id)
      const services = state.office.services.filter((service) => counter.services.includes(service.id))
      return {
        id: counter.id,
        name: counter.name,
        staff,
        current: current === null ? null : ticketView(current),
        last: lastVisit === null ? null : ticketView(lastVisit.ticket),
        services: services.map(serviceView),
        waiting: services
          .filter((service) => !isOnHold(state, service))
          .reduce((sum, service) => sum + (state.lines[service.id]?.length ?? 0), 0),
      }
    }),
    services: state.office.services.map((service) => {
      const line = state.lines[service.id] ?? []
      return {
        ...serviceView(service),
        availability: availabilityOf(state, service, at),
        onHold: isOnHold(state, service),
        waiting: line.length,
        given: state.given[service.id] ?? 0,
        comingBack: line.filter((id) => comesBack(state, knownTicket(state.tickets, id))).length,
        classes: classesOf(state, line),
        sentHome: sentHome.filter((ticket) => ticket.service === service.id).length,
        placesLeft: placesLeft(state, service, at),
        line: line.slice(0, deskLimits.line).map(ticketView),
      }
    }),
    systems: systemViews(state),
    held: latest('held').map(({ id }) => ticketView(id)),
    missed: latest('no-show').map(({ id }) => ticketView(id)),
    sentHome: sentHome
      .slice(-deskLimits.sentHome)
      .map(({ id }) => ticketView(id))
      .toSorted((a, b) => (a.number < b.number ? -1 : 1)),
    notices: noticeViews(state).flatMap((view) => {
      const notice = state.notices.find(({ id }) => id === view.id)
      if (!notice) return []
      return [
        {
          ...view,
          raisedBy: notice.raisedBy,
          content: notice.content,
          affected: view.services
            .map((service) => ({ service, people: peopleOf(service.id) }))
            .filter(({ people }) => people > 0),
          history: notice.history,
          ticketsWaiting: view.services.reduce((sum, { id }) => sum + (state.lines[id]?.length ?? 0), 0),
          screens: screens
            .filter(({ screen }) => isShownOn(settingsOf(state.screens, screen)?.shows ?? everything, view))
            .map(({ screen, painted }) => ({ screen, painted: painted[view.id] === view.revision })),
        },
      ]
    }),
    scheduled: plannedViews(state).flatMap((view) => {
      const notice = state.scheduled.find(({ id }) => id === view.id)
      return notice ? [{ ...view, raiseAt: notice.raiseAt, by: notice.by, content: notice.content }] : []
    }),
    recoveries: recoveryViews(state, at),
    confirmed: state.confirmed,
    preparedTexts: state.preparedTexts,
    returns: returnsOf(state),
    ticketWords: state.office.ticket,
    printers: [...new Set([...agents, ...(Object.keys(state.printers) as KioskId[])])].map((kiosk) => ({
      kiosk,
      printer: kioskPrinter(state, kiosk, agents),
      detail: state.printers[kiosk]?.detail ?? '',
    })),
    doubtedPapers: state.openPapers
      .filter((id) => knownTicket(state.tickets, id).paper.state === 'unknown')
      .map(ticketView),
    screens: screens.map((screen) => ({
      ...screen,
      settings: settingsOf(state.screens, screen.screen) ?? null,
      number: numberOf(state, screen.report?.call ?? null),
    })),
    absentScreens: state.screens.filter(({ screen }) => !screens.some((other) => other.screen === screen)),
  }
}

/** The number of a call that still stands on the board. */
function numberOf(state: OfficeState, call: number | null): string | null {
  const shown = [...state.calls, ...state.earlierCalls].find((each) => each.call === call)
  return shown ? knownTicket(state.tickets, shown.ticket).number : null
}

function classesOf(state: OfficeState, line: readonly TicketId[]): DeskService['classes'] {
  const classes = { regular: 0, priority: 0, return: 0 }
  for (const id of line) classes[knownTicket(state.tickets, id).class]++
  return classes
}

function returnsOf(state: OfficeState): DeskReturns {
  const services = state.office.services.map((service) => ({
    service: serviceView(service),
    load: promisedOn(state, service.id),
  }))
  const days = [...new Set(services.flatMap(({ load }) => [...load.keys()]))].toSorted()
  return {
    perDay: state.office.returns.perDay,
    inARowMax: state.office.returns.inARowMax,
    days: days.slice(0, deskLimits.days).map((day) => ({
      day,
      services: services.flatMap(({ service, load }) => {
        const count = load.get(day) ?? 0
        return count > 0 ? [{ service, count }] : []
      }),
    })),
  }
}

function ticketViewer(state: OfficeState): (id: TicketId) => DeskTicket {
  const services = new Map(state.office.services.map((service) => [service.id, serviceView(service)]))
  return (id) => {
    const {
      number,
      class: ticketClass,
      state: ticketState,
      service,
      takenAt,
      calledAt,
      paper,
    } = knownTicket(state.tickets, id)
    const known = services.get(service)
    if (!known) throw new Error(`ticket ${id} is for the service "${service}", which the office does not have`)
    return {
      ticket: id,
      number,
      class: ticketClass,
      state: ticketState,
      service: known,
      takenAt,
      calledAt,
      paper: paper.state,
    }
  }
}
