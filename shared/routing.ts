import type { CallReason } from './events.ts'
import type { CounterId, ServiceId, TicketId } from './ids.ts'
import { touches } from './notice.ts'
import type { Service } from './office.ts'
import { counterState, type OfficeState } from './state.ts'
import type { Ticket } from './ticket.ts'
import { knownTicket } from './ticket-book.ts'

/**
 * Which ticket a counter gets next, and why: the longest wait across the counter's services, priority before regular,
 * except that after the office's limit of priority calls in a row a waiting regular ticket comes first. Services whose
 * waiting people are on hold are passed over. Null when nobody can be called.
 */
export function nextFor(state: OfficeState, counter: CounterId): { ticket: Ticket; reason: CallReason } | null {
  const lines = servicesOf(state, counter).filter((service) => !isOnHold(state, service))
  const priority = longestWait(state, lines, 'priority')
  const regular = longestWait(state, lines, 'regular')
  if (!priority) return regular && { ticket: regular, reason: 'longest-wait' }
  if (!regular) return { ticket: priority, reason: 'priority' }
  return counterState(state, counter).priorityInARow >= state.office.priorityInARowMax
    ? { ticket: regular, reason: 'regular-after-priority' }
    : { ticket: priority, reason: 'priority' }
}

/** The services given at a counter, in the office's order. */
export function servicesOf(state: OfficeState, counter: CounterId): readonly Service[] {
  const served = state.office.counters.find(({ id }) => id === counter)?.services ?? []
  return state.office.services.filter(({ id }) => served.includes(id))
}

/** Whether a standing notice keeps this service's waiting people in their order, uncalled, until it is over. */
export function isOnHold(state: OfficeState, service: Service): boolean {
  return state.notices.some(({ content }) => content.waiting === 'hold' && touches(content.scope, service))
}

/**
 * How many of a service's waiting people are called before the ticket `id` of this class, if nobody else comes and all
 * counters go by `nextFor`: a priority ticket passes the regular ones except for those whose turn the limit keeps.
 */
export function aheadOf(state: OfficeState, service: ServiceId, ticketClass: Ticket['class'], id: TicketId): number {
  const all = { regular: 0, priority: 0 }
  const before = { regular: 0, priority: 0 }
  for (const other of state.lines[service] ?? []) {
    if (other === id) continue
    const { class: otherClass } = knownTicket(state.tickets, other)
    all[otherClass]++
    if (other < id) before[otherClass]++
  }
  const inARowMax = state.office.priorityInARowMax
  return ticketClass === 'priority'
    ? before.priority + Math.min(all.regular, Math.floor(before.priority / inARowMax))
    : before.regular + Math.min(all.priority, (before.regular + 1) * inARowMax)
}

function longestWait(state: OfficeState, services: readonly Service[], ticketClass: Ticket['class']): Ticket | null {
  let longest: Ticket | null = null
  for (const service of services) {
    for (const id of state.lines[service.id] ?? []) {
      const ticket = knownTicket(state.tickets, id)
      if (ticket.class !== ticketClass) continue
      if (!longest || ticket.id < longest.id) longest = ticket
      break
    }
  }
  return longest
}
