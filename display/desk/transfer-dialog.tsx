import type { DeskService, DeskTicket, DeskView } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { ServiceTargets } from './service-targets.tsx'
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
  const { say, give } = useDesk()
  const orders = useOrders()
  const send = async ({ id }: DeskService) => {
    const command = { type: 'TransferTicket', ticket: ticket.ticket, to: id }
    if (await orders.press(id, () => give(command))) onClose()
  }
  return (
    <Dialog title={say('transfer_heading', { number: ticket.number })} onClose={onClose}>
      <div className={styles['ticket']}>
        <p className={styles['facts']}>{say('transfer_text')}</p>
        <ProblemAlert problem={orders.problem} />
        <ServiceTargets
          services={view.services.filter(({ id }) => id !== ticket.service.id)}
          busy={orders.busy}
          onChoose={(service) => void send(service)}
        />
      </div>
    </Dialog>
  )
}
