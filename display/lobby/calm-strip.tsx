import { CalendarClock } from 'lucide-react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PlannedView, RecoveryView } from '../../shared/views/common.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { plannedLine } from '../../shared/words/notice-text.ts'
import { say } from '../../shared/words/say.ts'
import { Recoveries } from '../ui/recoveries.tsx'
import styles from './calm-strip.module.css'
import { FitBox } from './fit-box.tsx'
import { words } from './words.ts'

/** Where the banner was, and not yellow: what works again, or else what is planned. */
export function CalmStrip({
  recoveries,
  planned,
  language,
  timeZone,
  now,
  unitPx,
}: {
  readonly recoveries: readonly RecoveryView[]
  readonly planned: PlannedView | null
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
  readonly unitPx: number
}) {
  return (
    <div className={styles['strip']}>
      <FitBox sizeMin={2 * unitPx} sizeMax={3 * unitPx}>
        {recoveries.length > 0 ? (
          <Recoveries recoveries={recoveries} language={language} timeZone={timeZone} now={now} />
        ) : (
          planned && (
            <section className={styles['planned']} aria-label={say(words, language, 'planned')}>
              <CalendarClock aria-hidden="true" focusable="false" width="1.3em" height="1.3em" />
              <p>{plannedLine(planned, language, timeZone, now)}</p>
            </section>
          )
        )}
      </FitBox>
    </div>
  )
}

/** The next notice that is set for later, told a day ahead, while there is nothing else to tell. */
export function nextPlanned({ notices, recoveries, planned }: LobbyView, now: EpochMs): PlannedView | null {
  if (notices.length > 0 || recoveries.length > 0) return null
  return planned.find(({ since }) => since > now && since - now <= dayMs) ?? null
}

const dayMs = 24 * 60 * 60_000
