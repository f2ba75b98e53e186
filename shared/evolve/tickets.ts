import type { EventOf } from '../events.ts'
import type { CounterId, EpochMs, TicketId } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { knownTicket, withTicket } from '../ticket-book.ts'
import { changed, lined, unlined } from './lines.ts'
import { withOpenPaper } from './open-papers.ts'

type TicketEvent = EventOf<'TicketTaken' | 'TicketHeld' | 'TicketResumed' | 'TicketTransferred' | 'TicketCancelled'>

export function evolveTicket(state: OfficeState, event: TicketEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'TicketTaken': {
      const ticket: Ticket = {
        id: event.ticket,
        number: event.number,
        token: event.token,
        service: event.service,
        class: event.class,
        state: 'waiting',
        kiosk: event.kiosk,
        takenAt: at,
        ahead: event.ahead,
        wait: event.wait,
        counter: null,
        calledAt: null,
        servingAt: null,
        paper: { state: 'wanted', attempt: 1, copy: 0, since: at, reason: null },
      }
      const taken: OfficeState = {
        ...state,
        ticketsGiven: event.ticket,
        tickets: withTicket(state.tickets, ticket),
        given: { ...state.given, [event.service]: (state.given[event.service] ?? 0) + 1 },
      }
      const openPapers = withOpenPaper(taken, taken.openPapers, event.ticket)
      return lined({ ...taken, openPapers }, event.service, event.ticket)
    }
    case 'TicketHeld':
      return changed(left(state, event.ticket), event.ticket, { state: 'held' })
    case 'TicketResumed': {
      const { service } = knownTicket(state.tickets, event.ticket)
      return lined(changed(state, event.ticket, { state: 'waiting' }), service, event.ticket)
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
