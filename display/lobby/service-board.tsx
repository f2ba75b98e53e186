import {
  Ban,
  CircleCheck,
  CircleHelp,
  DoorClosed,
  Hourglass,
  Info,
  Ticket,
  TicketX,
  type LucideIcon,
} from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import type { NoticesLayout } from './notices-layout.ts'
import styles from './service-board.module.css'
import { standingOf, standingText, type Standing } from './service-standing.ts'
import { words } from './words.ts'

/** Every service of the office with its marks and, in words, whether it can be had; without them while nobody knows. */
export function ServiceBoard({
  view,
  layout,
  isKnown,
  language,
  now,
}: {
  readonly view: LobbyView
  readonly layout: NoticesLayout
  /** The hub was heard lately enough for it still to hold. */
  readonly isKnown: boolean
  readonly language: Language
  readonly now: EpochMs
}) {
  return (
    <section className={styles['board']} aria-labelledby="services">
      <h2 id="services" className={styles['title']}>
        {say(words, language, 'services_title')}
      </h2>
      <ul
        className={styles['services']}
        style={{
          gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
          gridAutoRows: `${layout.rowPx}px`,
          fontSize: `${layout.namePx}px`,
        }}
      >
        {view.services.map((service) => {
          const standing = standingOf(service, view, now)
          const Icon = icons[standing]
          return (
            <li key={service.id} className={styles['service']} data-standing={isKnown ? standing : undefined}>
              <span className={styles['mark']} style={{ fontSize: `${layout.markPx}px` }}>
                <ServiceMark service={service} />
              </span>
              <span className={styles['words']}>
                <span>{service.name[language]}</span>
                {isKnown && (
                  <span className={styles['standing']} style={{ fontSize: `${layout.standingPx}px` }}>
                    <Icon aria-hidden="true" focusable="false" width="1.1em" height="1.1em" />
                    <span>{standingText(standing, language)}</span>
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const icons: Readonly<Record<Standing, LucideIcon>> = {
  open: CircleCheck,
  given: Ticket,
  unconfirmed: CircleHelp,
  noted: Info,
  warned: Hourglass,
  stopped: Ban,
  full: TicketX,
  closed: DoorClosed,
}
