import type { Language } from '../../shared/language.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import type { BoardLayout } from './board-layout.ts'
import { nameSizePx } from './name-size.ts'
import styles from './recent-calls.module.css'
import { words } from './words.ts'

/**
 * The latest calls beside the one that is shown large, newest first, as many as the board has whole rows for. A call
 * that waits for its turn on the board stands here at once.
 */
export function RecentCalls({
  calls,
  shown,
  current,
  layout,
  language,
}: {
  readonly calls: readonly LobbyCall[]
  /** The call that is shown large. */
  readonly shown: LobbyCall | null
  /** Whose turn it is, where that stands first here and nowhere large. */
  readonly current: LobbyCall | null
  readonly layout: BoardLayout
  readonly language: Language
}) {
  const others = calls.filter(({ ticket }) => ticket !== shown?.ticket && ticket !== current?.ticket)
  const listed = current ? [current, ...others] : others
  return (
    <section className={styles['panel']}>
      <h2 id="recent-calls" className={styles['label']}>
        {say(words, language, 'recent_calls')}
      </h2>
      {listed.length === 0 && <p className={styles['none']}>{say(words, language, 'no_recent')}</p>}
      <ul className={styles['list']} aria-labelledby="recent-calls" style={{ fontSize: `${layout.listPx}px` }}>
        {listed.slice(0, layout.rows).map((call) => (
          <li
            key={call.ticket}
            className={styles['row']}
            data-current={call === current || undefined}
            style={{ height: `${layout.rowPx}px` }}
          >
            {layout.hasListMarks && (
              <span className={styles['mark']}>
                <ServiceMark service={call.service} pictogramOnly />
              </span>
            )}
            <span className={styles['number']}>{call.number}</span>
            <CounterName name={call.counter[language]} layout={layout} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The number of a counter stays beside its word: nobody should have to put "Loket" and "1" together. */
function CounterName({ name, layout }: { readonly name: string; readonly layout: BoardLayout }) {
  const numbered = /\S+ \d+$/.exec(name)
  // For its size the two are one word.
  const words = numbered ? name.replace(/ (?=\d+$)/, '\u00a0') : name
  return (
    <span
      className={styles['counter']}
      style={{ fontSize: `${nameSizePx(words, layout.listNameWidthPx, layout.listPx * 0.8, 4)}px` }}
    >
      {numbered ? name.slice(0, numbered.index) : name}
      {numbered && <span className={styles['together']}>{numbered[0]}</span>}
    </span>
  )
}
