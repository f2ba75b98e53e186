import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import { waitFor } from '../forecast.ts'
import { openingState } from '../hours.ts'
import { mainKiosk, ticketIdSchema, type TicketId } from '../ids.ts'
import { touches } from '../notice.ts'
import { aheadOf } from '../routing.ts'
import { counterState, type OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { ticketOf } from '../ticket-book.ts'
import { happened, refuse } from './answers.ts'

export function decideTicket(
  state: OfficeState,
  given: Given<CommandOf<'TakeTicket' | 'HoldTicket' | 'ResumeTicket' | 'TransferTicket' | 'CancelTicket'>>,
): Decision {
  const { command } = given
  if (command.type === 'TakeTicket') return take(state, given, command)

  const ticket = ticketOf(state.tickets, command.ticket)
  if (!ticket) return refuse({ reason: 'no-such-ticket' })
  switch (command.type) {
    case 'HoldTicket':
      return fixed(state, given, ticket) ?? happened({ type: 'TicketHeld', ticket: ticket.id })
    case 'ResumeTicket':
      return ticket.state === 'held' || ticket.state === 'no-show'
        ? happened({ type: 'TicketResumed', ticket: ticket.id })
        : refuse({ reason: 'ticket-not-held' })
    case 'TransferTicket': {
      if (!state.office.services.some((service) => service.id === command.to))
        return refuse({ reason: 'no-such-service' })
      if (ticket.service === command.to) return refuse({ reason: 'same-service' })
      return fixed(state, given, ticket) ?? happened({ type: 'TicketTransferred', ticket: ticket.id, to: command.to })
    }
    case 'CancelTicket':
      return ticket.state === 'held'
        ? happened({ type: 'TicketCancelled', ticket: ticket.id })
        : (fixed(state, given, ticket) ?? happened({ type: 'TicketCancelled', ticket: ticket.id }))
    default:
      return command satisfies never
  }
}

function take(state: OfficeState, given: Given, command: CommandOf<'TakeTicket'>): Decision {
  const service = state.office.services.find((candidate) => candidate.id === command.service)
  if (!service) return refuse({ reason: 'no-such-service' })

  const notices = state.notices.filter(({ content }) => touches(content.scope, service))
  const stopping = notices.find(({ content }) => content.newTickets === 'stop')
  if (stopping) return refuse({ reason: 'service-stopped', notice: stopping.id })

  const opening = openingState(state.office, given.at)
  if (!opening.open) return refuse({ reason: 'outside-hours', opensAt: opening.until })

  const givenToday = state.given[service.id] ?? 0
  if (service.quotaPerDay !== null && givenToday >= service.quotaPerDay) return refuse({ reason: 'quota-reached' })
  const number = service.firstNumber + givenToday
  if (number > service.lastNumber) return refuse({ reason: 'numbers-exhausted' })

  const ticket = nextTicket(state)
  const ahead = aheadOf(state, service.id, command.class, ticket)
  return happened({
    type: 'TicketTaken',
    ticket,
    number: `${service.letter}${String(number).padStart(3, '0')}`,
    token: given.secret,
    service: service.id,
    class: command.class,
    kiosk: given.actor.kind === 'kiosk' ? given.actor.kiosk : mainKiosk,
    ahead,
    wait: waitFor(state, service.id, ahead),
    notices: notices.map((notice) => notice.id),
  })
}

function nextTicket(state: OfficeState): TicketId {
  return ticketIdSchema.parse(state.ticketsGiven + 1)
}

/**
 * A refusal where the ticket is neither waiting nor at a counter, or at a counter where somebody else sits: two desks
 * see the same line, and the one that is slower must not take away whom the other has just called.
 */
function fixed(state: OfficeState, { actor }: Given, ticket: Ticket): Decision | null {
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
      return refuse({ reason: 'ticket-ended' })
    default:
      return ticket.state satisfies never
  }
}
