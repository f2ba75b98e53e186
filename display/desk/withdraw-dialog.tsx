import { EyeOff } from 'lucide-react'
import type { DeskNotice, DeskScheduled } from '../../shared/views/desk.ts'
import { noticeHeading } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/** Asks before a notice that should not have been is taken away, and says what that means: nobody is told of it. */
export function WithdrawDialog({
  notice,
  isUp,
  onClose,
}: {
  readonly notice: DeskNotice | DeskScheduled
  /** Whether the public sees it already. */
  readonly isUp: boolean
  readonly onClose: () => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const withdraw = async () => {
    if (await orders.press('withdraw', () => give({ type: 'WithdrawNotice', notice: notice.id }))) onClose()
  }
  return (
    <Dialog
      title={say(isUp ? 'was_a_mistake' : 'withdraw_planned_heading')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" label={say('leave_it')} onPress={onClose} />
          <Button
            look="main"
            icon={EyeOff}
            label={say('yes_withdraw')}
            orders
            busy={orders.busy !== null}
            onPress={() => void withdraw()}
          />
        </>
      }
    >
      <div className={styles['ticket']}>
        <p className={styles['service']}>{noticeHeading(notice, language)}</p>
        <p className={styles['facts']}>{say(isUp ? 'withdraw_text' : 'withdraw_planned_text')}</p>
        <ProblemAlert problem={orders.problem} />
      </div>
    </Dialog>
  )
}
