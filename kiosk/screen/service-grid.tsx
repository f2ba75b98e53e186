import { ChevronDown, ChevronUp } from 'lucide-react'
import { useRef } from 'react'
import type { Language } from '../../shared/text.ts'
import type { KioskService } from '../../shared/views/kiosk.ts'
import type { Action, Flow } from './flow.ts'
import { ServiceButton } from './service-button.tsx'
import styles from './service-grid.module.css'
import { useOverflow } from './use-overflow.ts'
import { sentence } from './words.ts'

/**
 * The services as buttons in equal shares of the room there is. Where there are more than fit at a size a finger can
 * touch, the rest is reached by one large button, screenful by screenful.
 */
export function ServiceGrid({
  services,
  flow,
  language,
  act,
}: {
  readonly services: readonly KioskService[]
  readonly flow: Flow
  readonly language: Language
  readonly act: (action: Action) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const rest = useOverflow(list)
  const pressed = flow.press?.order.type === 'TakeTicket' ? flow.press.order.service : null
  return (
    <div className={styles['around']}>
      <ul
        ref={list}
        className={styles['services']}
        aria-label={sentence(language, 'services')}
        data-size={services.length <= 4 ? 'few' : services.length <= 8 ? 'usual' : 'many'}
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
      {rest !== 'none' && (
        <button
          type="button"
          className={styles['more']}
          onClick={() => {
            act({ type: 'stay' })
            const box = list.current
            box?.scrollTo({ top: rest === 'below' ? box.scrollTop + box.clientHeight * screenfulShare : 0 })
          }}
        >
          {rest === 'below' ? (
            <ChevronDown aria-hidden="true" focusable="false" />
          ) : (
            <ChevronUp aria-hidden="true" focusable="false" />
          )}
          {sentence(language, rest === 'below' ? 'more_services' : 'first_services')}
        </button>
      )}
    </div>
  )
}

/** So that the last row seen before is the first one seen after. */
const screenfulShare = 0.8
