import { CircleCheck, CircleHelp, DoorClosed, Hourglass, Ticket, TicketX, type LucideIcon } from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import { FitBox } from './fit-box.tsx'
import type { NoticesLayout } from './notices-layout.ts'
import styles from './notices-board.module.css'
import { opensSentence } from './now-serving.tsx'
import type { OwnView } from './own-view.ts'
import { ServiceBoard } from './service-board.tsx'
import { officeStanding, type Whole } from './service-standing.ts'
import { words } from './words.ts'

/**
 * Below the header of a screen of notices alone: every service and whether it can be had; above them, while no notice
 * stands, the one sentence that is true of the whole office. What the hub was not heard to say lately is not said.
 */
export function NoticesBoard({
  view,
  layout,
  isKnown,
  unitPx,
  language,
  now,
}: {
  readonly view: OwnView
  readonly layout: NoticesLayout
  readonly isKnown: boolean
  readonly unitPx: number
  readonly language: Language
  readonly now: EpochMs
}) {
  const whole = isKnown && view.notices.length === 0 ? officeStanding(view, now) : null
  return (
    <>
      {view.notices.length === 0 && isKnown && (
        <div className={styles['said']} style={{ height: `${layout.saidPx}px` }} aria-live="polite">
          <FitBox sizeMin={2.6 * unitPx} sizeMax={8 * unitPx}>
            {whole && <WholeOffice whole={whole} view={view} language={language} now={now} />}
          </FitBox>
        </div>
      )}
      <ServiceBoard view={view} layout={layout} isKnown={isKnown} language={language} now={now} />
    </>
  )
}

function WholeOffice({
  whole,
  view,
  language,
  now,
}: {
  readonly whole: Whole
  readonly view: OwnView
  readonly language: Language
  readonly now: EpochMs
}) {
  const Icon = icons[whole]
  const isShut = whole === 'closed_heading' || whole === 'early_heading'
  const opens = isShut ? opensSentence(view.office, language, now) : null
  return (
    <div className={styles['whole']}>
      <Icon aria-hidden="true" focusable="false" width="1.3em" height="1.3em" />
      <div>
        <p className={styles['heading']}>{say(words, language, whole)}</p>
        {opens !== null && <p className={styles['opens']}>{opens}</p>}
      </div>
    </div>
  )
}

const icons: Readonly<Record<Whole, LucideIcon>> = {
  closed_heading: DoorClosed,
  all_full: TicketX,
  not_confirmed: CircleHelp,
  some_full: TicketX,
  some_closed: DoorClosed,
  some_slow: Hourglass,
  early_heading: Ticket,
  all_work: CircleCheck,
}
