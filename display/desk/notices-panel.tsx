import { CircleCheck } from 'lucide-react'
import type { DeskView } from '../../shared/views/desk.ts'
import { recoveryText } from '../../shared/words/notice-text.ts'
import { useDesk } from './desk-context.ts'
import { NoticeCard } from './notice-card.tsx'
import styles from './notices-panel.module.css'
import type { OpenDialog } from './open-dialog.ts'
import { ScheduledCard } from './scheduled-card.tsx'

/**
 * The notices that stand, the gravest first, each with what keeps it honest: its promised news, and who sees it. Below
 * them what works again since a short while, and what is set for later.
 */
export function NoticesPanel({
  view,
  onOpen,
}: {
  readonly view: DeskView
  readonly onOpen: (dialog: OpenDialog) => void
}) {
  const { say, language, timeZone, now } = useDesk()
  const { notices, recoveries, scheduled } = view
  return (
    <>
      {notices.length > 0 && (
        <section className={styles['panel']} aria-label={say('notices')}>
          {notices.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} view={view} onOpen={onOpen} />
          ))}
        </section>
      )}
      {recoveries.map((recovery) => (
        <p key={recovery.id} className={styles['recovered']}>
          <CircleCheck aria-hidden="true" focusable="false" />
          <span>{recoveryText(recovery, language, timeZone, now).heading}</span>
        </p>
      ))}
      {scheduled.length > 0 && (
        <section className={styles['panel']} aria-labelledby="scheduled-heading">
          <h2 id="scheduled-heading" className={styles['heading']}>
            {say('set_for_later_heading')}
          </h2>
          {scheduled.map((notice) => (
            <ScheduledCard key={notice.id} notice={notice} view={view} onOpen={onOpen} />
          ))}
        </section>
      )}
    </>
  )
}
