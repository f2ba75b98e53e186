import { reaches } from '../../shared/chosen-scope.ts'
import type { EpochMs, ServiceId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { noticeOf, type OutageReport } from './outage-report.ts'
import styles from './staff-page.module.css'
import { sentence } from './words.ts'

/** What everybody will read, in the words of the banner, before it is raised. */
export function ReportSummary({
  report,
  view,
  language,
  now,
}: {
  readonly report: OutageReport
  readonly view: KioskView
  readonly language: Language
  readonly now: EpochMs
}) {
  const text = noticeText(noticeFor(report, view, now), language, view.office.timeZone, now)
  return (
    <section className={styles['summary']} aria-label={sentence(language, 'key_everyone_reads')}>
      <p>{sentence(language, 'key_everyone_reads')}</p>
      <div className={styles['banner']}>
        <h2>{text.heading}</h2>
        {[text.cause, text.stillOpen, text.news].map((said) => said !== null && <p key={said}>{said}</p>)}
      </div>
    </section>
  )
}

function noticeFor(report: OutageReport, view: KioskView, now: EpochMs): NoticeView {
  const { kind, cause, instruction, expectedEnd, nextNews, newTickets, waiting } = noticeOf(report, now)
  const { scope } = report
  const isTouched = (id: ServiceId) => reaches(scope, id, view.systems)
  return {
    // Names nothing that stands: it is only read for its words.
    id: 0 as NoticeView['id'],
    revision: 1,
    kind,
    office: scope.office,
    services: view.services.filter(({ id }) => isTouched(id)),
    stillOpen: view.services.filter(({ id, availability }) => !isTouched(id) && availability !== 'stopped'),
    systems: view.systems.filter(({ id }) => scope.systems.includes(id)),
    cause,
    instruction,
    since: now,
    updatedAt: now,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
    languages: null,
    stillWorks: null,
  }
}
