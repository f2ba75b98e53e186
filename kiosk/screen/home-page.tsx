import { Accessibility, PencilLine, ScanQrCode, Undo2 } from 'lucide-react'
import type { NoticeId } from '../../shared/ids.ts'
import { moment } from '../../shared/words/when.ts'
import { CalmLines } from './calm-lines.tsx'
import styles from './home-page.module.css'
import type { PageProps } from './kiosk-screen.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { dayLines, plannedToday, recoveryLines } from './office-lines.ts'
import { PageHeading } from './page-heading.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { ServiceGrid } from './service-grid.tsx'
import { sentence } from './words.ts'

/** The first page: what one can come for. One touch on a service gives a number. */
export function HomePage({
  view,
  flow,
  language,
  now,
  act,
  onPainted,
}: PageProps & { readonly onPainted: (notice: NoticeId, revision: number) => void }) {
  const { opening, early, timeZone } = view.office
  const givesNumbers = opening.open || early
  const lines = givesNumbers
    ? [
        ...dayLines(view.office, language, 'home'),
        ...recoveryLines(view, language, now),
        ...plannedToday(view, language, now),
      ]
    : []
  const prefers = flow.class === 'priority'
  return (
    <>
      <main className={styles['main']}>
        <NoticeStrip
          notices={view.notices}
          language={language}
          timeZone={timeZone}
          now={now}
          onPainted={onPainted}
          onRead={() => act({ type: 'read-notices' })}
        />
        <div className={styles['title']} data-priority={prefers}>
          {prefers && <Accessibility aria-hidden="true" focusable="false" className={styles['titleIcon']} />}
          <PageHeading className={styles['heading'] ?? ''}>
            {givesNumbers
              ? sentence(language, prefers ? 'choose_priority' : 'choose')
              : sentence(language, 'closed_heading')}
          </PageHeading>
          {!givesNumbers && opening.until !== null && (
            <p>{sentence(language, 'closed_text_until', { time: moment(language, timeZone, opening.until, now) })}</p>
          )}
        </div>
        <CalmLines lines={lines} />
        <ScrollBox language={language} act={act}>
          <ServiceGrid services={view.services} flow={flow} language={language} act={act} fills />
        </ScrollBox>
        {view.printer.state !== 'ready' && (
          <p className={styles['noPaper']}>
            <PencilLine aria-hidden="true" focusable="false" />
            {sentence(language, 'no_paper')}
          </p>
        )}
      </main>
      <section className={styles['others']} aria-label={sentence(language, 'choices')}>
        {givesNumbers && (
          <div className={styles['other']}>
            <button
              type="button"
              className={styles['prefer']}
              data-priority={prefers}
              onClick={() => act({ type: 'prefer', class: prefers ? 'regular' : 'priority' })}
            >
              {prefers ? (
                <Undo2 aria-hidden="true" focusable="false" />
              ) : (
                <Accessibility aria-hidden="true" focusable="false" />
              )}
              <span>{sentence(language, prefers ? 'priority_off' : 'priority')}</span>
            </button>
            <p className={styles['who']}>{sentence(language, 'priority_who')}</p>
          </div>
        )}
        <div className={styles['other']}>
          <button type="button" className={styles['return']} onClick={() => act({ type: 'have-return' })}>
            <ScanQrCode aria-hidden="true" focusable="false" />
            <span>{sentence(language, 'have_return')}</span>
          </button>
          <p className={styles['who']}>{sentence(language, 'have_return_who')}</p>
        </div>
      </section>
    </>
  )
}
