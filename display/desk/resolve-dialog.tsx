import { Check } from 'lucide-react'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { noticeHeading } from '../../shared/words/notice-text.ts'
import { dayOf } from '../../shared/words/when.ts'
import { Button } from './button.tsx'
import { comingBackOf } from './coming-back.ts'
import { useDesk, type DeskKey } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/** Asks once more before a notice is taken down everywhere, and says who comes back then, and in what order. */
export function ResolveDialog({
  notice,
  view,
  onClose,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly onClose: () => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const { called, inARowMax, stillHeld, returning, firstDay } = comingBackOf(notice, view)
  const all = called.regular + called.priority + called.return
  const resolve = async () => {
    if (await orders.press('resolve', () => give({ type: 'ResolveNotice', notice: notice.id }))) onClose()
  }
  return (
    <Dialog
      title={say(resolveLabel(notice))}
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
        <ul className={styles['consequences']}>
          <li>{say(notice.kind === 'information' ? 'taken_down_text' : 'taken_down_recovery')}</li>
          {all > 0 && <li>{say('held_come_back', { count: all })}</li>}
          {stillHeld > 0 && <li>{say('still_held', { count: stillHeld })}</li>}
          {firstDay !== null && (
            <li>{say('returning_people', { count: returning, day: dayOf(language, firstDay) })}</li>
          )}
        </ul>
        {called.regular + called.return > 0 && (
          <div className={styles['mix']}>
            <p>{say('mix', { count: inARowMax })}</p>
            {called.return > 0 && <p>{say('mix_returns', { count: called.return })}</p>}
            {called.priority > 0 && <p>{say('mix_priority', { count: called.priority })}</p>}
          </div>
        )}
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
