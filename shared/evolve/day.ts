import { addDays } from '../day.ts'
import type { Carried, EventOf } from '../events.ts'
import { counterIdSchema, type Day, type EpochMs } from '../ids.ts'
import { noticeLimits } from '../notice.ts'
import { returnDays, returnLimits, type ReturnPromise } from '../returns.ts'
import { comesBack, isOnHold } from '../routing.ts'
import { initialState, type CounterState, type OfficeState } from '../state.ts'
import { allTickets, emptyBook } from '../ticket-book.ts'

type DayEvent = EventOf<'DayBegan' | 'OfficeSet' | 'DayConfirmed' | 'PreparedTextSaved' | 'PreparedTextRemoved'>

export function evolveDay(state: OfficeState, event: DayEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'OfficeSet':
      return { ...state, office: event.office }
    case 'DayConfirmed':
      return { ...state, confirmed: { by: event.by, at } }
    case 'PreparedTextSaved': {
      const others = state.preparedTexts.filter(({ id }) => id !== event.text.id)
      return { ...state, preparedTexts: [...others, event.text] }
    }
    case 'PreparedTextRemoved':
      return { ...state, preparedTexts: state.preparedTexts.filter(({ id }) => id !== event.text) }
    case 'DayBegan': {
      const { office, ticketsGiven, callsMade, noticesRaised, notices, printers } = event.carried
      const { scheduled, ended, returns, preparedTexts, counters } = event.carried
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
        returns: Object.fromEntries(returns.map((promise) => [promise.token, promise])) as OfficeState['returns'],
        preparedTexts,
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
 * People whose place a notice keeps or kept, and those who came back, cannot be called today any more: what they hold
 * is a return ticket.
 */
export function carriedOver(state: OfficeState, next: Day): Carried {
  const { office, ticketsGiven, callsMade, noticesRaised, notices, scheduled, preparedTexts, printers } = state
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
    returns: [...Object.values(state.returns), ...promisesAtMidnight(state)].filter(({ until }) => until >= next),
    preparedTexts,
    counters: Object.fromEntries(staffed),
    printers,
  }
}

function promisesAtMidnight(state: OfficeState): readonly ReturnPromise[] {
  const room = returnLimits.promises - Object.keys(state.returns).length
  const unserved = allTickets(state.tickets).filter(({ state }) => state === 'waiting' || state === 'held')
  const promises = state.office.services.flatMap((service) => {
    const onHold = isOnHold(state, service)
    const waiting = unserved.filter((ticket) => ticket.service === service.id && (onHold || comesBack(state, ticket)))
    const days = returnDays(state, service, state.lastAt, waiting.length)
    return waiting.map(({ token, number, class: ticketClass }, i): ReturnPromise => {
      const from = days[i]?.from ?? addDays(state.day, 1)
      const until = days[i]?.until ?? from
      return { token, number, given: state.day, service: service.id, class: ticketClass, from, until, usedOn: null }
    })
  })
  return promises.slice(0, room)
}

function openedBy(id: string, staff: string): CounterState {
  return { id: counterIdSchema.parse(id), staff, current: null, priorityInARow: 0, returnInARow: 0 }
}
