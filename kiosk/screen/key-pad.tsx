import { Delete, Space } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import styles from './key-pad.module.css'
import type { Action } from './visit.ts'
import { sentence } from './words.ts'

/** Keys to touch, as large as there is room for: only those that can be typed next. */
export function KeyPad({
  signs,
  space = false,
  language,
  act,
}: {
  /** One key each; none leaves only the one that deletes. */
  readonly signs: string
  readonly space?: boolean
  readonly language: Language
  readonly act: (action: Action) => void
}) {
  const type = (key: string) => act({ type: 'type', key })
  return (
    <fieldset aria-label={sentence(language, 'keys')} className={styles['pad']} data-kind={kindOf(signs, space)}>
      {Array.from(signs, (sign) => (
        <button key={sign} type="button" className={styles['key']} onClick={() => type(sign)}>
          {sign}
        </button>
      ))}
      {space && (
        <button type="button" className={styles['wide']} onClick={() => type(' ')}>
          <Space aria-hidden="true" focusable="false" />
          {sentence(language, 'key_space')}
        </button>
      )}
      <button type="button" className={`${styles['wide']} ${styles['last']}`} onClick={() => type('Backspace')}>
        <Delete aria-hidden="true" focusable="false" />
        {sentence(language, 'delete')}
      </button>
    </fieldset>
  )
}

/** Digits stand as on a telephone; the more letters, the longer their rows. */
function kindOf(signs: string, space: boolean): 'digits' | 'few' | 'many' | 'name' {
  if (signs.startsWith('1')) return 'digits'
  if (space) return 'name'
  return signs.length > fewLetters ? 'many' : 'few'
}

const fewLetters = 20
