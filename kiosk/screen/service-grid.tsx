import type { Language } from '../../shared/language.ts'
import type { KioskService } from '../../shared/views/kiosk.ts'
import type { Flow } from './flow.ts'
import { ServiceButton } from './service-button.tsx'
import styles from './service-grid.module.css'
import type { Action } from './visit.ts'
import { pressedService } from './pressed-service.ts'
import { sentence } from './words.ts'

/**
 * Services as buttons. They share the room there is in equal parts, and are never smaller than a finger can touch;
 * whatever is around must let more of them scroll.
 */
export function ServiceGrid({
  services,
  flow,
  language,
  fills = false,
  act,
}: {
  readonly services: readonly KioskService[]
  readonly flow: Flow
  readonly language: Language
  /** Takes all the room there is, rather than what the buttons need. */
  readonly fills?: boolean
  readonly act: (action: Action) => void
}) {
  const pressed = pressedService(flow)
  return (
    <ul
      className={styles['services']}
      aria-label={sentence(language, 'services')}
      data-fills={fills}
      data-count={services.length <= 5 ? 'few' : services.length <= 8 ? 'usual' : 'many'}
    >
      {services.map((service) => (
        <li key={service.id} className={styles['service']}>
          <ServiceButton
            service={service}
            language={language}
            pressed={service.id === pressed}
            onTouch={() =>
              act({ type: 'choose', service: service.id, availability: service.availability, by: 'touch' })
            }
          />
        </li>
      ))}
    </ul>
  )
}
