import { CircleHelp } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime, dateOf, moment } from '../../shared/words/when.ts'
import { StaleNote } from '../ui/stale-note.tsx'
import styles from './board-header.module.css'
import type { LobbyProps } from './lobby-screen.tsx'
import { SoundOffNote } from './sound-off-note.tsx'
import { words } from './words.ts'

/** Whose board this is, whether the office is open, the date and the clock; and what the board has to say of itself. */
export function BoardHeader({
  view,
  link,
  language,
  now,
  soundIsOff,
  onSound,
  pairingCode,
  isUnconfirmed,
}: LobbyProps & { readonly view: LobbyView; readonly isUnconfirmed: boolean }) {
  const { office } = view
  return (
    <header className={styles['header']}>
      <div className={styles['office']}>
        <h1 className={styles['name']}>{office.name[language]}</h1>
        <p className={styles['state']}>
          <span>{openingSentence(office, language, now)}</span>
          <StaleNote link={link} language={language} timeZone={office.timeZone} now={now} />
          {pairingCode !== null && <span>{say(words, language, 'pairing', { code: pairingCode })}</span>}
        </p>
        {isUnconfirmed && (
          <p className={styles['unconfirmed']}>
            <CircleHelp aria-hidden="true" focusable="false" width="1.1em" height="1.1em" />
            <span>{say(words, language, 'not_confirmed')}</span>
          </p>
        )}
      </div>
      {soundIsOff && <SoundOffNote language={language} onTouch={onSound} />}
      <div className={styles['when']}>
        <p className={styles['date']}>{dateOf(language, office.timeZone, now)}</p>
        <p className={styles['clock']}>{clockTime(language, office.timeZone, now)}</p>
      </div>
    </header>
  )
}

function openingSentence({ opening, closed, early, timeZone }: OfficeView, language: Language, now: EpochMs): string {
  if (closed) return say(words, language, 'opening_closed')
  const { open, until } = opening
  if (until === null) return say(words, language, open ? 'opening_open' : 'opening_closed')
  const time = moment(language, timeZone, until, now)
  if (open) return say(words, language, 'opening_open_until', { time })
  if (early) return say(words, language, 'opening_early', { time })
  const today = localDate(until, timeZone) === localDate(now, timeZone)
  return say(words, language, today ? 'opening_today' : 'opening_later', { time })
}
