import { CalendarClock, Megaphone } from 'lucide-react'
import { useReducer, useState } from 'react'
import type { NoticeId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { contentOf, hasOwnWords, startOf, withoutOwnWords } from './draft-content.ts'
import { flawOf, type DraftFlaw } from './draft-flaws.ts'
import { boardWith, touchedBy } from './draft-preview.ts'
import { draftOf, emptyDraft, reduceDraft, type DraftAction, type NoticeDraft } from './notice-draft.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { PreviewLanguage } from './preview-language.tsx'
import { commandFor, labelsFor, type ReportTarget } from './report-command.ts'
import { ReportLanguages } from './report-languages.tsx'
import { ReportPreview, type MeasuredBoard } from './report-preview.tsx'
import { ReportScope } from './report-scope.tsx'
import { ReportStillWorks } from './report-still-works.tsx'
import { ReportTickets } from './report-tickets.tsx'
import { ReportTimes } from './report-times.tsx'
import { ReportWhen } from './report-when.tsx'
import { ReportWords } from './report-words.tsx'
import styles from './report.module.css'
import { concernsTickets, peopleFor } from './tickets-out.ts'
import { TooLong } from './too-long.tsx'
import { useOrders } from './use-orders.ts'

/**
 * "Report a problem": what is affected, and it can be raised; everything else is filled with what is usual and lies
 * folded up below its own summary. The banner stands below as the public will see it. A standing notice, or one set
 * for later, is written anew in the same form.
 */
export function ReportDialog({
  view,
  target,
  onRaised,
  onClose,
}: {
  readonly view: DeskView
  readonly target: ReportTarget
  /** A new notice stands now, and so many people hold a number for what it says. */
  readonly onRaised: (notice: NoticeId, people: number) => void
  readonly onClose: () => void
}) {
  const { say, language, timeZone, now, give } = useDesk()
  const texts = view.preparedTexts
  const [draft, change] = useReducer(
    (held: NoticeDraft, action: DraftAction) => reduceDraft(held, action, view.systems),
    target.kind === 'new' ? emptyDraft : draftOf(target.notice, now, texts),
  )
  const [shown, setShown] = useState(language)
  const [told, setTold] = useState<string | null>(null)
  const act = (action: DraftAction) => {
    setTold(null)
    change(action)
  }
  const [unfit, setUnfit] = useState<Unfit>({ whole: [], ownless: [] })
  const orders = useOrders()
  const content = contentOf(draft, now, texts)
  const begins = startOf(draft, now)
  // What stands today may be over by the time that a later one goes up: that one is shown alone.
  const others = draft.raiseAt === null ? view.notices : []
  const boardOf = (said: NoticeContent | null) =>
    said === null ? [] : boardWith(said, draft.editing, others, view, begins)
  const board = boardOf(content)
  const own = board.find(({ id }) => id === draft.editing || others.every((other) => other.id !== id))
  const stillOpen = own
    ? (noticeText({ ...own, stillWorks: null }, language, timeZone, begins).stillOpen ?? say('still_works_not_said'))
    : say('still_works_named')
  const ownless = hasOwnWords(draft) ? boardOf(contentOf(withoutOwnWords(draft), now, texts)) : null
  const labels = labelsFor(target, draft)
  const flaw = flawOf(draft, now)

  const send = async () => {
    setTold(null)
    if (content === null) return
    const done = await orders.press('raise', () => give(commandFor(target, draft, content)))
    if (done?.outcome.kind === 'notice-raised')
      onRaised(done.outcome.notice, concernsTickets(content) ? peopleFor(touchedBy(content, view), view) : 0)
    else if (done) onClose()
  }
  return (
    <Dialog
      look="wide"
      title={say(labels.title)}
      onClose={onClose}
      footer={
        <>
          <div className={styles['word']}>
            <output>{told}</output>
            <TooLong languages={ownless === null ? [] : tooLongIn(unfit)} spoken={view.office.languages} />
            <ProblemAlert problem={orders.problem} />
          </div>
          <PreviewLanguage languages={view.office.languages} chosen={shown} onChoose={setShown} />
          <Button
            look="main"
            icon={draft.raiseAt === null ? Megaphone : CalendarClock}
            className={styles['raise']}
            label={say(labels.button)}
            busy={orders.busy !== null}
            orders
            hindrance={flaw && flawSentence(flaw, say)}
            onPress={() => void send()}
            onHindered={setTold}
          />
        </>
      }
    >
      <div className={styles['report']}>
        <div className={styles['form']}>
          <div className={styles['details']}>
            <ReportScope view={view} scope={draft.scope} act={act} />
            {target.kind !== 'standing' && <ReportWhen draft={draft} canBeNow={target.kind === 'new'} act={act} />}
          </div>
          <div className={styles['details']}>
            <ReportWords view={view} draft={draft} act={act} />
            <ReportStillWorks languages={view.office.languages} draft={draft} generated={stillOpen} act={act} />
            <ReportTimes draft={draft} act={act} />
            <ReportTickets view={view} draft={draft} act={act} />
            <ReportLanguages view={view} draft={draft} act={act} />
          </div>
        </div>
        <ReportPreview
          notices={board}
          ownless={ownless}
          languages={view.office.languages}
          shown={shown}
          at={begins}
          onFits={(measured, spoken, fits) => setUnfit((held) => withFit(held, measured, spoken, fits))}
        />
      </div>
    </Dialog>
  )
}

/** The languages in which each of the boards does not fit its screen, once it has been measured. */
type Unfit = Readonly<Record<MeasuredBoard, readonly Language[]>>

function withFit(unfit: Unfit, board: MeasuredBoard, language: Language, fits: boolean): Unfit {
  const known = unfit[board]
  if (known.includes(language) !== fits) return unfit
  return { ...unfit, [board]: fits ? known.filter((other) => other !== language) : [...known, language] }
}

/** Only where own words make the difference can their author do anything about it. */
function tooLongIn({ whole, ownless }: Unfit): readonly Language[] {
  return whole.filter((language) => !ownless.includes(language))
}

/** Why the button does nothing now. */
function flawSentence(flaw: DraftFlaw, say: ReturnType<typeof useDesk>['say']): string {
  switch (flaw.kind) {
    case 'no-scope':
      return say('why_no_scope')
    case 'no-words':
      return say('why_no_words_in', { part: say(flaw.part) })
    case 'too-long':
      return say('why_too_long_in', { part: say(flaw.part), count: flaw.count })
    case 'too-early':
      return say('why_too_early', { part: say(flaw.part) })
    default:
      return flaw satisfies never
  }
}
