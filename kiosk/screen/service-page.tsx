import { Ticket, TicketCheck } from 'lucide-react'
import { useId } from 'react'
import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { CalmLines } from './calm-lines.tsx'
import { Choices } from './choices.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import { plannedFor, recoveryLines } from './office-lines.ts'
import { PageHeading } from './page-heading.tsx'
import { pressedService } from './pressed-service.ts'
import styles from './reading-page.module.css'
import { ScrollBox } from './scroll-box.tsx'
import { ServiceGrid } from './service-grid.tsx'
import { ServiceWords } from './service-words.tsx'
import type { Page } from './visit.ts'
import { sentence } from './words.ts'

/**
 * What is to be known before, or instead of, a number: why there is none, what can be had instead, and the way back.
 * It follows the service: when numbers are given again while somebody reads, it offers one.
 */
export function ServicePage({
  view,
  flow,
  page,
  language,
  now,
  act,
}: PageProps & { readonly page: Page & { kind: 'service' } }) {
  const service = view.services.find(({ id }) => id === page.service)
  const gives = service?.availability === 'open' || service?.availability === 'warned'
  const others = view.services.filter(({ id, availability }) => id !== page.service && availability === 'open')
  const notices = service ? noticesFor(view, service) : []
  // What is full or closed has no numbers, whatever a notice says of them.
  const told = gives
    ? notices
    : notices.map((notice) => (notice.newTickets === 'warn' ? withoutNumbers(notice) : notice))
  const isPressed = service !== undefined && service.id === pressedService(flow)
  return (
    <>
      <main className={styles['main']}>
        <div className={styles['title']}>
          {service && <ServiceMark service={service} />}
          <PageHeading className={styles['heading'] ?? ''}>
            {page.refusal
              ? sentence(language, 'refused_heading')
              : headingFor(service, notices, view.office.opening.open || view.office.early, language)}
          </PageHeading>
        </div>
        <ScrollBox language={language} act={act}>
          <ServiceWords {...{ view, service, refusal: page.refusal, language, now }} />
          <NoticeBanner notices={told} language={language} timeZone={view.office.timeZone} now={now} />
          {service && <CalmLines lines={recoveryLines(view, language, now, service)} />}
          {service && <Planned sentences={plannedFor(view, language, now, service)} language={language} />}
          {!gives && others.length > 0 && (
            <section>
              <h2 className={styles['subheading']}>{sentence(language, 'still_open')}</h2>
              <ServiceGrid services={others} flow={flow} language={language} act={act} />
            </section>
          )}
        </ScrollBox>
      </main>
      <Choices language={language} act={act}>
        {service && gives && (
          <button
            type="button"
            className={styles['take']}
            aria-busy={isPressed}
            onClick={() => act({ type: 'take', service: service.id })}
          >
            <Ticket aria-hidden="true" focusable="false" />
            {sentence(language, isPressed ? 'moment_please' : takeWords(service))}
          </button>
        )}
        {service?.givesReturns && (
          <button
            type="button"
            className={styles['take']}
            aria-busy={isPressed}
            onClick={() => act({ type: 'take-return', service: service.id })}
          >
            <TicketCheck aria-hidden="true" focusable="false" />
            <span className={styles['offer']}>
              <span>{sentence(language, isPressed ? 'moment_please' : 'return_take')}</span>{' '}
              <span className={styles['rule']}>{sentence(language, 'return_rule')}</span>
            </span>
          </button>
        )}
      </Choices>
    </>
  )
}

function Planned({ sentences, language }: { readonly sentences: readonly string[]; readonly language: Language }) {
  const headingId = useId()
  if (sentences.length === 0) return null
  return (
    <section className={styles['planned']} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles['subheading']}>
        {sentence(language, 'planned_heading')}
      </h2>
      {sentences.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  )
}

function takeWords({ availability }: KioskService) {
  return availability === 'warned' ? 'take_anyway' : 'take_number'
}

function headingFor(
  service: KioskService | undefined,
  notices: readonly NoticeView[],
  officeGives: boolean,
  language: Language,
): string {
  if (!service) return sentence(language, 'refused_heading')
  const name = { service: service.name[language] }
  switch (service.availability) {
    case 'closed':
      return officeGives ? sentence(language, 'closed_service_heading', name) : sentence(language, 'closed_heading')
    case 'full':
      return sentence(language, 'full_heading', name)
    case 'open':
      return sentence(language, 'open_heading', name)
    case 'stopped':
      return sentence(language, 'stopped_heading', name)
    case 'warned':
      return notices.length > 0 ? sentence(language, 'warned_heading') : sentence(language, 'open_heading', name)
    default:
      return service.availability satisfies never
  }
}

function noticesFor(view: KioskView, service: KioskService): readonly NoticeView[] {
  return view.notices.filter(({ office, services }) => office || services.some(({ id }) => id === service.id))
}

function withoutNumbers(notice: NoticeView): NoticeView {
  return { ...notice, newTickets: 'give' }
}
