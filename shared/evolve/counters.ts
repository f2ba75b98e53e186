import type { EventOf } from '../events.ts'
import type { EpochMs, ServiceId } from '../ids.ts'
import { comesBack } from '../routing.ts'
import { earlierCallsOfService } from '../shown-on-screen.ts'
import { counterState, stateLimits, type Call, type CounterState, type OfficeState } from '../state.ts'
import { knownTicket } from '../ticket-book.ts'
import { changed, lined, unlined } from './lines.ts'

type CounterEvent = EventOf<
  | 'TicketCalled'
  | 'TicketRecalled'
  | 'CallUndone'
  | 'ServingStarted'
  | 'TicketFinished'
  | 'VisitReopened'
  | 'TicketMissed'
  | 'CounterOpened'
  | 'CounterClosed'
>

export function evolveCounter(state: OfficeState, event: CounterEvent, at: EpochMs): OfficeState {
  const counter = counterState(state, event.counter)
  switch (event.type) {
    case 'CounterOpened':
      return withCounter(state, { ...counter, staff: event.staff })
    case 'CounterClosed':
      return withCounter(state, { ...counter, staff: null, current: null, priorityInARow: 0, returnInARow: 0 })
    case 'TicketCalled': {
      const ticket = knownTicket(state.tickets, event.ticket)
      const isPriority = ticket.class === 'priority'
      const priorityInARow = isPriority ? counter.priorityInARow + 1 : 0
      // A priority call is nobody's turn among the others.
      const returnInARow = comesBack(state, ticket) ? counter.returnInARow + 1 : isPriority ? counter.returnInARow : 0
      const atCounter = withCounter(state, { ...counter, current: ticket.id, priorityInARow, returnInARow })
      const called = changed(atCounter, ticket.id, {
        state: 'called',
        counter: counter.id,
        calledAt: at,
        servingAt: null,
      })
      return announced(unlined(called, ticket.service, ticket.id), { ...event, at })
    }
    case 'TicketRecalled':
      return announced(changed(state, event.ticket, { calledAt: at }), { ...event, at })
    case 'CallUndone': {
      const ticket = knownTicket(state.tickets, event.ticket)
      const { service, class: ticketClass } = ticket
      const waiting = changed(state, event.ticket, { state: 'waiting', counter: null, calledAt: null, servingAt: null })
      const back = withCounter(lined(waiting, service, event.ticket), {
        ...counter,
        current: null,
        // A regular call ended the row; how long that was is not known any more, so the turn stays with the regular.
        priorityInARow:
          ticketClass === 'priority' ? Math.max(0, counter.priorityInARow - 1) : state.office.priorityInARowMax,
        // So it does among those who come back and those of today.
        returnInARow: comesBack(state, ticket)
          ? Math.max(0, counter.returnInARow - 1)
          : ticketClass === 'priority'
            ? counter.returnInARow
            : state.office.returns.inARowMax,
      })
      return {
        ...back,
        calls: back.calls.filter((call) => call.ticket !== event.ticket),
        earlierCalls: back.earlierCalls.filter((call) => call.ticket !== event.ticket),
      }
    }
    case 'ServingStarted':
      return changed(state, event.ticket, { state: 'serving', servingAt: at })
    case 'TicketFinished': {
      const { service, calledAt } = knownTicket(state.tickets, event.ticket)
      const ms = calledAt === null ? 0 : Math.max(0, at - calledAt)
      const finished = ended(state, { ...counter, lastVisit: { ticket: event.ticket, ms } }, event.ticket, 'done')
      return withVisits(finished, service, [...visitsOf(state, service), ms].slice(-stateLimits.visits))
    }
    case 'VisitReopened': {
      const { service, servingAt } = knownTicket(state.tickets, event.ticket)
      const back = withCounter(state, { ...counter, current: event.ticket, lastVisit: null })
      const reopened = changed(back, event.ticket, { state: servingAt === null ? 'called' : 'serving' })
      const visits = visitsOf(state, service)
      const last = counter.lastVisit === null ? -1 : visits.lastIndexOf(counter.lastVisit.ms)
      return last < 0 ? reopened : withVisits(reopened, service, visits.toSpliced(last, 1))
    }
    case 'TicketMissed':
      return ended(state, counter, event.ticket, 'no-show')
    default:
      return event satisfies never
  }
}

function withCounter(state: OfficeState, counter: CounterState): OfficeState {
  return { ...state, counters: { ...state.counters, [counter.id]: counter } }
}

function announced(state: OfficeState, { call, ticket, counter, at }: Call): OfficeState {
  const isOther = (known: Call) => known.ticket !== ticket
  const calls = [{ call, ticket, counter, at }, ...state.calls.filter(isOther)]
  return {
    ...state,
    callsMade: call,
    calls: calls.slice(0, stateLimits.calls),
    earlierCalls: newestOfEachService(state, [
      ...calls.slice(stateLimits.calls),
      ...state.earlierCalls.filter(isOther),
    ]),
  }
}

/** Of calls that are newest first. */
function newestOfEachService(state: OfficeState, calls: readonly Call[]): readonly Call[] {
  const seen = new Map<ServiceId, number>()
  return calls.filter(({ ticket }) => {
    const { service } = knownTicket(state.tickets, ticket)
    const newer = seen.get(service) ?? 0
    seen.set(service, newer + 1)
    return newer < earlierCallsOfService
  })
}

function ended(state: OfficeState, counter: CounterState, id: Call['ticket'], end: 'done' | 'no-show'): OfficeState {
  return changed(withCounter(state, { ...counter, current: null }), id, { state: end })
}

/** How long each visit took, from the call (the walk to the counter is part of it) to its end. */
function visitsOf(state: OfficeState, service: ServiceId): readonly number[] {
  return state.visitsMs[service] ?? []
}

function withVisits(state: OfficeState, service: ServiceId, visits: readonly number[]): OfficeState {
  return { ...state, visitsMs: { ...state.visitsMs, [service]: visits } }
}
