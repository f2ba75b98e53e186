import type { Carried, EventOf } from '../events.ts'
import { counterIdSchema } from '../ids.ts'
import { initialState, type CounterState, type OfficeState } from '../state.ts'
import { emptyBook } from '../ticket-book.ts'

export function evolveDay(state: OfficeState, event: EventOf<'DayBegan' | 'OfficeSet'>): OfficeState {
  switch (event.type) {
    case 'OfficeSet':
      return { ...state, office: event.office }
    case 'DayBegan': {
      const { office, ticketsGiven, callsMade, noticesRaised, notices, counters, printers } = event.carried
      return {
        ...initialState,
        day: event.day,
        office,
        ticketsGiven,
        tickets: emptyBook(ticketsGiven + 1),
        callsMade,
        noticesRaised,
        notices,
        counters: Object.fromEntries(Object.entries(counters).map(([id, staff]) => [id, openedBy(id, staff)])),
        printers,
      }
    }
    default:
      return event satisfies never
  }
}

/** What outlives the day: the office, the counts, standing notices, who sits where, and how the printers are. */
export function carriedOver(state: OfficeState): Carried {
  const { office, ticketsGiven, callsMade, noticesRaised, notices, printers } = state
  const staffed = Object.values(state.counters).flatMap(({ id, staff }) =>
    staff === null ? [] : [[id, staff] as const],
  )
  return {
    office,
    ticketsGiven,
    callsMade,
    noticesRaised,
    notices,
    counters: Object.fromEntries(staffed),
    printers,
  }
}

function openedBy(id: string, staff: string): CounterState {
  return { id: counterIdSchema.parse(id), staff, current: null, priorityInARow: 0 }
}
