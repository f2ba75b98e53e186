import { ClockAlert, MonitorCheck } from 'lucide-react'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { unchangedContent } from './notice-draft.ts'
import styles from './notices-panel.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { resolveLabel } from './resolve-dialog.tsx'
import { SlipButtons } from './slip-buttons.tsx'
import { useOrders } from './use-orders.ts'

/** One standing notice: its public words, when news is due, on how many screens it is painted, and what to do next. */
export function NoticeCard({
  notice,
  view,
  onUpdate,
  onResolve,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly onUpdate: () => void
  readonly onResolve: () => void
}) {
  const { say, language, timeZone, now, give, when, since } = useDesk()
  const orders = useOrders()
  const text = noticeText(notice, language, timeZone, now)
  const { nextNews, screens } = notice
  const overdue = nextNews !== null && nextNews <= now
  const painted = screens.filter((screen) => screen.painted).length

  const unchanged = () => {
    const content = unchangedContent(notice.content, now)
    void orders.press('unchanged', () => give({ type: 'UpdateNotice', notice: notice.id, content }))
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
        <p>
          {[text.cause, text.instruction, text.since, text.end, overdue ? null : text.news]
            .filter((sentence) => sentence !== null)
            .join(' ')}
        </p>
        <ProblemAlert problem={orders.problem} />
        <div className={styles['buttons']}>
          <Button look="main" label={say(resolveLabel(notice))} orders onPress={onResolve} />
          <Button label={say('update')} orders onPress={onUpdate} />
          <Button label={say('no_change')} orders busy={orders.busy === 'unchanged'} onPress={unchanged} />
        </div>
        <SlipButtons
          view={view}
          slip="print_for_door"
          request={(kiosk) => ({ kind: 'notice', notice: notice.id, kiosk })}
        />
        <p className={styles['soft']}>
          {say('raised_by', { name: notice.raisedBy })}
          {notice.ticketsWaiting > 0 && say('people_waiting_for_it', { count: notice.ticketsWaiting })}
        </p>
        <details className={styles['screens']}>
          <summary>
            <MonitorCheck aria-hidden="true" focusable="false" />
            <span>
              {screens.length === 0 ? say('no_screens') : say('shown_on', { painted, count: screens.length })}
            </span>
          </summary>
          <ul>
            {screens.map(({ screen, painted: shows }) => {
              const known = view.screens.find((connected) => connected.screen === screen)
              return (
                <li key={screen}>
                  {say(shows ? 'screen_shows' : 'screen_not_yet', {
                    screen: known ? say(`screen_${known.kind}`, { name: known.name }) : screen,
                  })}
                </li>
              )
            })}
          </ul>
        </details>
      </div>
    </article>
  )
}
