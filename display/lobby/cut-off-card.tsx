import { Ear, WifiOff } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import { heardTime, type LinkState } from '../ui/link.ts'
import { FitBox } from './fit-box.tsx'
import styles from './cut-off-card.module.css'
import { words } from './words.ts'

/** Across the whole board once the hub has been silent too long: how old what stands on it is, and what to do instead. */
export function CutOffCard({
  link,
  language,
  timeZone,
  now,
  unitPx,
  hasNumbers,
}: {
  readonly link: LinkState<LobbyView>
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
  readonly unitPx: number
  /** A board without numbers says only how old it is. */
  readonly hasNumbers: boolean
}) {
  const Icon = hasNumbers ? Ear : WifiOff
  const heard = heardTime(link) ?? now
  const day = localDate(heard, timeZone) === localDate(now, timeZone) ? 'today' : 'earlier'
  return (
    <section className={styles['card']} aria-labelledby="cut-off">
      <Icon className={styles['icon']} aria-hidden="true" focusable="false" />
      <div className={styles['words']}>
        <FitBox sizeMin={1.6 * unitPx} sizeMax={5 * unitPx}>
          <div className={styles['said']}>
            <h2 id="cut-off" className={styles['heading']}>
              {say(words, language, 'important')}
            </h2>
            <output className={styles['text']}>
              {say(words, language, hasNumbers ? `important_${day}` : `old_${day}`, {
                time: moment(language, timeZone, heard, now),
              })}
            </output>
          </div>
        </FitBox>
      </div>
    </section>
  )
}
