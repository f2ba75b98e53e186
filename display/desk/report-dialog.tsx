import { Megaphone } from 'lucide-react'
import { useReducer, useState } from 'react'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { contentOf, draftOf, emptyDraft, reduceDraft, type DraftAction, type NoticeDraft } from './notice-draft.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { PreviewLanguage } from './preview-language.tsx'
import { ReportPreview } from './report-preview.tsx'
import { ReportScope } from './report-scope.tsx'
import { ReportTickets } from './report-tickets.tsx'
import { ReportTimes } from './report-times.tsx'
import { ReportWords } from './report-words.tsx'
import styles from './report.module.css'
import { useOrders } from './use-orders.ts'

/**
 * "Report a problem": what is affected, and it can be raised; everything else is filled with what is usual and lies
 * folded up below its own summary. The banner stands below as the public will see it. With `notice`, a standing one
 * is written anew.
 */
export function ReportDialog({
  view,
  notice,
  onClose,
}: {
  readonly view: DeskView
  readonly notice: DeskNotice | null
  readonly onClose: () => void
}) {
  const { say, language, now, give } = useDesk()
  const [draft, act] = useReducer(
    (held: NoticeDraft, action: DraftAction) => reduceDraft(held, action, view.systems),
    notice === null ? emptyDraft : draftOf(notice, now),
  )
  const [shown, setShown] = useState(language)
  const [told, setTold] = useState<string | null>(null)
  const orders = useOrders()
  const content = contentOf(draft, now)

  const raise = async () => {
    setTold(null)
    if (content === null) return
    const command =
      notice === null ? { type: 'RaiseNotice', content } : { type: 'UpdateNotice', notice: notice.id, content }
    if (await orders.press('raise', () => give(command))) onClose()
  }
  return (
    <Dialog
      wide
      title={say(notice === null ? 'report' : 'update_heading')}
      onClose={onClose}
      footer={
        <>
          <div className={styles['word']}>
            <output>{told}</output>
            <ProblemAlert problem={orders.problem} />
          </div>
          <PreviewLanguage languages={view.office.languages} chosen={shown} onChoose={setShown} />
          <Button
            look="main"
            icon={Megaphone}
            className={styles['raise']}
            label={say(notice === null ? 'raise' : 'show_update')}
            busy={orders.busy !== null}
            orders
            hindrance={content === null ? say('why_no_scope') : null}
            onPress={() => void raise()}
            onHindered={setTold}
          />
        </>
      }
    >
      <div className={styles['report']}>
        <div className={styles['form']}>
          <ReportScope view={view} scope={draft.scope} act={act} />
          <div className={styles['details']}>
            <ReportWords draft={draft} act={act} />
            <ReportTimes draft={draft} act={act} />
            <ReportTickets view={view} draft={draft} act={act} />
          </div>
        </div>
        <ReportPreview view={view} content={content} editing={draft.editing} language={shown} />
      </div>
    </Dialog>
  )
}
