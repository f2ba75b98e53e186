import type { CallReason } from './events.ts'
import type { CounterId, ServiceId, TicketId } from './ids.ts'
import { touches } from './notice.ts'
import type { Service } from './office.ts'
import { counterState, type OfficeState } from './state.ts'
import type { Ticket } from './ticket.ts'
import { knownTicket } from './ticket-book.ts'

/**
 * Which ticket a counter gets next, and why. Priority comes first, except that after the office's limit of priority
 * calls in a row somebody else does. Among the others people with a return ticket come first, and then the longest
 * wait across the counter's services; but of those who come back, from another day or after a notice that kept their
 * places, only the office's limit are called in a row while somebody waits who does not. Services whose waiting people
 * are on hold are passed over. Null when nobody can be called.
 */
export function nextFor(state: OfficeState, counter: CounterId): { ticket: Ticket; reason: CallReason } | null {
  const lines = servicesOf(state, counter).filter((service) => !isOnHold(state, service))
  const priority = longestWait(state, lines, ({ class: one }) => one === 'priority')
  const { priorityInARow, returnInARow } = counterState(state, counter)
  const other = nextOther(state, lines, returnInARow)
  if (!priority) return other
  if (!other) return { ticket: priority, reason: 'priority' }
  return priorityInARow >= state.office.priorityInARowMax
    ? { ticket: other.ticket, reason: 'regular-after-priority' }
    : { ticket: priority, reason: 'priority' }
}

function nextOther(
  state: OfficeState,
  lines: readonly Service[],
  returnInARow: number,
): { ticket: Ticket; reason: CallReason } | null {
  const returned = longestWait(state, lines, ({ class: one }) => one === 'return')
  const regular = longestWait(state, lines, ({ class: one }) => one === 'regular')
  if (returnInARow >= state.office.returns.inARowMax) {
    const ofToday = longestWait(state, lines, (ticket) => ticket.class !== 'priority' && !comesBack(state, ticket))
    const passesOver = returned !== null || (regular !== null && comesBack(state, regular))
    if (ofToday && passesOver) return { ticket: ofToday, reason: 'regular-after-return' }
  }
  if (returned) return { ticket: returned, reason: 'return' }
  return regular && { ticket: regular, reason: 'longest-wait' }
}

/** Whether the holder comes back: with a return ticket, or from a line whose places a notice kept. */
export function comesBack(state: OfficeState, { id, class: ticketClass, service }: Ticket): boolean {
  return ticketClass === 'return' || (ticketClass === 'regular' && id <= (state.cameBack[service] ?? 0))
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
 * counters go by `nextFor`: a priority ticket passes the others except for those whose turn the limit keeps, and so
 * does one that comes back.
 */
export function aheadOf(state: OfficeState, service: ServiceId, ticketClass: Ticket['class'], id: TicketId): number {
  const all = { priority: 0, return: 0, kept: 0, today: 0 }
  const before = { priority: 0, return: 0, kept: 0, today: 0 }
  const kept = state.cameBack[service] ?? 0
  const groupOf = (other: TicketId, otherClass: Ticket['class']) =>
    otherClass === 'regular' ? (other <= kept ? 'kept' : 'today') : otherClass
  for (const other of state.lines[service] ?? []) {
    if (other === id) continue
    const group = groupOf(other, knownTicket(state.tickets, other).class)
    all[group]++
    if (other < id) before[group]++
  }
  const { priorityInARowMax, returns } = state.office
  const others = all.return + all.kept + all.today
  const group = groupOf(id, ticketClass)
  if (group === 'priority') return before.priority + Math.min(others, Math.floor(before.priority / priorityInARowMax))
  const comingFirst = group === 'return' ? before.return : all.return + before.kept
  const ahead =
    group === 'today'
      ? before.today + Math.min(all.return + all.kept, (before.today + 1) * returns.inARowMax)
      : comingFirst + Math.min(all.today, Math.floor(comingFirst / returns.inARowMax))
  return ahead + Math.min(all.priority, (ahead + 1) * priorityInARowMax)
}

function longestWait(
  state: OfficeState,
  services: readonly Service[],
  wanted: (ticket: Ticket) => boolean,
): Ticket | null {
  let longest: Ticket | null = null
  for (const service of services) {
    for (const id of state.lines[service.id] ?? []) {
      if (longest && id > longest.id) break
      const ticket = knownTicket(state.tickets, id)
      if (!wanted(ticket)) continue
      longest = ticket
      break
    }
  }
  return longest
}
