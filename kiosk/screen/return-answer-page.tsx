import { Check, TicketCheck } from 'lucide-react'
import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import type { Refusal } from '../../shared/refusals.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import { Choices } from './choices.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import { PageHeading } from './page-heading.tsx'
import styles from './reading-page.module.css'
import { ScrollBox } from './scroll-box.tsx'
import { ServiceGrid } from './service-grid.tsx'
import type { Page } from './visit.ts'
import { sentence } from './words.ts'

/** The place that a return ticket of today has brought back. The paper stays the ticket; its number is called. */
export function ResumedPage({ view, page, language, act }: PageProps & { readonly page: Page & { kind: 'resumed' } }) {
  // A scanned code tells no number, but the machine remembers its latest papers.
  const number = page.number ?? view.papers.find(({ ticket }) => ticket === page.ticket)?.number ?? null
  return (
    <>
      <main className={styles['main']}>
        <div className={styles['title']}>
          <TicketCheck aria-hidden="true" focusable="false" />
          <PageHeading className={styles['heading'] ?? ''}>{sentence(language, 'resumed_heading')}</PageHeading>
        </div>
        {number !== null && <p className={styles['figure']}>{number}</p>}
        <p className={styles['text']}>{sentence(language, 'resumed_text')}</p>
      </main>
      <section className={styles['choices']} aria-label={sentence(language, 'choices')}>
        <button type="button" className={styles['back']} onClick={() => act({ type: 'leave' })}>
          <Check aria-hidden="true" focusable="false" />
          {sentence(language, 'done')}
        </button>
      </section>
    </>
  )
}

/** Why a return ticket brings nothing now, whether it stays good, and what can be had instead. */
export function NotAcceptedPage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'not-accepted' } }) {
  const { refusal } = page
  const { heading, staysGood } = meaningOf(refusal)
  const open = view.services.filter(({ availability }) => availability === 'open')
  const stopping = refusal.reason === 'service-stopped' ? view.notices.filter(({ id }) => id === refusal.notice) : []
  return (
    <>
      <main className={styles['main']}>
        <PageHeading className={styles['heading'] ?? ''}>{sentence(language, heading)}</PageHeading>
        <ScrollBox language={language} act={act}>
          <p className={styles['text']} role="alert">
            {refusalText(refusal, language, view.office.timeZone, now)}
          </p>
          {staysGood && <p className={styles['text']}>{sentence(language, 'return_stays')}</p>}
          <NoticeBanner notices={stopping} language={language} timeZone={view.office.timeZone} now={now} />
          {refusal.reason !== 'ticket-of-today' && open.length > 0 && (
            <section>
              <h2 className={styles['subheading']}>{sentence(language, 'still_open')}</h2>
              <ServiceGrid services={open} flow={flow} language={language} act={act} />
            </section>
          )}
        </ScrollBox>
      </main>
      <Choices language={language} act={act} />
    </>
  )
}

function meaningOf({ reason }: Refusal) {
  switch (reason) {
    case 'ticket-of-today':
      return { heading: 'today_heading', staysGood: false } as const
    case 'return-used':
    case 'return-expired':
    case 'no-such-service':
      return { heading: 'return_over_heading', staysGood: false } as const
    default:
      return { heading: 'return_later_heading', staysGood: true } as const
  }
}
