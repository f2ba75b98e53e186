import type { Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import type { EventOf } from '../events.ts'
import { waitFor } from '../forecast.ts'
import { mainKiosk, ticketIdSchema, type KioskId, type ServiceId, type TicketId } from '../ids.ts'
import { touches, type Notice } from '../notice.ts'
import type { Service } from '../office.ts'
import { aheadOf } from '../routing.ts'
import { counterState, type OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { refuse } from './answers.ts'

/** What the deciders share about giving tickets and about whose they are. */

export function serviceOf(state: OfficeState, id: ServiceId): Service | undefined {
  return state.office.services.find((service) => service.id === id)
}

/** The notice that stops new numbers for a service. */
export function stopping(state: OfficeState, service: Service): Notice | undefined {
  return state.notices.find(({ content }) => content.newTickets === 'stop' && touches(content.scope, service))
}

/** The notice because of which people can take a return ticket: one that stops numbers, and is not the usual closing. */
export function sendingHome(state: OfficeState, service: Service): Notice | undefined {
  return state.notices.find(
    ({ content }) => content.newTickets === 'stop' && content.kind !== 'closed' && touches(content.scope, service),
  )
}

export function nextTicket(state: OfficeState): TicketId {
  return ticketIdSchema.parse(state.ticketsGiven + 1)
}

/** The number that comes next, "A042"; null when the band is used up. */
export function nextNumber(state: OfficeState, { id, letter, firstNumber, lastNumber }: Service): string | null {
  const number = firstNumber + (state.given[id] ?? 0)
  return number > lastNumber ? null : `${letter}${String(number).padStart(3, '0')}`
}

export function kioskOf({ actor }: Given): KioskId {
  return actor.kind === 'kiosk' ? actor.kiosk : mainKiosk
}

export function takenEvent(
  state: OfficeState,
  given: Given,
  service: Service,
  ticketClass: Ticket['class'],
  number: string,
): EventOf<'TicketTaken'> {
  const ticket = nextTicket(state)
  const ahead = aheadOf(state, service.id, ticketClass, ticket)
  return {
    type: 'TicketTaken',
    ticket,
    number,
    token: given.secret,
    service: service.id,
    class: ticketClass,
    kiosk: kioskOf(given),
    ahead,
    wait: waitFor(state, service.id, ahead),
    notices: state.notices.filter(({ content }) => touches(content.scope, service)).map((notice) => notice.id),
  }
}

/**
 * A refusal where the ticket is neither waiting nor at a counter, or at a counter where somebody else sits: two desks
 * see the same line, and the one that is slower must not take away whom the other has just called.
 */
export function notElsewhere(state: OfficeState, { actor }: Given, ticket: Ticket): Decision | null {
  switch (ticket.state) {
    case 'waiting':
      return null
    case 'called':
    case 'serving': {
      const staff = ticket.counter === null ? null : counterState(state, ticket.counter).staff
      return actor.kind === 'staff' && actor.name === staff ? null : refuse({ reason: 'ticket-elsewhere' })
    }
    case 'held':
      return refuse({ reason: 'ticket-not-waiting' })
    case 'no-show':
    case 'done':
    case 'cancelled':
    case 'returned':
      return refuse({ reason: 'ticket-ended' })
    default:
      return ticket.state satisfies never
  }
}
