import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import type { CallReason, Event } from '../events.ts'
import type { CounterId } from '../ids.ts'
import { nextFor } from '../routing.ts'
import { counterState, type CounterState, type OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { knownTicket, ticketOf } from '../ticket-book.ts'
import { happened, refuse } from './answers.ts'

type CounterCommand = CommandOf<
  | 'OpenCounter'
  | 'CloseCounter'
  | 'CallNext'
  | 'CallTicket'
  | 'Recall'
  | 'UndoCall'
  | 'StartServing'
  | 'Finish'
  | 'ReopenVisit'
  | 'MarkNoShow'
>

export function decideCounter(state: OfficeState, given: Given<CounterCommand>): Decision {
  const { command } = given
  if (!state.office.counters.some((counter) => counter.id === command.counter))
    return refuse({ reason: 'no-such-counter' })
  const counter = counterState(state, command.counter)
  const staff = given.actor.kind === 'staff' ? given.actor.name : null
  if (staff === null) return refuse({ reason: 'not-allowed' })

  switch (command.type) {
    case 'OpenCounter': {
      if (counter.staff === staff) return happened()
      if (counter.current !== null) return refuse({ reason: 'counter-busy' })
      return happened({ type: 'CounterOpened', counter: counter.id, staff })
    }
    case 'CloseCounter':
      if (counter.staff === null) return refuse({ reason: 'counter-closed' })
      return happened(...finished(counter), { type: 'CounterClosed', counter: counter.id })
    case 'CallNext': {
      if (taken(counter, staff)) return refuse({ reason: 'counter-taken' })
      const next = nextFor(state, counter.id)
      if (!next) return refuse({ reason: 'nobody-waiting' })
      return happened(
        ...opened(counter, staff),
        ...finished(counter),
        call(state, next.ticket, counter.id, next.reason),
      )
    }
    case 'CallTicket': {
      if (taken(counter, staff)) return refuse({ reason: 'counter-taken' })
      const ticket = ticketOf(state.tickets, command.ticket)
      if (!ticket) return refuse({ reason: 'no-such-ticket' })
      if (counter.current === ticket.id) return refuse({ reason: 'counter-busy' })
      if (ticket.state === 'called' || ticket.state === 'serving') return refuse({ reason: 'ticket-elsewhere' })
      // Nor whoever was sent home: called, their paper would be good for another day all the same.
      if (ticket.state === 'done' || ticket.state === 'cancelled' || ticket.state === 'returned')
        return refuse({ reason: 'ticket-ended' })
      return happened(...opened(counter, staff), ...finished(counter), call(state, ticket, counter.id, 'chosen'))
    }
    case 'ReopenVisit':
      if (taken(counter, staff)) return refuse({ reason: 'counter-taken' })
      if (counter.staff === null) return refuse({ reason: 'counter-closed' })
      if (counter.current !== null) return refuse({ reason: 'counter-busy' })
      if (counter.lastVisit === null) return refuse({ reason: 'no-visit-before' })
      return happened({ type: 'VisitReopened', ticket: counter.lastVisit.ticket, counter: counter.id })
    case 'Recall':
    case 'UndoCall':
    case 'StartServing':
    case 'Finish':
    case 'MarkNoShow':
      if (taken(counter, staff)) return refuse({ reason: 'counter-taken' })
      return counter.current === null
        ? refuse({ reason: 'nobody-at-counter' })
        : decideCurrent(state, command.type, knownTicket(state.tickets, counter.current), counter)
    default:
      return command satisfies never
  }
}

function decideCurrent(
  state: OfficeState,
  order: 'Recall' | 'UndoCall' | 'StartServing' | 'Finish' | 'MarkNoShow',
  current: Ticket,
  counter: CounterState,
): Decision {
  const at = { ticket: current.id, counter: counter.id }
  const started = current.state === 'serving'
  switch (order) {
    case 'Recall':
      return started
        ? refuse({ reason: 'already-started' })
        : happened({ type: 'TicketRecalled', ...at, call: state.callsMade + 1 })
    case 'UndoCall':
      return started ? refuse({ reason: 'already-started' }) : happened({ type: 'CallUndone', ...at })
    case 'StartServing':
      return started ? refuse({ reason: 'already-started' }) : happened({ type: 'ServingStarted', ...at })
    case 'Finish':
      return happened({ type: 'TicketFinished', ...at })
    case 'MarkNoShow':
      return started ? refuse({ reason: 'already-started' }) : happened({ type: 'TicketMissed', ...at })
    default:
      return order satisfies never
  }
}

/** Whether somebody else sits there. Their visit must not be ended, undone or missed by another's press. */
function taken(counter: CounterState, staff: string): boolean {
  return counter.staff !== null && counter.staff !== staff
}

/** Calling opens the counter, so that a colleague starts work with one press. */
function opened(counter: CounterState, staff: string): readonly Event[] {
  return counter.staff === null ? [{ type: 'CounterOpened', counter: counter.id, staff }] : []
}

/** Calling the next person ends the visit before. */
function finished(counter: CounterState): readonly Event[] {
  return counter.current === null ? [] : [{ type: 'TicketFinished', ticket: counter.current, counter: counter.id }]
}

function call(state: OfficeState, ticket: Ticket, counter: CounterId, reason: CallReason): Event {
  return { type: 'TicketCalled', ticket: ticket.id, counter, call: state.callsMade + 1, reason }
}
