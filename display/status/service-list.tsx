import { Ban, CircleCheck, CircleHelp, DoorClosed, Hourglass, Ticket, TicketX, type LucideIcon } from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView, ServiceAvailability } from '../../shared/views/common.ts'
import type { StatusView } from '../../shared/views/status.ts'
import { noticeBrief } from '../../shared/words/notice-text.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import styles from './service-list.module.css'
import { words } from './words.ts'

/**
 * Every service of the office and whether it can be had today: how it stands, how many wait, how many places are left,
 * and where a notice touches it when there will be news. What a notice touches is as yellow as the notice.
 */
export function ServiceList({
  view: { services, notices, office },
  isUnconfirmed,
  isOld,
  language,
  now,
}: {
  readonly view: StatusView
  /** Nobody has said yet that what is not known to be down works. */
  readonly isUnconfirmed: boolean
  /** Heard so long ago that how many wait no longer holds. */
  readonly isOld: boolean
  readonly language: Language
  readonly now: EpochMs
}) {
  return (
    <section aria-labelledby="services" className={styles['services']}>
      <h2 id="services">{say(words, language, 'services')}</h2>
      <ul>
        {services.map((service) => {
          const standing = standingOf(service.availability, isUnconfirmed, office.early)
          const Icon = icons[standing]
          const notice = isTouched(service.availability) ? gravestOf(notices, service) : undefined
          const when = notice && noticeBrief(notice, language, office.timeZone, now).when
          const figures = isOld || !isGiven(service.availability) ? [] : figuresOf(service, language)
          return (
            <li key={service.id} className={styles['service']} data-noticed={notice !== undefined || undefined}>
              <ServiceMark service={service} />
              <span className={styles['name']}>{service.name[language]}</span>
              <span className={styles['standing']}>
                <span className={styles['state']} data-works={isGiven(service.availability) || undefined}>
                  <Icon aria-hidden="true" focusable="false" width="1.15em" height="1.15em" />
                  <span>{say(words, language, standing)}</span>
                </span>
                {[...(when ? [when] : []), ...figures].map((text) => (
                  <span key={text} className={styles['more']}>
                    {text}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Service = StatusView['services'][number]
type Standing = 'open' | 'given' | 'row_unconfirmed' | 'warned' | 'stopped' | 'full' | 'service_closed'

function standingOf(availability: ServiceAvailability, isUnconfirmed: boolean, isEarly: boolean): Standing {
  switch (availability) {
    case 'open':
      return isUnconfirmed ? 'row_unconfirmed' : isEarly ? 'given' : 'open'
    case 'closed':
      return 'service_closed'
    case 'warned':
    case 'stopped':
    case 'full':
      return availability
    default:
      return availability satisfies never
  }
}

function isGiven(availability: ServiceAvailability): boolean {
  return availability === 'open' || availability === 'warned'
}

function isTouched(availability: ServiceAvailability): boolean {
  return availability === 'stopped' || availability === 'warned'
}

/** Notices come with the gravest first. */
function gravestOf(notices: readonly NoticeView[], { id }: Service): NoticeView | undefined {
  return notices.find(({ kind, services }) => kind !== 'information' && services.some((touched) => touched.id === id))
}

function figuresOf({ waiting, placesLeft }: Service, language: Language): readonly string[] {
  const waits =
    waiting === 0 ? say(words, language, 'waiting_none') : say(words, language, 'waiting', { count: waiting })
  if (placesLeft === null) return [waits]
  const { count, until } = placesLeft
  if (until === 'quota') return [say(words, language, 'places', { count }), waits]
  return count > closingCountMax ? [waits] : [say(words, language, 'places_closing', { count }), waits]
}

/** What counters can do until closing is a guess: told once it may matter to whoever sets out now. */
const closingCountMax = 50

const icons: Readonly<Record<Standing, LucideIcon>> = {
  open: CircleCheck,
  given: Ticket,
  row_unconfirmed: CircleHelp,
  warned: Hourglass,
  stopped: Ban,
  full: TicketX,
  service_closed: DoorClosed,
}
