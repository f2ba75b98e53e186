import type { EventOf } from '../events.ts'
import type { CounterId, Day, EpochMs, TicketId } from '../ids.ts'
import { promiseOf, withoutPromise, withPromise } from '../return-book.ts'
import type { OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { knownTicket, withTicket } from '../ticket-book.ts'
import { changed, lined, unlined } from './lines.ts'
import { withOpenPaper } from './open-papers.ts'

type TicketEvent = EventOf<
  | 'TicketTaken'
  | 'TicketHeld'
  | 'TicketResumed'
  | 'TicketTransferred'
  | 'TicketCancelled'
  | 'ReturnTicketTaken'
  | 'TicketReturned'
  | 'ReturnUsed'
>

export function evolveTicket(state: OfficeState, event: TicketEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'TicketTaken': {
      const { class: ticketClass, ahead, wait } = event
      const taken = withNew(state, event, at, { state: 'waiting', class: ticketClass, ahead, wait })
      return lined(taken, event.service, event.ticket)
    }
    case 'ReturnTicketTaken': {
      const taken = withNew(state, event, at, { state: 'returned', class: 'regular', ahead: 0, wait: null })
      const { service } = event
      const givenToReturn = { ...state.givenToReturn, [service]: (state.givenToReturn[service] ?? 0) + 1 }
      return promised({ ...taken, givenToReturn }, event.ticket, event)
    }
    case 'TicketReturned': {
      const returned = changed(left(state, event.ticket), event.ticket, { state: 'returned' })
      return promised(returned, event.ticket, event)
    }
    case 'ReturnUsed': {
      const promise = promiseOf(state.returns, event.token)
      if (!promise) throw new Error(`the return ticket used for ticket ${event.ticket} is not known`)
      const used = { ...promise, usedOn: state.day, usedFor: event.ticket }
      return { ...state, returns: withPromise(state.returns, used) }
    }
    case 'TicketHeld':
      return changed(left(state, event.ticket), event.ticket, { state: 'held' })
    case 'TicketResumed': {
      const { service, token } = knownTicket(state.tickets, event.ticket)
      const resumed = { ...state, returns: withoutPromise(state.returns, token) }
      return lined(changed(resumed, event.ticket, { state: 'waiting' }), service, event.ticket)
    }
    case 'TicketTransferred': {
      const moved = changed(left(state, event.ticket), event.ticket, { state: 'waiting', service: event.to })
      return lined(moved, event.to, event.ticket)
    }
    case 'TicketCancelled':
      return changed(left(state, event.ticket), event.ticket, { state: 'cancelled' })
    default:
      return event satisfies never
  }
}

function withNew(
  state: OfficeState,
  event: EventOf<'TicketTaken' | 'ReturnTicketTaken'>,
  at: EpochMs,
  as: Pick<Ticket, 'state' | 'class' | 'ahead' | 'wait'>,
): OfficeState {
  const { ticket: id, number, token, service, kiosk } = event
  const ticket: Ticket = {
    ...as,
    id,
    number,
    token,
    service,
    kiosk,
    takenAt: at,
    counter: null,
    calledAt: null,
    servingAt: null,
    paper: { state: 'wanted', attempt: 1, copy: 0, since: at, reason: null },
  }
  const taken: OfficeState = {
    ...state,
    ticketsGiven: id,
    tickets: withTicket(state.tickets, ticket),
    given: { ...state.given, [service]: (state.given[service] ?? 0) + 1 },
  }
  return { ...taken, openPapers: withOpenPaper(taken, taken.openPapers, id) }
}

function promised(state: OfficeState, id: TicketId, { from, until }: { from: Day; until: Day }): OfficeState {
  const { token, number, service, class: ticketClass } = knownTicket(state.tickets, id)
  const promise = { token, number, given: state.day, service, class: ticketClass, from, until }
  return { ...state, returns: withPromise(state.returns, { ...promise, usedOn: null, usedFor: null }) }
}

/** The office without this ticket in a line or at a counter. */
function left(state: OfficeState, id: TicketId): OfficeState {
  const ticket = knownTicket(state.tickets, id)
  if (ticket.state === 'waiting') return unlined(state, ticket.service, id)
  const counter = ticket.counter === null ? undefined : state.counters[ticket.counter]
  return counter?.current === id ? withCurrent(state, counter.id, null) : state
}

function withCurrent(state: OfficeState, id: CounterId, current: TicketId | null): OfficeState {
  const counter = state.counters[id]
  return counter ? { ...state, counters: { ...state.counters, [id]: { ...counter, current } } } : state
}
