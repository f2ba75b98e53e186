import type { DeskService, DeskTicket, DeskView } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/** Where a ticket should go. Its number and its place by waiting time stay with it. */
export function TransferDialog({
  view,
  ticket,
  onClose,
}: {
  readonly view: DeskView
  readonly ticket: DeskTicket
  readonly onClose: () => void
}) {
  const { say, language, live, give } = useDesk()
  const orders = useOrders()
  const send = async ({ id }: DeskService) => {
    const command = { type: 'TransferTicket', ticket: ticket.ticket, to: id }
    if (await orders.press(id, () => give(command))) onClose()
  }
  return (
    <Dialog title={say('transfer_heading', { number: ticket.number })} onClose={onClose}>
      <div className={styles['services']}>
        <p className={styles['facts']}>{say('transfer_text')}</p>
        <ProblemAlert problem={orders.problem} />
        {view.services
          .filter(({ id }) => id !== ticket.service.id)
          .map((service) => (
            <button
              key={service.id}
              type="button"
              className={`${controls['button']} ${controls['quiet']}`}
              aria-busy={orders.busy === service.id}
              aria-disabled={!live}
              onClick={() => live && void send(service)}
            >
              <span className={styles['target']}>
                <ServiceMark service={service} />
                <span>{service.name[language]}</span>
                <span className={styles['count']}>{say('waiting_count', { count: service.waiting })}</span>
              </span>
            </button>
          ))}
      </div>
    </Dialog>
  )
}
