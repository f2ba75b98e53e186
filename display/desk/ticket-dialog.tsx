import { ArrowRightLeft, CornerUpLeft, House, Pause, Printer, Volume2, X, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { DeskCounter, DeskTicket } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import { useDesk, type DeskKey } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { ticketActions, ticketCommand, type TicketAction } from './ticket-actions.ts'
import { classNotes } from './ticket-classes.ts'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/**
 * One ticket and what can be done with it. It stays open until the hub has said yes; cancelling takes two presses.
 * Sending home can be taken back here at once.
 */
export function TicketDialog({
  ticket,
  counter,
  onTransfer,
  onClose,
}: {
  readonly ticket: DeskTicket
  readonly counter: DeskCounter
  readonly onTransfer: () => void
  readonly onClose: () => void
}) {
  const { say, language, give, since, when } = useDesk()
  const orders = useOrders()
  const [sure, setSure] = useState(false)
  const [state, setState] = useState(ticket.state)
  const { number } = ticket
  const note = classNotes[ticket.class]

  const send = async (action: TicketAction) => {
    const command = ticketCommand(action, ticket, counter)
    if (command === null) return onTransfer()
    if (action === 'cancel' && !sure) return setSure(true)
    if (!(await orders.press(action, () => give(command)))) return
    if (action === 'send-home') setState('returned')
    else onClose()
  }
  const labelOf = (action: TicketAction) => {
    if (action === 'call') return say('call_here', { counter: counter.name[language] })
    return action === 'cancel' && sure ? say('cancel_surely', { number }) : say(labels[action])
  }
  return (
    <Dialog title={say('ticket_heading', { number })} onClose={onClose}>
      <div className={styles['ticket']}>
        <p className={styles['service']}>
          <ServiceMark service={ticket.service} />
          <span>{ticket.service.name[language]}</span>
        </p>
        <p className={styles['facts']}>
          {say('taken_at', { time: when(ticket.takenAt), ago: since(ticket.takenAt) })} {note !== null && say(note)}
        </p>
        <output className={styles['told']}>{state === 'returned' && say('ticket_sent_home', { number })}</output>
        <ProblemAlert problem={orders.problem} />
        {ticketActions(state).map((action) => (
          <Button
            key={action}
            look={action === 'call' ? 'main' : action === 'cancel' ? 'quiet' : 'plain'}
            icon={icons[action]}
            label={labelOf(action)}
            orders={action !== 'transfer'}
            // The button that takes the place of "Send home" waits for a finger that bounces.
            busy={orders.busy === action || (state === 'returned' && orders.busy === 'send-home')}
            onPress={() => void send(action)}
          />
        ))}
      </div>
    </Dialog>
  )
}

const labels: Readonly<Record<Exclude<TicketAction, 'call'>, DeskKey>> = {
  hold: 'hold_place',
  back: 'bring_back_in_line',
  transfer: 'transfer_to_service',
  'send-home': 'send_ticket_home',
  print: 'print_again',
  cancel: 'cancel_ticket',
}

const icons: Readonly<Record<TicketAction, LucideIcon>> = {
  call: Volume2,
  hold: Pause,
  back: CornerUpLeft,
  transfer: ArrowRightLeft,
  'send-home': House,
  print: Printer,
  cancel: X,
}
