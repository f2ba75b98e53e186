import { FileText } from 'lucide-react'
import type { NoticeView } from '../../shared/views/common.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import styles from './notices-panel.module.css'
import { SlipButtons } from './slip-buttons.tsx'

/** A notice that stands or is set for later, on paper: a slip for the door from a ticket machine, and a page for the notice board from any printer. */
export function NoticePapers({ notice, view }: { readonly notice: Pick<NoticeView, 'id'>; readonly view: DeskView }) {
  const { say } = useDesk()
  const { language, languages } = view.office
  return (
    <details className={styles['more']}>
      <summary>
        <FileText aria-hidden="true" focusable="false" />
        <span>{say('on_paper')}</span>
      </summary>
      <div className={styles['papers']}>
        <SlipButtons
          view={view}
          slip="print_for_door"
          request={(kiosk) => ({ kind: 'notice', notice: notice.id, kiosk })}
        />
        <PageLink notice={notice} spoken={language} label={say('page_for_board')} />
        {languages.length > 1 && <PageLink notice={notice} spoken="all" label={say('page_for_board_all')} />}
      </div>
    </details>
  )
}

function PageLink({
  notice,
  spoken,
  label,
}: {
  readonly notice: Pick<NoticeView, 'id'>
  readonly spoken: string
  readonly label: string
}) {
  return (
    <a
      className={controls['button']}
      href={`/notice/${notice.id}.pdf?lang=${spoken}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <FileText aria-hidden="true" focusable="false" />
      <span>{label}</span>
    </a>
  )
}
