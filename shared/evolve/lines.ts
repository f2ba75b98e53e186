import type { ServiceId, TicketId } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { knownTicket, withTicket } from '../ticket-book.ts'

/** The changes of tickets and lines that several events share. */

/** The ticket with some of it changed; its service and place in a line are not touched. */
export function changed(state: OfficeState, id: TicketId, change: Partial<Ticket>): OfficeState {
  return { ...state, tickets: withTicket(state.tickets, { ...knownTicket(state.tickets, id), ...change }) }
}

/**
 * Puts a ticket into the line of a service at the place it always had: lines are in the order of ids, which is the
 * order in which numbers were taken, so a ticket that was held, undone or moved loses nothing.
 */
export function lined(state: OfficeState, service: ServiceId, id: TicketId): OfficeState {
  const line = state.lines[service] ?? []
  const after = line.findLastIndex((waiting) => waiting < id) + 1
  return { ...state, lines: { ...state.lines, [service]: line.toSpliced(after, 0, id) } }
}

export function unlined(state: OfficeState, service: ServiceId, id: TicketId): OfficeState {
  const line = state.lines[service] ?? []
  const at = line.indexOf(id)
  return { ...state, lines: { ...state.lines, [service]: at < 0 ? line : line.toSpliced(at, 1) } }
}
