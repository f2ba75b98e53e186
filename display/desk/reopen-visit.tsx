import { Undo2 } from 'lucide-react'
import type { DeskCounter, DeskTicket } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import styles from './current-ticket.module.css'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** Goes back to the visit that ended last, for whoever pressed one button too many. */
export function ReopenVisit({ counter, last }: { readonly counter: DeskCounter; readonly last: DeskTicket }) {
  const { say, give } = useDesk()
  const orders = useOrders()
  return (
    <div className={styles['reopen']}>
      <Button
        look="quiet"
        icon={Undo2}
        label={say('back_to_visit', { number: last.number })}
        busy={orders.busy === 'reopen'}
        orders
        onPress={() => void orders.press('reopen', () => give({ type: 'ReopenVisit', counter: counter.id }))}
      />
      <ProblemAlert problem={orders.problem} />
    </div>
  )
}
