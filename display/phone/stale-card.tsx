import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PhoneView } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import { heardTime, type LinkState } from '../ui/link.ts'
import styles from './stale-card.module.css'
import { words } from './words.ts'

/** The office has not been heard for a minute: how old this page is, and what still holds. */
export function StaleCard({
  link,
  number,
  language,
  timeZone,
  now,
}: {
  readonly link: LinkState<PhoneView>
  readonly number: string
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
}) {
  const heard = heardTime(link) ?? now
  const today = localDate(heard, timeZone) === localDate(now, timeZone)
  return (
    <section className={styles['card']} aria-labelledby="important">
      <h2 id="important">{say(words, language, 'important')}</h2>
      <p>
        {say(words, language, today ? 'important_today' : 'important_earlier', {
          time: moment(language, timeZone, heard, now),
          number,
        })}
      </p>
    </section>
  )
}
