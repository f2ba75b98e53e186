import { addDays } from '../day.ts'
import type { Carried, EventOf } from '../events.ts'
import { counterIdSchema, type Day, type EpochMs } from '../ids.ts'
import { noticeLimits } from '../notice.ts'
import { allPromises, noReturns, withPromise, type ReturnPromise } from '../return-book.ts'
import { returnDays, returnLimits } from '../returns.ts'
import { isOnHold } from '../routing.ts'
import { initialState, type CounterState, type OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { allTickets, emptyBook } from '../ticket-book.ts'
import { withPlacesFreed } from './kept-places.ts'

type DayEvent = EventOf<
  | 'DayBegan'
  | 'OfficeSet'
  | 'DayConfirmed'
  | 'PreparedTextSaved'
  | 'PreparedTextRemoved'
  | 'ScreenSet'
  | 'ScreenForgotten'
>

export function evolveDay(state: OfficeState, event: DayEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'OfficeSet':
      return withPlacesFreed(state, { ...state, office: event.office })
    case 'DayConfirmed':
      return { ...state, confirmed: { by: event.by, at } }
    case 'PreparedTextSaved': {
      const others = state.preparedTexts.filter(({ id }) => id !== event.text.id)
      return { ...state, preparedTexts: [...others, event.text] }
    }
    case 'PreparedTextRemoved':
      return { ...state, preparedTexts: state.preparedTexts.filter(({ id }) => id !== event.text) }
    case 'ScreenSet': {
      const others = state.screens.filter(({ screen }) => screen !== event.settings.screen)
      return { ...state, screens: [...others, event.settings] }
    }
    case 'ScreenForgotten':
      return { ...state, screens: state.screens.filter(({ screen }) => screen !== event.screen) }
    case 'DayBegan': {
      const { office, ticketsGiven, callsMade, noticesRaised, notices, printers } = event.carried
      const { scheduled, ended, returns, preparedTexts, screens, counters } = event.carried
      return {
        ...initialState,
        day: event.day,
        office,
        ticketsGiven,
        tickets: emptyBook(ticketsGiven + 1),
        callsMade,
        noticesRaised,
        notices,
        scheduled,
        ended,
        returns: returns.reduce(withPromise, noReturns),
        preparedTexts,
        screens,
        counters: Object.fromEntries(Object.entries(counters).map(([id, staff]) => [id, openedBy(id, staff)])),
        printers,
      }
    }
    default:
      return event satisfies never
  }
}

/**
 * What outlives the day: the office, the counts, notices, return tickets, who sits where, and how the printers are.
 * People whose place a notice keeps or kept and who were not served, and those who came back and were not called,
 * hold a return ticket now.
 */
export function carriedOver(state: OfficeState, next: Day): Carried {
  const { office, ticketsGiven, callsMade, noticesRaised, notices, scheduled, preparedTexts, screens, printers } = state
  const staffed = Object.values(state.counters).flatMap(({ id, staff }) =>
    staff === null ? [] : [[id, staff] as const],
  )
  return {
    office,
    ticketsGiven,
    callsMade,
    noticesRaised,
    notices,
    scheduled,
    ended: state.ended.filter(({ endedAt }) => state.lastAt - endedAt < noticeLimits.recoveryMs),
    returns: [...allPromises(state.returns), ...promisesAtMidnight(state, next)].filter(
      ({ until }) => until >= addDays(next, -returnLimits.daysKnown),
    ),
    preparedTexts,
    screens,
    counters: Object.fromEntries(staffed),
    printers,
  }
}

function promisesAtMidnight(state: OfficeState, next: Day): readonly ReturnPromise[] {
  const room = Math.max(0, returnLimits.promises - state.returns.count)
  const cameBack = new Set(
    allPromises(state.returns).flatMap(({ usedOn, usedFor }) => (usedOn === state.day ? [usedFor] : [])),
  )
  const unserved = allTickets(state.tickets).filter((ticket) => isOwed(state, ticket, cameBack.has(ticket.id)))
  const promises = state.office.services.flatMap((service) => {
    const tickets = unserved.filter((ticket) => ticket.service === service.id)
    const days = returnDays(state, service, tickets.length, next)
    return tickets.map(({ token, number, class: ticketClass }, i): ReturnPromise => {
      const from = days[i]?.from ?? next
      const until = days[i]?.until ?? from
      const paper = { token, number, given: state.day, service: service.id, class: ticketClass }
      return { ...paper, from, until, usedOn: null, usedFor: null }
    })
  })
  return promises.slice(0, room)
}

/**
 * Who was told that their place is kept may have gone home before it was called; who came back with a return ticket
 * was told to wait for the call.
 */
function isOwed(state: OfficeState, ticket: Ticket, cameBack: boolean): boolean {
  const waits = ticket.state === 'waiting' || ticket.state === 'held'
  if (!waits && ticket.state !== 'no-show') return false
  const service = state.office.services.find(({ id }) => id === ticket.service)
  const kept = ticket.id <= (state.cameBack[ticket.service] ?? 0) || (service && isOnHold(state, service))
  return kept || (cameBack && waits)
}

function openedBy(id: string, staff: string): CounterState {
  return { id: counterIdSchema.parse(id), staff, current: null, priorityInARow: 0, returnInARow: 0, lastVisit: null }
}
