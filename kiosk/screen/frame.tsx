import type { ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { clockTime, dateOf, moment } from '../../shared/words/when.ts'
import type { Action } from './visit.ts'
import styles from './frame.module.css'
import { sentence } from './words.ts'

/** What stays on the screen whatever page is shown: the office, the time, whether it is open, and the languages. */
export function Frame({
  office,
  language,
  now,
  act,
  children,
}: {
  readonly office: OfficeView
  readonly language: Language
  readonly now: number
  readonly act: (action: Action) => void
  readonly children: ReactNode
}) {
  const { name, opening, closed, languages, timeZone } = office
  return (
    <>
      <header className={styles['header']}>
        <p className={styles['office']}>{name[language]}</p>
        <p className={styles['time']}>
          <time className={styles['clock']}>{clockTime(language, timeZone, now)}</time>
          <span className={styles['date']}>{dateOf(language, timeZone, now)}</span>
        </p>
        <p className={styles['opening']} data-open={opening.open && !closed}>
          {openingSentence(office, language, now)}
        </p>
        {languages.length > 1 && (
          <nav className={styles['languages']} aria-label={sentence(language, 'languages')}>
            {languages.map((other) => (
              <button
                key={other}
                type="button"
                lang={other}
                className={styles['language']}
                aria-pressed={other === language}
                onClick={() => act({ type: 'speak', language: other })}
              >
                {sentence(other, 'own_name')}
              </button>
            ))}
          </nav>
        )}
      </header>
      {children}
    </>
  )
}

function openingSentence(
  { opening: { open, until }, closed, early, timeZone }: OfficeView,
  language: Language,
  now: number,
) {
  if (closed) return sentence(language, 'closed')
  if (early && until !== null)
    return sentence(language, 'counters_open', { time: clockTime(language, timeZone, until) })
  if (until === null) return sentence(language, open ? 'open_always' : 'closed')
  return sentence(language, open ? 'open_until' : 'closed_until', { time: moment(language, timeZone, until, now) })
}
