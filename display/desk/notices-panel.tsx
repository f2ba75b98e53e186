import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import { NoticeCard } from './notice-card.tsx'
import styles from './notices-panel.module.css'

/** The notices that stand, the gravest first, each with what keeps it honest: its promised news, and who sees it. */
export function NoticesPanel({
  view,
  onUpdate,
  onResolve,
}: {
  readonly view: DeskView
  readonly onUpdate: (notice: DeskNotice) => void
  readonly onResolve: (notice: DeskNotice) => void
}) {
  const { say } = useDesk()
  if (view.notices.length === 0) return null
  return (
    <section className={styles['panel']} aria-label={say('notices')}>
      {view.notices.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          view={view}
          onUpdate={() => onUpdate(notice)}
          onResolve={() => onResolve(notice)}
        />
      ))}
    </section>
  )
}
