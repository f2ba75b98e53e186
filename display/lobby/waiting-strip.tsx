import { memo } from 'react'
import type { Language } from '../../shared/language.ts'
import type { LobbyService } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { words } from './words.ts'
import styles from './waiting-strip.module.css'

/** How many wait for each service, and which cannot be had now. Figures too old to hold are greyed. */
export const WaitingStrip = memo(function WaitingStrip({
  services,
  isOld,
  language,
  portrait,
  isSlim,
}: {
  readonly services: readonly LobbyService[]
  readonly isOld: boolean
  readonly language: Language
  readonly portrait: boolean
  /** Without the services' names. */
  readonly isSlim: boolean
}) {
  const columns =
    isSlim && !portrait && services.length <= slimColumnsMax ? services.length : columnsFor(services.length, portrait)
  return (
    <section
      className={styles['strip']}
      aria-labelledby="waiting"
      data-old={isOld || undefined}
      data-slim={isSlim || undefined}
    >
      <h2 id="waiting" className={styles['title']}>
        {say(words, language, 'waiting_title')}
      </h2>
      <ul
        className={styles['services']}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        data-crowded={services.length > columns * (portrait ? (isSlim ? 2 : 3) : 1) || columns > 8 || undefined}
        data-tight={(isSlim && services.length > slimColumnsMax) || undefined}
      >
        {services.map((service) => (
          <li key={service.id} className={styles['service']}>
            <span className={styles['line']}>
              <ServiceMark service={service} />
              <Standing service={service} language={language} />
            </span>
            <span className={styles['name']}>{service.name[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
})

/** A figure to the eye, a sentence to the ear. */
function Standing({ service, language }: { readonly service: LobbyService; readonly language: Language }) {
  const { availability, waiting } = service
  if (availability === 'stopped') return <span className={styles['state']}>{say(words, language, 'stopped')}</span>
  if (availability === 'full' && waiting === 0)
    return <span className={styles['state']}>{say(words, language, 'full')}</span>
  return (
    <>
      <span className={styles['count']} aria-hidden="true">
        {waiting}
      </span>
      <span className="for-ears">{say(words, language, 'waiting', { count: waiting })}</span>
    </>
  )
}

/** One row on a wide board as long as each has room, else two; up to three rows on a tall one. */
function columnsFor(count: number, portrait: boolean): number {
  if (portrait) return count <= 12 ? Math.min(4, count) : Math.ceil(count / 4)
  return count <= 7 ? count : Math.ceil(count / 2)
}

const slimColumnsMax = 12
