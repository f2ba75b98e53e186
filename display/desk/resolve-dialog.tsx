import { Check } from 'lucide-react'
import type { DeskNotice } from '../../shared/views/desk.ts'
import { noticeHeading } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk, type DeskKey } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/** Asks once more before a notice is taken down everywhere, and says what becomes of the people it held. */
export function ResolveDialog({ notice, onClose }: { readonly notice: DeskNotice; readonly onClose: () => void }) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const label = say(resolveLabel(notice))
  const resolve = async () => {
    if (await orders.press('resolve', () => give({ type: 'ResolveNotice', notice: notice.id }))) onClose()
  }
  return (
    <Dialog
      title={label}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" label={say('not_yet')} onPress={onClose} />
          <Button
            look="main"
            icon={Check}
            label={say('yes_take_down')}
            orders
            busy={orders.busy !== null}
            onPress={() => void resolve()}
          />
        </>
      }
    >
      <div className={styles['ticket']}>
        <p className={styles['service']}>{noticeHeading(notice, language)}</p>
        <p className={styles['facts']}>
          {say('taken_down_text')}{' '}
          {notice.waiting === 'hold' && say('held_come_back', { count: notice.ticketsWaiting })}
        </p>
        <ProblemAlert problem={orders.problem} />
      </div>
    </Dialog>
  )
}

/** What ends a notice is said by its kind: an office opens again, news is taken down, all else works again. */
export function resolveLabel({ kind }: Pick<DeskNotice, 'kind'>): DeskKey {
  if (kind === 'closed') return 'open_again'
  return kind === 'information' ? 'take_down' : 'working_again'
}
