import { WifiOff } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import type { View } from '../../shared/wire.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import en from '../../shared/words/ui/en.json' with { type: 'json' }
import id from '../../shared/words/ui/id.json' with { type: 'json' }
import su from '../../shared/words/ui/su.json' with { type: 'json' }
import { heardTime, type LinkState } from './link.ts'
import styles from './stale-note.module.css'

/**
 * One line that says since when a screen has not heard from the hub. The live region is always there, so that a
 * screen reader hears it fill; it is empty while all is well.
 */
export function StaleNote<V extends View>({
  link,
  language,
  timeZone,
  now,
}: {
  readonly link: LinkState<V>
  readonly language: Language
  readonly timeZone: string
  /** The hub's time in ms. */
  readonly now: number
}) {
  const heard = heardTime(link)
  const stale = link.freshness !== 'live' && link.freshness !== 'connecting' && heard !== null
  return (
    <output className={styles['note']}>
      {stale && (
        <>
          <WifiOff aria-hidden="true" focusable="false" width="1em" height="1em" />
          <span>
            {say({ id, en, su }, language, 'not_live_since', { time: moment(language, timeZone, heard, now) })}
          </span>
        </>
      )}
    </output>
  )
}
