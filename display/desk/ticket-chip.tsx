import type { DeskTicket } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import { classIcons, classLabels } from './ticket-classes.ts'
import styles from './ticket-lists.module.css'

/** A ticket to press: its number, how long it has waited, and a mark where it goes before others. */
export function TicketChip({ ticket, onPress }: { readonly ticket: DeskTicket; readonly onPress: () => void }) {
  const { say, since } = useDesk()
  const Mark = classIcons[ticket.class]
  const label = classLabels[ticket.class]
  return (
    <button type="button" className={styles['ticket']} aria-haspopup="dialog" onClick={onPress}>
      <span className={styles['number']}>{ticket.number}</span>
      {Mark !== null && (
        <Mark className={styles['star']} data-class={ticket.class} aria-hidden="true" focusable="false" />
      )}
      {label !== null && <span className="for-ears">{say(label)}</span>}
      <span className={styles['ago']}>{since(ticket.takenAt)}</span>
    </button>
  )
}
