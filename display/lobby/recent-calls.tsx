import type { Language } from '../../shared/language.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import type { BoardLayout } from './board-layout.ts'
import type { Showing } from './call-queue.ts'
import { nameSizePx } from './name-size.ts'
import styles from './recent-calls.module.css'
import { words } from './words.ts'

/** The latest calls, newest first, as many as the board has whole rows for. A call stands here at once. */
export function RecentCalls({
  calls,
  showing,
  layout,
  language,
}: {
  readonly calls: readonly LobbyCall[]
  readonly showing: Showing | null
  readonly layout: BoardLayout
  readonly language: Language
}) {
  return (
    <section className={styles['panel']}>
      <h2 id="recent-calls" className={styles['label']}>
        {say(words, language, 'recent_calls')}
      </h2>
      {calls.length === 0 && <p className={styles['none']}>{say(words, language, 'no_recent')}</p>}
      <ul className={styles['list']} aria-labelledby="recent-calls" style={{ fontSize: `${layout.listPx}px` }}>
        {calls.slice(0, layout.rows).map((call) => (
          <li
            key={call.ticket}
            className={styles['row']}
            style={{ height: `${layout.rowPx}px` }}
            data-showing={showing?.call.call === call.call || undefined}
          >
            <span className={styles['mark']}>
              <ServiceMark service={call.service} pictogramOnly />
            </span>
            <span className={styles['number']}>{call.number}</span>
            <span
              className={styles['counter']}
              style={{
                fontSize: `${nameSizePx(call.counter[language], layout.listNameWidthPx, layout.listPx * 0.8, 4)}px`,
              }}
            >
              {call.counter[language]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
