import type { CommandOf } from '../../shared/commands.ts'
import type { DeskCounter, DeskTicket } from '../../shared/views/desk.ts'
import type { TicketState } from '../../shared/ticket.ts'

/** What can be done with a ticket that is not before a counter, in the order in which it is offered. */
export type TicketAction = 'call' | 'hold' | 'back' | 'transfer' | 'send-home' | 'print' | 'cancel'

export function ticketActions(state: TicketState): readonly TicketAction[] {
  switch (state) {
    case 'waiting':
      return ['call', 'hold', 'transfer', 'send-home', 'print', 'cancel']
    case 'held':
      return ['call', 'back', 'send-home', 'print', 'cancel']
    case 'no-show':
      return ['call', 'back', 'print']
    case 'returned':
      return ['back', 'print']
    case 'called':
    case 'serving':
    case 'done':
    case 'cancelled':
      return ['print']
    default:
      return state satisfies never
  }
}

type TicketCommand = CommandOf<
  'CallTicket' | 'HoldTicket' | 'ResumeTicket' | 'SendTicketHome' | 'PrintAgain' | 'CancelTicket'
>

/** The command an action gives; null for Transfer, which asks where to first. */
export function ticketCommand(
  action: TicketAction,
  { ticket }: Pick<DeskTicket, 'ticket'>,
  { id: counter }: Pick<DeskCounter, 'id'>,
): TicketCommand | null {
  switch (action) {
    case 'call':
      return { type: 'CallTicket', counter, ticket }
    case 'hold':
      return { type: 'HoldTicket', ticket }
    case 'back':
      return { type: 'ResumeTicket', ticket }
    case 'send-home':
      return { type: 'SendTicketHome', ticket }
    case 'print':
      return { type: 'PrintAgain', ticket }
    case 'cancel':
      return { type: 'CancelTicket', ticket }
    case 'transfer':
      return null
    default:
      return action satisfies never
  }
}
