import { Check, Printer } from 'lucide-react'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import { refusalText } from '../../shared/words/refusal-text.ts'
import type { Page } from './flow.ts'
import type { PageProps } from './kiosk-screen.tsx'
import styles from './number-page.module.css'
import { PageHeading } from './page-heading.tsx'
import { paperShown, type PaperShown } from './paper-shown.ts'
import { QrCode } from './qr-code.tsx'
import { TicketPicture } from './ticket-picture.tsx'
import { expectedWait, sentence } from './words.ts'

/** The number, larger than anything else, and what becomes of its paper. */
export function NumberPage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'number' } }) {
  const { taken } = page
  const service = view.services.find(({ id }) => id === taken.service)
  const priority = taken.class === 'priority'
  const paper = paperShown(view, taken.ticket)
  return (
    <main className={styles['main']}>
      <section className={styles['number']}>
        {service && (
          <p className={styles['service']}>
            <ServiceMark service={service} />
            <span>{service.name[language]}</span>
          </p>
        )}
        <hgroup className={styles['group']}>
          <p className={styles['label']}>{sentence(language, priority ? 'priority_number' : 'your_number')}</p>
          <PageHeading className={styles['heading'] ?? ''}>{taken.number}</PageHeading>
        </hgroup>
        {priority ? (
          <p className={styles['ahead']}>{sentence(language, 'priority_earlier')}</p>
        ) : (
          <>
            <p className={styles['ahead']}>
              {taken.ahead === 0
                ? sentence(language, 'ahead_none')
                : sentence(language, 'ahead', { count: taken.ahead })}
            </p>
            {taken.ahead > 0 && taken.wait && <p className={styles['wait']}>{expectedWait(taken.wait, language)}</p>}
          </>
        )}
        {service?.bring && <p className={styles['bring']}>{service.bring[language]}</p>}
      </section>
      <section className={styles['paper']} data-paper={paper.state} aria-live="polite">
        <PaperWords paper={paper} number={taken.number} language={language} />
        {(paper.state === 'not-printed' || paper.state === 'unsure') && (
          <>
            {page.refusal && (
              <p role="alert" className={styles['refusal']}>
                {refusalText(page.refusal, language, view.office.timeZone, now)}
              </p>
            )}
            <figure className={styles['phone']}>
              <QrCode text={`${view.address}/t/${taken.token}`} label={sentence(language, 'phone_code')} />
              <figcaption>{sentence(language, 'phone')}</figcaption>
            </figure>
            {paper.mayAskAgain && (
              <button
                type="button"
                className={styles['again']}
                aria-busy={flow.press !== null}
                onClick={() => act({ type: 'print-again' })}
              >
                <Printer aria-hidden="true" focusable="false" />
                {sentence(language, flow.press === null ? 'print_again' : 'moment_please')}
              </button>
            )}
          </>
        )}
      </section>
      <div className={styles['actions']}>
        <button type="button" className={styles['done']} onClick={() => act({ type: 'leave' })}>
          <Check aria-hidden="true" focusable="false" />
          {sentence(language, 'done')}
        </button>
      </div>
    </main>
  )
}

function PaperWords({
  paper,
  number,
  language,
}: {
  readonly paper: PaperShown
  readonly number: string
  readonly language: PageProps['language']
}) {
  switch (paper.state) {
    case 'printing':
    case 'printed':
      return (
        <>
          <TicketPicture number={number} out={paper.state === 'printed'} />
          <div>
            <p className={styles['strong']}>{sentence(language, paper.state)}</p>
            <p>{sentence(language, `${paper.state}_text`)}</p>
          </div>
        </>
      )
    case 'not-printed':
      return (
        <p className={styles['strong']} role="alert">
          {sentence(language, 'not_printed')}
        </p>
      )
    case 'unsure':
      return <p className={styles['strong']}>{sentence(language, 'unsure')}</p>
    default:
      return paper.state satisfies never
  }
}
