import { ArrowRightLeft, CornerUpLeft, Pause, Printer, Volume2, X } from 'lucide-react'
import { useState } from 'react'
import type { Command } from '../../shared/commands.ts'
import type { DeskCounter, DeskTicket } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import styles from './ticket-dialog.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** One ticket and what can be done with it. It stays open until the hub has said yes; cancelling takes two presses. */
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
  const { number } = ticket
  const waiting = ticket.state === 'waiting'

  const send = async (button: string, command: Command) => {
    if (await orders.press(button, () => give(command))) onClose()
  }
  const order = (button: string, command: Command) => () => void send(button, command)
  return (
    <Dialog title={say('ticket_heading', { number })} onClose={onClose}>
      <div className={styles['ticket']}>
        <p className={styles['service']}>
          <ServiceMark service={ticket.service} />
          <span>{ticket.service.name[language]}</span>
        </p>
        <p className={styles['facts']}>
          {say('taken_at', { time: when(ticket.takenAt), ago: since(ticket.takenAt) })}{' '}
          {ticket.class === 'priority' && say('is_priority')}
        </p>
        <ProblemAlert problem={orders.problem} />
        <Button
          look="main"
          icon={Volume2}
          label={say('call_here', { counter: counter.name[language] })}
          orders
          busy={orders.busy === 'call'}
          onPress={order('call', { type: 'CallTicket', counter: counter.id, ticket: ticket.ticket })}
        />
        {waiting ? (
          <>
            <Button
              icon={Pause}
              label={say('hold_place')}
              orders
              busy={orders.busy === 'hold'}
              onPress={order('hold', { type: 'HoldTicket', ticket: ticket.ticket })}
            />
            <Button icon={ArrowRightLeft} label={say('transfer_to_service')} onPress={onTransfer} />
          </>
        ) : (
          <Button
            icon={CornerUpLeft}
            label={say('bring_back_in_line')}
            orders
            busy={orders.busy === 'back'}
            onPress={order('back', { type: 'ResumeTicket', ticket: ticket.ticket })}
          />
        )}
        <Button
          icon={Printer}
          label={say('print_again')}
          orders
          busy={orders.busy === 'print'}
          onPress={order('print', { type: 'PrintAgain', ticket: ticket.ticket })}
        />
        {ticket.state !== 'no-show' && (
          <Button
            look="quiet"
            icon={X}
            label={sure ? say('cancel_surely', { number }) : say('cancel_ticket')}
            orders
            busy={orders.busy === 'cancel'}
            onPress={sure ? order('cancel', { type: 'CancelTicket', ticket: ticket.ticket }) : () => setSure(true)}
          />
        )}
      </div>
    </Dialog>
  )
}
