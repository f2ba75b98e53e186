import type { DeskCounter, DeskTicket } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-lists.module.css'
import { TicketChip } from './ticket-chip.tsx'
import { useOrders } from './use-orders.ts'

/** Tickets on hold, of people who did not come or who were sent home: each can be put back in line, or called here at once. */
export function SetAside({
  tickets,
  counter,
  empty,
  onTicket,
}: {
  readonly tickets: readonly DeskTicket[]
  /** Where they can be called at once; null for those who can only be put back in line. */
  readonly counter: DeskCounter | null
  /** Said where there are none. */
  readonly empty: string
  readonly onTicket: (ticket: DeskTicket) => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  return (
    <>
      <ProblemAlert problem={orders.problem} />
      {tickets.length === 0 && <p className={styles['nobody']}>{empty}</p>}
      <ul className={styles['aside']}>
        {tickets.map((ticket) => (
          <li key={ticket.ticket} className={styles['row']}>
            <TicketChip ticket={ticket} onPress={() => onTicket(ticket)} />
            <ServiceMark service={ticket.service} letterOnly />
            <span className={styles['name']}>{ticket.service.name[language]}</span>
            <Button
              className={styles['act']}
              label={say('bring_back')}
              orders
              busy={orders.busy === `back-${ticket.ticket}`}
              onPress={() =>
                void orders.press(`back-${ticket.ticket}`, () => give({ type: 'ResumeTicket', ticket: ticket.ticket }))
              }
            />
            {counter !== null && (
              <Button
                className={styles['act']}
                label={say('call')}
                orders
                busy={orders.busy === `call-${ticket.ticket}`}
                onPress={() =>
                  void orders.press(`call-${ticket.ticket}`, () =>
                    give({ type: 'CallTicket', counter: counter.id, ticket: ticket.ticket }),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
