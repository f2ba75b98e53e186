import { PencilLine, ScanQrCode, TicketCheck, type LucideIcon } from 'lucide-react'
import { refusalText } from '../../shared/words/refusal-text.ts'
import { Choices } from './choices.tsx'
import styles from './code-page.module.css'
import { KeyPad } from './key-pad.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import { PageHeading } from './page-heading.tsx'
import choiceStyles from './reading-page.module.css'
import { asPrinted, nextPart, nextSigns, numberLength, typedLength, type Part } from './typed-code.ts'
import type { Page } from './visit.ts'
import { sentence } from './words.ts'

/**
 * Where somebody who was asked to come back shows the return ticket: held under the scanner, or typed from the paper,
 * sign by sign, with no key that could be wrong.
 */
export function CodePage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'code' } }) {
  const { typed, refusal } = page
  const part = nextPart(typed)
  const { Icon, heading, ask } = steps[part ?? 'whole']
  const isPressed = flow.press?.order.type === 'UseReturnTicket'
  const signs = part === 'letter' ? view.services.map(({ letter }) => letter).join('') : nextSigns(typed)
  return (
    <>
      <main className={styles['main']}>
        <div className={styles['title']}>
          <Icon aria-hidden="true" focusable="false" />
          <PageHeading className={styles['heading'] ?? ''}>{sentence(language, heading)}</PageHeading>
        </div>
        {refusal && (
          <p role="alert" className={styles['refusal']}>
            {refusalText(refusal, language, view.office.timeZone, now)}
          </p>
        )}
        <p className={styles['ask']}>{sentence(language, ask)}</p>
        <Typed typed={typed} />
        <p aria-live="polite" className="for-ears">
          {typed === ''
            ? sentence(language, 'typed_nothing')
            : sentence(language, 'typed', { typed: Array.from(asPrinted(typed)).join(' ') })}
        </p>
        <KeyPad signs={signs} language={language} act={act} />
      </main>
      <Choices language={language} act={act}>
        {part === null && (
          <button
            type="button"
            className={choiceStyles['take']}
            aria-busy={isPressed}
            onClick={() => act({ type: 'use-return' })}
          >
            <TicketCheck aria-hidden="true" focusable="false" />
            {sentence(language, isPressed ? 'moment_please' : 'code_use')}
          </button>
        )}
      </Choices>
    </>
  )
}

/** What is to be done at each step. Whoever has begun to type is no longer sent to the scanner, which would still do. */
const steps: Readonly<Record<Part | 'whole', Step>> = {
  letter: { Icon: ScanQrCode, heading: 'code_heading', ask: 'code_letter' },
  digit: { Icon: PencilLine, heading: 'code_copy', ask: 'code_digit' },
  code: { Icon: PencilLine, heading: 'code_copy', ask: 'code_code' },
  whole: { Icon: TicketCheck, heading: 'code_ready', ask: 'code_correct' },
}

interface Step {
  readonly Icon: LucideIcon
  readonly heading: Words
  readonly ask: Words
}
type Words = Parameters<typeof sentence>[1]

/** A place for each sign, the next one marked; number and code stand apart as on the paper. */
function Typed({ typed }: { readonly typed: string }) {
  return (
    <div className={styles['typed']} aria-hidden="true">
      {Array.from({ length: typedLength }, (_, place) => (
        <span
          // Places never move.
          key={place}
          className={styles['sign']}
          data-next={place === typed.length}
          data-begins={place === numberLength}
        >
          {typed[place] ?? ''}
        </span>
      ))}
    </div>
  )
}
