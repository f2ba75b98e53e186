import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import { FitBox } from './fit-box.tsx'
import type { Screen } from './legibility.ts'
import styles from './screen-name.module.css'
import { words } from './words.ts'

/** What a TV is called, as the desk can have it say: over everything else, in letters that fill the screen. */
export interface OwnName {
  /** What staff have named it; null where they have not. */
  readonly name: string | null
  /** Stands beside it on the desk too, named or not. */
  readonly code: string
  /** Typed at the desk to let it in; null once it is known. */
  readonly pairingCode: string | null
}

export function ScreenName({
  own: { name, code, pairingCode },
  screen,
  language,
}: {
  readonly own: OwnName
  readonly screen: Screen
  readonly language: Language
}) {
  const unitPx = Math.min(screen.width, screen.height) / 100
  const short = say(words, language, 'screen_code', { code })
  return (
    <section className={styles['over']} aria-label={say(words, language, 'screen_name')}>
      <div className={styles['name']}>
        <FitBox sizeMin={6 * unitPx} sizeMax={60 * unitPx} sizeLeast={2 * unitPx}>
          <output className={styles['words']}>{name ?? short}</output>
        </FitBox>
      </div>
      {name !== null && <p className={styles['code']}>{short}</p>}
      {pairingCode !== null && (
        <p className={styles['code']}>{say(words, language, 'pairing', { code: pairingCode })}</p>
      )}
    </section>
  )
}
