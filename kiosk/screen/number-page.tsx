import { Check } from 'lucide-react'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import { dayOf } from '../../shared/words/when.ts'
import { CalmLines } from './calm-lines.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import styles from './number-page.module.css'
import { dayLines, plannedToday } from './office-lines.ts'
import { PageHeading } from './page-heading.tsx'
import { PaperBox } from './paper-box.tsx'
import { paperShown } from './paper-shown.ts'
import type { Page, TakenNumber, TakenReturn } from './visit.ts'
import { expectedWait, sentence } from './words.ts'

/** The number, larger than anything else, and what becomes of its paper; or the return ticket, and when it is good. */
export function NumberPage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'number' } }) {
  const { taken } = page
  const service = view.services.find(({ letter }) => taken.number.startsWith(letter))
  const { state } = paperShown(view, taken.ticket)
  const hasPaper = taken.kind === 'number' || state === 'printing' || state === 'printed'
  return (
    <main className={styles['main']} data-kind={taken.kind}>
      <section className={styles['number']}>
        {service && (
          <p className={styles['service']}>
            <ServiceMark service={service} />
            <span>{service.name[language]}</span>
          </p>
        )}
        <hgroup className={styles['group']}>
          <p className={styles['label']}>{sentence(language, labelOf(taken))}</p>
          <PageHeading className={styles['heading'] ?? ''}>{taken.number}</PageHeading>
        </hgroup>
        {taken.kind === 'return' ? (
          <Validity taken={taken} hasPaper={hasPaper} language={language} />
        ) : (
          <>
            <Place taken={taken} language={language} />
            <CalmLines
              lines={[
                ...dayLines(view.office, language, 'number'),
                ...(service ? plannedToday(view, language, now, service) : []),
              ]}
            />
          </>
        )}
        {service?.bring && hasPaper && <p className={styles['bring']}>{service.bring[language]}</p>}
      </section>
      <PaperBox view={view} page={page} busy={flow.press !== null} language={language} now={now} act={act} />
      <div className={styles['actions']}>
        <button type="button" className={styles['done']} onClick={() => act({ type: 'leave' })}>
          <Check aria-hidden="true" focusable="false" />
          {sentence(language, 'done')}
        </button>
      </div>
    </main>
  )
}

function labelOf(taken: TakenNumber | TakenReturn) {
  if (taken.kind === 'return') return 'return_ticket'
  switch (taken.class) {
    case 'regular':
      return 'your_number'
    case 'priority':
      return 'priority_number'
    case 'return':
      return 'new_number'
    default:
      return taken.class satisfies never
  }
}

/** Where the number stands in the line. Who goes earlier is promised no place: it depends on who else comes. */
function Place({ taken, language }: { readonly taken: TakenNumber; readonly language: PageProps['language'] }) {
  if (taken.class !== 'regular')
    return (
      <p className={styles['ahead']}>
        {sentence(language, taken.class === 'return' ? 'return_accepted' : 'priority_earlier')}
      </p>
    )
  return (
    <>
      <p className={styles['ahead']}>
        {taken.ahead === 0 ? sentence(language, 'ahead_none') : sentence(language, 'ahead', { count: taken.ahead })}
      </p>
      {taken.ahead > 0 && taken.wait && <p className={styles['wait']}>{expectedWait(taken.wait, language)}</p>}
    </>
  )
}

/** When a return ticket is good. What to do with it is said here while its paper comes, else where it is written down. */
function Validity({
  taken,
  hasPaper,
  language,
}: {
  readonly taken: TakenReturn
  readonly hasPaper: boolean
  readonly language: PageProps['language']
}) {
  const days = { from: dayOf(language, taken.from), until: dayOf(language, taken.until) }
  return (
    <>
      <p className={styles['ahead']}>{sentence(language, 'return_days', days)}</p>
      {hasPaper && (
        <>
          <p className={styles['wait']}>{sentence(language, 'return_rule')}</p>
          <p className={styles['wait']}>{sentence(language, 'return_how')}</p>
        </>
      )}
    </>
  )
}
