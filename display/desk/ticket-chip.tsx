import { Star } from 'lucide-react'
import type { DeskTicket } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import styles from './ticket-lists.module.css'

/** A ticket to press: its number, how long it has waited, and a star where it goes first. */
export function TicketChip({ ticket, onPress }: { readonly ticket: DeskTicket; readonly onPress: () => void }) {
  const { say, since } = useDesk()
  return (
    <button type="button" className={styles['ticket']} aria-haspopup="dialog" onClick={onPress}>
      <span className={styles['number']}>{ticket.number}</span>
      {ticket.class === 'priority' && (
        <>
          <Star className={styles['star']} aria-hidden="true" focusable="false" />
          <span className="for-ears">{say('priority')}</span>
        </>
      )}
      <span className={styles['ago']}>{since(ticket.takenAt)}</span>
    </button>
  )
}
