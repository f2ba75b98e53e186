import type { CommandOf, Given } from '../commands.ts'
import { numbersState } from '../hours.ts'
import type { ServiceId, TicketId, Token } from '../ids.ts'
import { touches } from '../notice.ts'
import type { Service } from '../office.ts'
import type { Decision } from '../decide.ts'
import { numberAndCode, promiseFor, returnDays, returnLimits, tokenIn } from '../returns.ts'
import { shortCode } from '../short-code.ts'
import type { OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { allTickets, ticketByToken, ticketOf } from '../ticket-book.ts'
import { happened, refuse } from './answers.ts'
import {
  kioskOf,
  nextNumber,
  nextTicket,
  notElsewhere,
  sendingHome,
  serviceOf,
  stopping,
  takenEvent,
} from './giving.ts'

/** Sending people home with the promise of a place near the front, and keeping that promise. */
export function decideReturn(
  state: OfficeState,
  given: Given<CommandOf<'TakeReturnTicket' | 'UseReturnTicket' | 'SendHome' | 'SendTicketHome'>>,
): Decision {
  const { command } = given
  switch (command.type) {
    case 'TakeReturnTicket':
      return takeReturn(state, given, command.service)
    case 'UseReturnTicket':
      return redeem(state, given, command.code)
    case 'SendHome': {
      const services = state.office.services.filter(({ id }) => command.services.includes(id))
      if (services.length < new Set(command.services).size) return refuse({ reason: 'no-such-service' })
      const everybody = services.map((service) => ({ service, tickets: peopleOf(state, service.id) }))
      const count = everybody.reduce((sum, { tickets }) => sum + tickets.length, 0)
      if (count === 0) return refuse({ reason: 'nobody-waiting' })
      if (isFull(state, count)) return refuse({ reason: 'too-many-returns' })
      return happened(
        ...everybody.flatMap(({ service, tickets }) => {
          const days = returnDays(state, service, tickets.length)
          return tickets.flatMap((ticket, i) => {
            const validity = days[i]
            return validity ? [{ type: 'TicketReturned', ticket, ...validity } as const] : []
          })
        }),
      )
    }
    case 'SendTicketHome': {
      const ticket = ticketOf(state.tickets, command.ticket)
      if (!ticket) return refuse({ reason: 'no-such-ticket' })
      const refused = ticket.state === 'held' ? null : notElsewhere(state, given, ticket)
      if (refused) return refused
      const service = serviceOf(state, ticket.service)
      if (!service) return refuse({ reason: 'no-such-service' })
      if (isFull(state, 1)) return refuse({ reason: 'too-many-returns' })
      const [validity] = returnDays(state, service, 1)
      return validity
        ? happened({ type: 'TicketReturned', ticket: ticket.id, ...validity })
        : refuse({ reason: 'too-many-returns' })
    }
    default:
      return command satisfies never
  }
}

/** Only where no number is given: whoever can have a number should have it. */
function takeReturn(state: OfficeState, given: Given, id: ServiceId): Decision {
  const service = serviceOf(state, id)
  if (!service) return refuse({ reason: 'no-such-service' })
  if (!sendingHome(state, service)) return refuse({ reason: 'service-not-stopped' })
  const opening = numbersState(state.office, given.at, service)
  if (!opening.open) return refuse({ reason: 'outside-hours', opensAt: opening.until })
  const number = nextNumber(state, service)
  if (number === null) return refuse({ reason: 'numbers-exhausted' })
  const [validity] = returnDays(state, service, 1)
  if (!validity || isFull(state, 1)) return refuse({ reason: 'too-many-returns' })
  return happened({
    type: 'ReturnTicketTaken',
    ticket: nextTicket(state),
    number,
    token: given.secret,
    service: service.id,
    kiosk: kioskOf(given),
    ...validity,
    notices: state.notices.filter(({ content }) => touches(content.scope, service)).map((notice) => notice.id),
  })
}

/**
 * Somebody came back. On a day on which the promise is good they get a number near the front; on the day itself, once
 * the service works again, they get their own place back.
 */
function redeem(state: OfficeState, given: Given, code: string): Decision {
  const today = ticketOfToday(state, code)
  if (today) return back(state, given, today)
  const promise = promiseFor(state, code)
  if (!promise) return refuse({ reason: 'no-such-return' })
  if (promise.usedOn !== null) return refuse({ reason: 'return-used' })
  if (state.day > promise.until) return refuse({ reason: 'return-expired', until: promise.until })
  if (state.day < promise.from) return refuse({ reason: 'return-too-early', from: promise.from })
  const service = serviceOf(state, promise.service)
  if (!service) return refuse({ reason: 'no-such-service' })
  const stopped = refusedNow(state, given, service)
  if (stopped) return stopped
  const number = nextNumber(state, service)
  if (number === null) return refuse({ reason: 'numbers-exhausted' })
  const ticket = nextTicket(state)
  const ticketClass = promise.class === 'priority' ? 'priority' : 'return'
  return happened(takenEvent(state, given, service, ticketClass, number), {
    type: 'ReturnUsed',
    token: promise.token,
    ticket,
  })
}

function back(state: OfficeState, given: Given, ticket: Ticket): Decision {
  if (ticket.state !== 'returned') return refuse({ reason: 'ticket-of-today' })
  const service = serviceOf(state, ticket.service)
  if (!service) return refuse({ reason: 'no-such-service' })
  return (
    refusedNow(state, given, service) ?? happened({ type: 'TicketResumed', ticket: ticket.id, number: ticket.number })
  )
}

/** Why nobody comes into this line now; the promise is not touched. */
function refusedNow(state: OfficeState, given: Given, service: Service): Decision | null {
  const notice = stopping(state, service)
  if (notice) return refuse({ reason: 'service-stopped', notice: notice.id })
  const opening = numbersState(state.office, given.at, service)
  return opening.open ? null : refuse({ reason: 'outside-hours', opensAt: opening.until })
}

function ticketOfToday(state: OfficeState, code: string): Ticket | undefined {
  const typed = numberAndCode(code)
  if (!typed) return ticketByToken(state.tickets, tokenIn(code) as Token)
  return allTickets(state.tickets).find(
    (ticket) => ticket.number === typed.number && shortCode(ticket.token) === typed.code,
  )
}

/** Who waits for a service or was set aside, in the order of their places. */
function peopleOf(state: OfficeState, service: ServiceId): readonly TicketId[] {
  const held = allTickets(state.tickets).filter((ticket) => ticket.service === service && ticket.state === 'held')
  return [...(state.lines[service] ?? []), ...held.map(({ id }) => id)].toSorted((a, b) => a - b)
}

function isFull(state: OfficeState, more: number): boolean {
  return state.returns.count + more > returnLimits.promises
}
