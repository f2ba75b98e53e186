import { Ticket } from 'lucide-react'
import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import type { Refusal } from '../../shared/refusals.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import { moment } from '../../shared/words/when.ts'
import { Choices } from './choices.tsx'
import type { Page } from './flow.ts'
import type { PageProps } from './kiosk-screen.tsx'
import { PageHeading } from './page-heading.tsx'
import styles from './reading-page.module.css'
import { ScrollBox } from './scroll-box.tsx'
import { ServiceGrid } from './service-grid.tsx'
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
  const pressed = flow.press?.order.type === 'TakeTicket' ? flow.press.order.service : null
  return (
    <>
      <main className={styles['main']}>
        <div className={styles['title']}>
          {service && <ServiceMark service={service} />}
          <PageHeading className={styles['heading'] ?? ''}>
            {page.refusal ? sentence(language, 'refused_heading') : headingFor(service, notices, language)}
          </PageHeading>
        </div>
        <ScrollBox language={language} act={act}>
          <Why {...{ view, service, refusal: page.refusal, language, now }} />
          <NoticeBanner notices={notices} language={language} timeZone={view.office.timeZone} now={now} />
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
            aria-busy={service.id === pressed}
            onClick={() => act({ type: 'take', service: service.id })}
          >
            <Ticket aria-hidden="true" focusable="false" />
            {sentence(language, takeWords(service, pressed))}
          </button>
        )}
      </Choices>
    </>
  )
}

function takeWords(service: KioskService, pressed: KioskService['id'] | null) {
  if (service.id === pressed) return 'moment_please'
  return service.availability === 'warned' ? 'take_anyway' : 'take_number'
}

/** The plain words where no notice says it: the visitor's own press was refused, or there are no numbers now. */
function Why({
  view,
  service,
  refusal,
  language,
  now,
}: {
  readonly view: KioskView
  readonly service: KioskService | undefined
  readonly refusal: Refusal | null
  readonly language: Language
  readonly now: number
}) {
  const { timeZone, opening } = view.office
  if (refusal)
    return (
      <p className={styles['text']} role="alert">
        {refusalText(refusal, language, timeZone, now)}
      </p>
    )
  if (!service) return null
  switch (service.availability) {
    case 'full':
      return <p className={styles['text']}>{sentence(language, 'full_text')}</p>
    case 'closed':
      return (
        <p className={styles['text']}>
          {opening.until === null
            ? sentence(language, 'closed_text')
            : sentence(language, 'closed_text_until', { time: moment(language, timeZone, opening.until, now) })}
        </p>
      )
    case 'open':
      return <p className={styles['text']}>{sentence(language, 'open_text')}</p>
    case 'warned':
    case 'stopped':
      return null
    default:
      return service.availability satisfies never
  }
}

function headingFor(service: KioskService | undefined, notices: readonly NoticeView[], language: Language): string {
  if (!service) return sentence(language, 'refused_heading')
  const name = { service: service.name[language] }
  switch (service.availability) {
    case 'closed':
      return sentence(language, 'closed_heading')
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
