import { Clock, Info, Ticket, Users } from 'lucide-react'
import { ServiceMark } from '../../display/ui/service-mark.tsx'
import { Unbroken } from '../../display/ui/unbroken.tsx'
import type { Language } from '../../shared/language.ts'
import type { KioskService } from '../../shared/views/kiosk.ts'
import styles from './service-button.module.css'
import { buttonName, placesWords, sentence, shortWait, waitingWords } from './words.ts'

/**
 * One service: its mark, its name, and how many wait and how long, or why there is no number for it now. A service
 * without numbers can be touched too: that is how one learns why. What is short for the eye is said in full to the ear.
 */
export function ServiceButton({
  service,
  language,
  pressed = false,
  onTouch,
}: {
  readonly service: KioskService
  readonly language: Language
  /** It has been touched, and the hub has not answered yet. */
  readonly pressed?: boolean
  readonly onTouch: () => void
}) {
  const gives = service.availability === 'open' || service.availability === 'warned'
  const name = service.name[language]
  return (
    <button type="button" className={styles['button']} aria-busy={pressed} data-gives={gives} onClick={onTouch}>
      <span className="for-ears">{buttonName(service, language)}</span>
      <span className={styles['card']} aria-hidden="true">
        <span
          className={styles['mark']}
          style={gives ? { backgroundColor: `var(--service-${service.colour})` } : undefined}
        >
          <ServiceMark service={service} />
        </span>
        <span className={styles['words']}>
          <span className={styles['name']} data-long={name.length > longName}>
            <Unbroken text={name} />
          </span>
          {pressed ? (
            <span className={styles['line']}>{sentence(language, 'moment_please')}</span>
          ) : (
            <Line service={service} language={language} />
          )}
        </span>
      </span>
    </button>
  )
}

function Line({ service, language }: { readonly service: KioskService; readonly language: Language }) {
  switch (service.availability) {
    case 'open': {
      const wait = shortWait(service, language)
      const places = placesWords(service, language)
      return (
        <span className={styles['line']}>
          <span className={styles['figure']}>
            <Users aria-hidden="true" focusable="false" />
            {waitingWords(service, language)}
          </span>
          {wait !== null && (
            <span className={styles['figure']}>
              <Clock aria-hidden="true" focusable="false" />
              {wait}
            </span>
          )}
          {places !== null && (
            <span className={styles['figure']}>
              <Ticket aria-hidden="true" focusable="false" />
              {places}
            </span>
          )}
        </span>
      )
    }
    case 'warned':
    case 'stopped':
      return (
        <span className={styles['notice']}>
          <Info aria-hidden="true" focusable="false" />
          {sentence(language, service.availability)}
        </span>
      )
    case 'full':
    case 'closed':
      return <span className={styles['line']}>{sentence(language, service.availability)}</span>
    default:
      return service.availability satisfies never
  }
}

/** Characters from which a name is written smaller, so that it stands in two lines. */
const longName = 26
