import { Printer } from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { shortCode } from '../../shared/short-code.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import styles from './paper-box.module.css'
import { paperShown, type PaperShown } from './paper-shown.ts'
import { QrCode } from './qr-code.tsx'
import { TicketPicture } from './ticket-picture.tsx'
import type { Action, Page } from './visit.ts'
import { sentence } from './words.ts'

/**
 * What becomes of the paper, and what to do without it: a number is written down or followed on a phone, a return
 * ticket is written down with its code, because both are asked for when its holder comes back.
 */
export function PaperBox({
  view,
  page,
  busy,
  language,
  now,
  act,
}: {
  readonly view: KioskView
  readonly page: Page & { kind: 'number' }
  /** The hub is being asked for something. */
  readonly busy: boolean
  readonly language: Language
  readonly now: EpochMs
  readonly act: (action: Action) => void
}) {
  const { taken } = page
  const isReturn = taken.kind === 'return'
  const paper = paperShown(view, taken.ticket)
  return (
    <section className={styles['paper']} data-paper={paper.state} data-kind={taken.kind} aria-live="polite">
      <PaperWords paper={paper} number={taken.number} isReturn={isReturn} language={language} />
      {(paper.state === 'not-printed' || paper.state === 'unsure') && (
        <>
          {page.refusal && (
            <p role="alert" className={styles['refusal']}>
              {refusalText(page.refusal, language, view.office.timeZone, now)}
            </p>
          )}
          {isReturn && (
            <p className={styles['written']}>
              <span>{taken.number}</span> <span>{shortCode(taken.token)}</span>
            </p>
          )}
          <figure className={styles['phone']}>
            <QrCode
              text={`${view.address}/t/${taken.token}`}
              label={sentence(language, isReturn ? 'return_photo_code' : 'phone_code')}
            />
            <figcaption>{sentence(language, isReturn ? 'return_photo' : 'phone')}</figcaption>
          </figure>
          {paper.mayAskAgain && (
            <button
              type="button"
              className={styles['again']}
              aria-busy={busy}
              onClick={() => act({ type: 'print-again' })}
            >
              <Printer aria-hidden="true" focusable="false" />
              {sentence(language, busy ? 'moment_please' : 'print_again')}
            </button>
          )}
        </>
      )}
    </section>
  )
}

function PaperWords({
  paper,
  number,
  isReturn,
  language,
}: {
  readonly paper: PaperShown
  readonly number: string
  readonly isReturn: boolean
  readonly language: Language
}) {
  switch (paper.state) {
    case 'printing':
    case 'printed': {
      const returns = isReturn && paper.state === 'printed'
      return (
        <>
          <TicketPicture number={number} out={paper.state === 'printed'} />
          <div>
            <p className={styles['strong']}>{sentence(language, returns ? 'return_printed' : paper.state)}</p>
            <p>{sentence(language, returns ? 'return_printed_text' : `${paper.state}_text`)}</p>
          </div>
        </>
      )
    }
    case 'not-printed':
      return (
        <p className={styles['strong']} role="alert">
          {sentence(language, isReturn ? 'return_not_printed' : 'not_printed')}
        </p>
      )
    case 'unsure':
      return <p className={styles['strong']}>{sentence(language, isReturn ? 'return_unsure' : 'unsure')}</p>
    default:
      return paper.state satisfies never
  }
}
