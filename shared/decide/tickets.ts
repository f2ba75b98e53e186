import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import { placesLeft } from '../forecast.ts'
import { numbersState } from '../hours.ts'
import type { OfficeState } from '../state.ts'
import { ticketOf } from '../ticket-book.ts'
import { happened, refuse } from './answers.ts'
import { nextNumber, notElsewhere, serviceOf, stopping, takenEvent } from './giving.ts'

export function decideTicket(
  state: OfficeState,
  given: Given<
    CommandOf<'TakeTicket' | 'HoldTicket' | 'ResumeTicket' | 'TransferTicket' | 'CancelTicket' | 'MoveWaiting'>
  >,
): Decision {
  const { command } = given
  if (command.type === 'TakeTicket') return take(state, given, command)
  if (command.type === 'MoveWaiting') return moveAll(state, command)

  const ticket = ticketOf(state.tickets, command.ticket)
  if (!ticket) return refuse({ reason: 'no-such-ticket' })
  switch (command.type) {
    case 'HoldTicket':
      return notElsewhere(state, given, ticket) ?? happened({ type: 'TicketHeld', ticket: ticket.id })
    case 'ResumeTicket':
      return ticket.state === 'held' || ticket.state === 'no-show' || ticket.state === 'returned'
        ? happened({ type: 'TicketResumed', ticket: ticket.id, number: ticket.number })
        : refuse({ reason: 'ticket-not-held' })
    case 'TransferTicket': {
      if (!serviceOf(state, command.to)) return refuse({ reason: 'no-such-service' })
      if (ticket.service === command.to) return refuse({ reason: 'same-service' })
      return (
        notElsewhere(state, given, ticket) ?? happened({ type: 'TicketTransferred', ticket: ticket.id, to: command.to })
      )
    }
    case 'CancelTicket':
      return ticket.state === 'held'
        ? happened({ type: 'TicketCancelled', ticket: ticket.id })
        : (notElsewhere(state, given, ticket) ?? happened({ type: 'TicketCancelled', ticket: ticket.id }))
    default:
      return command satisfies never
  }
}

function take(state: OfficeState, given: Given, command: CommandOf<'TakeTicket'>): Decision {
  const service = serviceOf(state, command.service)
  if (!service) return refuse({ reason: 'no-such-service' })
  const notice = stopping(state, service)
  if (notice) return refuse({ reason: 'service-stopped', notice: notice.id })
  const opening = numbersState(state.office, given.at, service)
  if (!opening.open) return refuse({ reason: 'outside-hours', opensAt: opening.until })
  const places = placesLeft(state, service, given.at)
  if (places?.count === 0) return refuse({ reason: places.until === 'quota' ? 'quota-reached' : 'day-full' })
  const number = nextNumber(state, service)
  if (number === null) return refuse({ reason: 'numbers-exhausted' })
  return happened(takenEvent(state, given, service, command.class, number))
}

/** Everybody in one line goes over to another, with the places they have among themselves and with those there. */
function moveAll(state: OfficeState, { from, to }: CommandOf<'MoveWaiting'>): Decision {
  const target = serviceOf(state, to)
  if (!target || !serviceOf(state, from)) return refuse({ reason: 'no-such-service' })
  if (from === to) return refuse({ reason: 'same-service' })
  const notice = stopping(state, target)
  if (notice) return refuse({ reason: 'service-stopped', notice: notice.id })
  const line = state.lines[from] ?? []
  if (line.length === 0) return refuse({ reason: 'nobody-waiting' })
  return happened(...line.map((ticket) => ({ type: 'TicketTransferred', ticket, to }) as const))
}
