import { CalendarClock } from 'lucide-react'
import type { DeskScheduled, DeskView } from '../../shared/views/desk.ts'
import { noticeText, plannedSentence } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { NoticePapers } from './notice-papers.tsx'
import { NoticeLongWords, NoticeWords } from './notice-words.tsx'
import styles from './notices-panel.module.css'
import type { OpenDialog } from './open-dialog.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { concernsTickets, peopleFor } from './tickets-out.ts'
import { useOrders } from './use-orders.ts'

/** A notice that goes up by itself at its time: not yellow, because nobody sees it yet. */
export function ScheduledCard({
  notice,
  view,
  onOpen,
}: {
  readonly notice: DeskScheduled
  readonly view: DeskView
  readonly onOpen: (dialog: OpenDialog) => void
}) {
  const { say, language, timeZone, now, give } = useDesk()
  const orders = useOrders()
  const text = noticeText(notice, language, timeZone, notice.raiseAt)
  // An end that is known is said with the beginning.
  const end = notice.expectedEnd === null ? text.end : null
  const showNow = async () => {
    const done = await orders.press('now', () => give({ type: 'RaiseScheduled', notice: notice.id }))
    const isUp = done?.outcome.kind === 'notice-raised'
    const asks = concernsTickets(notice) && peopleFor(notice.services, view) > 0
    if (isUp && asks) onOpen({ kind: 'tickets-out', notice: notice.id })
  }
  return (
    <article className={styles['planned']}>
      <h3 className={styles['plannedTitle']}>
        <CalendarClock aria-hidden="true" focusable="false" />
        <span>{text.heading}</span>
      </h3>
      <p className={styles['moment']}>{plannedSentence(notice, language, timeZone, now)}</p>
      <NoticeWords notice={notice} sentences={[end, text.news]} />
      <ProblemAlert problem={orders.problem} />
      <div className={styles['buttons']}>
        <Button
          label={say('change')}
          orders
          onPress={() => onOpen({ kind: 'report', target: { kind: 'planned', notice } })}
        />
        <Button label={say('show_now')} orders busy={orders.busy === 'now'} onPress={() => void showNow()} />
        <Button
          look="quiet"
          label={say('withdraw')}
          orders
          onPress={() => onOpen({ kind: 'withdraw', notice: notice.id })}
        />
      </div>
      <div className={styles['folds']}>
        <NoticeLongWords notice={notice} heading={text.heading} />
        <NoticePapers notice={notice} view={view} />
      </div>
      <p className={styles['soft']}>{say('planned_by', { name: notice.by })}</p>
    </article>
  )
}
