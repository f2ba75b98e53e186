import { Ban, CircleCheck, DoorClosed, Hourglass, TicketX, type LucideIcon } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import type { ServiceAvailability } from '../../shared/views/common.ts'
import type { StatusView } from '../../shared/views/status.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import styles from './service-list.module.css'
import { words } from './words.ts'

/** Every service of the office, how it stands, and how many wait where numbers are given. */
export function ServiceList({
  services,
  isOld,
  language,
}: {
  readonly services: StatusView['services']
  /** Heard so long ago that how many wait no longer holds. */
  readonly isOld: boolean
  readonly language: Language
}) {
  return (
    <section aria-labelledby="services" className={styles['services']}>
      <h2 id="services">{say(words, language, 'services')}</h2>
      <ul>
        {services.map((service) => {
          const Icon = icons[service.availability]
          const saysWaiting = !isOld && isGiven(service.availability)
          return (
            <li key={service.id} className={styles['service']} data-alone={!saysWaiting || undefined}>
              <ServiceMark service={service} />
              <span className={styles['name']}>{service.name[language]}</span>
              <span className={styles['state']} data-works={isGiven(service.availability) || undefined}>
                <Icon aria-hidden="true" focusable="false" width="1.15em" height="1.15em" />
                <span>{say(words, language, availabilityKeys[service.availability])}</span>
              </span>
              {saysWaiting && (
                <span className={styles['waiting']}>
                  {service.waiting === 0
                    ? say(words, language, 'waiting_none')
                    : say(words, language, 'waiting', { count: service.waiting })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function isGiven(availability: ServiceAvailability): boolean {
  return availability === 'open' || availability === 'warned'
}

const availabilityKeys = {
  open: 'open',
  warned: 'warned',
  stopped: 'stopped',
  full: 'full',
  closed: 'service_closed',
} as const satisfies Record<ServiceAvailability, string>

const icons: Readonly<Record<ServiceAvailability, LucideIcon>> = {
  open: CircleCheck,
  warned: Hourglass,
  stopped: Ban,
  full: TicketX,
  closed: DoorClosed,
}
