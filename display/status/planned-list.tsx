import { CalendarClock } from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PlannedView } from '../../shared/views/common.ts'
import { noticeText, plannedHeading, plannedSentence } from '../../shared/words/notice-text.ts'
import { say } from '../../shared/words/say.ts'
import { spokenIn } from '../ui/spoken-in.ts'
import { Unbroken } from '../ui/unbroken.tsx'
import styles from './planned-list.module.css'
import { words } from './words.ts'

/** What will not work on other days, the next first: what, from when to when, why, what works meanwhile, what to do. */
export function PlannedList({
  planned,
  language,
  timeZone,
  now,
}: {
  readonly planned: readonly PlannedView[]
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
}) {
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="planned" className={styles['planned']}>
      <h2 id="planned">
        <CalendarClock aria-hidden="true" focusable="false" width="1em" height="1em" />
        <span>{say(words, language, 'planned')}</span>
      </h2>
      <ul>
        {planned.map((notice) => {
          const { cause, stillOpen, instruction } = noticeText(notice, language, timeZone, now)
          return (
            <li key={notice.id}>
              <h3>
                <Unbroken text={plannedHeading(notice, language)} />
              </h3>
              <p className={styles['when']}>{plannedSentence(notice, language, timeZone, now)}</p>
              {cause !== null && <p lang={spokenIn(notice.cause, language)}>{cause}</p>}
              {(notice.stillWorks !== null || notice.stillOpen.length > 0) && stillOpen !== null && (
                <p lang={spokenIn(notice.stillWorks, language)}>{stillOpen}</p>
              )}
              {instruction !== null && <p lang={spokenIn(notice.instruction, language)}>{instruction}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
