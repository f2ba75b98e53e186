import { ClockAlert, UsersRound } from 'lucide-react'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { unchangedContent } from './draft-content.ts'
import { NoticeHistory } from './notice-history.tsx'
import { NoticePapers } from './notice-papers.tsx'
import { NoticeScreens } from './notice-screens.tsx'
import { NoticeLongWords, NoticeWords } from './notice-words.tsx'
import styles from './notices-panel.module.css'
import type { OpenDialog } from './open-dialog.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { resolveLabel } from './resolve-dialog.tsx'
import { concernsTickets, peopleIn } from './tickets-out.ts'
import { useOrders } from './use-orders.ts'

/**
 * One standing notice: when news is due, its public words in short, what to do next, and folded up below it all that is
 * needed seldom.
 */
export function NoticeCard({
  notice,
  view,
  onOpen,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly onOpen: (dialog: OpenDialog) => void
}) {
  const { say, language, timeZone, now, give, when, since } = useDesk()
  const orders = useOrders()
  const text = noticeText(notice, language, timeZone, now)
  const { id, nextNews } = notice
  const overdue = nextNews !== null && nextNews <= now
  const people = concernsTickets(notice) ? peopleIn(notice) : 0

  const unchanged = () => {
    const content = unchangedContent(notice.content, now)
    void orders.press('unchanged', () => give({ type: 'UpdateNotice', notice: id, content }))
  }
  return (
    <article className={styles['card']}>
      <h2 className={styles['title']}>{text.heading}</h2>
      <div className={styles['facts']}>
        {overdue && (
          <p className={styles['overdue']}>
            <ClockAlert aria-hidden="true" focusable="false" />
            <span>{say('news_overdue', { time: when(nextNews), ago: since(nextNews) })}</span>
          </p>
        )}
        <NoticeWords notice={notice} sentences={[text.since, text.end, overdue ? null : text.news]} />
        <ProblemAlert problem={orders.problem} />
        <div className={styles['buttons']}>
          <Button
            look="main"
            label={say(resolveLabel(notice))}
            orders
            onPress={() => onOpen({ kind: 'resolve', notice: id })}
          />
          <Button
            label={say('update')}
            orders
            onPress={() => onOpen({ kind: 'report', target: { kind: 'standing', notice } })}
          />
          <Button label={say('no_change')} orders busy={orders.busy === 'unchanged'} onPress={unchanged} />
          {people > 0 && (
            <Button
              icon={UsersRound}
              label={say('people_hold_a_number', { count: people })}
              onPress={() => onOpen({ kind: 'tickets-out', notice: id })}
            />
          )}
        </div>
        <div className={styles['folds']}>
          <NoticeLongWords notice={notice} heading={text.heading} />
          <NoticeScreens notice={notice} view={view} />
          <NoticeHistory notice={notice} view={view} />
          <NoticePapers notice={notice} view={view} />
          <Button
            look="quiet"
            className={styles['mistake']}
            label={say('was_a_mistake')}
            orders
            onPress={() => onOpen({ kind: 'withdraw', notice: id })}
          />
        </div>
      </div>
    </article>
  )
}
