import type { Language } from '../../shared/language.ts'
import type { PhoneTicket } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime } from '../../shared/words/when.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import styles from './my-number.module.css'
import { words } from './words.ts'

/** The number as it stands on the paper, and what it is for. */
export function MyNumber({
  ticket,
  language,
  timeZone,
}: {
  readonly ticket: PhoneTicket
  readonly language: Language
  readonly timeZone: string
}) {
  return (
    <div className={styles['card']}>
      <h1 className={styles['heading']}>
        <span className={styles['label']}>{say(words, language, 'your_number')}</span>{' '}
        <span className={styles['number']}>{ticket.number}</span>
      </h1>
      <p className={styles['service']}>
        <ServiceMark service={ticket.service} />
        <span>{ticket.service.name[language]}</span>
      </p>
      <p className={styles['taken']}>
        <span>{say(words, language, 'taken', { time: clockTime(language, timeZone, ticket.takenAt) })}</span>
        {ticket.class === 'priority' && <strong>{say(words, language, 'priority')}</strong>}
      </p>
    </div>
  )
}
