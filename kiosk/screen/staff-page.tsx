import { ArrowLeft, ArrowRight, Check, Megaphone, ServerOff } from 'lucide-react'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import { reaches } from '../../shared/chosen-scope.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import type { PageProps } from './kiosk-screen.tsx'
import { KeyPad } from './key-pad.tsx'
import { isChosen, isNamed, isWhole, noticeOf, reportLimits, type OutageReport } from './outage-report.ts'
import { PageHeading } from './page-heading.tsx'
import { causes, causeSentence } from './prepared-causes.ts'
import { ReportSummary } from './report-summary.tsx'
import { ScrollBox } from './scroll-box.tsx'
import styles from './staff-page.module.css'
import type { Action, Page } from './visit.ts'
import { sentence } from './words.ts'

/**
 * For staff who hold the outage key: what does not work, why, and who says so. The page has the whole screen, and leaves
 * nothing behind; nobody stays signed in at a machine in the hall.
 */
export function StaffPage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'staff' } }) {
  const { report } = page
  const isPressed = flow.press !== null
  return (
    <main className={styles['main']}>
      <p className={styles['for']}>{sentence(language, 'key_heading')}</p>
      <PageHeading key={report.step} className={styles['heading'] ?? ''}>
        {sentence(language, headings[report.step])}
      </PageHeading>
      <Step {...{ view, report, language, now, act }} />
      <div className={styles['bar']}>
        <Back report={report} language={language} act={act} />
        {(report.step === 'what' || report.step === 'name') && (
          <button
            type="button"
            className={styles['next']}
            disabled={!(report.step === 'what' ? isChosen(report) : isNamed(report))}
            onClick={() => act({ type: 'report', action: { type: 'next' } })}
          >
            {sentence(language, 'key_next')}
            <ArrowRight aria-hidden="true" focusable="false" />
          </button>
        )}
        {report.step === 'pin' && (
          <button
            type="button"
            className={styles['next']}
            disabled={!isWhole(report)}
            aria-busy={isPressed}
            onClick={() => act({ type: 'raise', content: noticeOf(report, now) })}
          >
            <Megaphone aria-hidden="true" focusable="false" />
            {sentence(language, isPressed ? 'moment_please' : 'key_raise')}
          </button>
        )}
      </div>
    </main>
  )
}

interface StepProps {
  readonly view: KioskView
  readonly report: OutageReport
  readonly language: PageProps['language']
  readonly now: EpochMs
  readonly act: (action: Action) => void
}

function Step({ view, report, language, now, act }: StepProps) {
  switch (report.step) {
    case 'what':
      return (
        <ScrollBox language={language} act={act}>
          <ul className={styles['choices']} aria-label={sentence(language, 'key_what')}>
            {view.systems.map(({ id, name }) => (
              <Choice
                key={id}
                isChosen={report.scope.systems.includes(id)}
                onTouch={() => act({ type: 'report', action: { type: 'system', system: id, systems: view.systems } })}
                mark={<ServerOff aria-hidden="true" focusable="false" className={styles['system']} />}
                text={name[language]}
              />
            ))}
            <Choice
              isChosen={report.scope.office}
              onTouch={() => act({ type: 'report', action: { type: 'office' } })}
              text={sentence(language, 'key_office')}
            />
            {view.services.map((service) => (
              <Choice
                key={service.id}
                isChosen={reaches(report.scope, service.id, view.systems)}
                onTouch={() =>
                  act({ type: 'report', action: { type: 'service', service: service.id, systems: view.systems } })
                }
                mark={<ServiceMark service={service} />}
                text={service.name[language]}
              />
            ))}
          </ul>
        </ScrollBox>
      )
    case 'why':
      return (
        <ScrollBox language={language} act={act}>
          <ul className={styles['choices']} aria-label={sentence(language, 'key_why')}>
            {[...causes, null].map((cause) => (
              <Choice
                key={cause}
                onTouch={() => act({ type: 'report', action: { type: 'cause', cause } })}
                text={cause === null ? sentence(language, 'key_why_unknown') : causeSentence(cause, language)}
              />
            ))}
          </ul>
        </ScrollBox>
      )
    case 'name':
      return (
        <>
          <p aria-live="polite" className={styles['typed']}>
            {report.name}
          </p>
          <KeyPad signs={alphabet} space language={language} act={act} />
        </>
      )
    case 'pin':
      return (
        <div className={styles['pin']}>
          <div className={styles['entry']}>
            <Trouble report={report} view={view} language={language} now={now} />
            <p aria-hidden="true" className={styles['dots']}>
              {Array.from({ length: reportLimits.pinLength }, (_, place) => (
                <span key={place} data-typed={place < report.pin.length} />
              ))}
            </p>
            <p aria-live="polite" className="for-ears">
              {sentence(language, 'key_pin_typed', { count: report.pin.length })}
            </p>
            <KeyPad signs={digits} language={language} act={act} />
          </div>
          <ReportSummary report={report} view={view} language={language} now={now} />
        </div>
      )
    case 'raised':
      return <p className={styles['text']}>{sentence(language, 'key_raised_text')}</p>
    default:
      return report.step satisfies never
  }
}

function Choice({
  isChosen,
  mark,
  text,
  onTouch,
}: {
  /** Absent where one touch chooses and goes on. */
  readonly isChosen?: boolean
  readonly mark?: React.ReactNode
  readonly text: string
  readonly onTouch: () => void
}) {
  return (
    <li>
      <button type="button" className={styles['choice']} aria-pressed={isChosen} onClick={onTouch}>
        {mark}
        <span>{text}</span>
        {isChosen && <Check aria-hidden="true" focusable="false" className={styles['tick']} />}
      </button>
    </li>
  )
}

function Trouble({ report: { trouble }, view, language, now }: Omit<StepProps, 'act'>) {
  if (trouble === null) return null
  return (
    <p role="alert" className={styles['trouble']}>
      {trouble === 'no-answer'
        ? sentence(language, 'key_no_answer')
        : refusalText(trouble, language, view.office.timeZone, now)}
    </p>
  )
}

function Back({ report, language, act }: Pick<StepProps, 'report' | 'language' | 'act'>) {
  const isOver = report.step === 'raised'
  return (
    <button type="button" className={styles['back']} onClick={() => act({ type: 'leave' })}>
      {isOver ? <Check aria-hidden="true" focusable="false" /> : <ArrowLeft aria-hidden="true" focusable="false" />}
      {sentence(language, isOver ? 'done' : 'back')}
    </button>
  )
}

const headings = {
  what: 'key_what',
  why: 'key_why',
  name: 'key_name',
  pin: 'key_pin',
  raised: 'key_raised_heading',
} as const satisfies Record<OutageReport['step'], string>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = '1234567890'
