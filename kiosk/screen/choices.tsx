import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import type { Action } from './visit.ts'
import styles from './reading-page.module.css'
import { sentence } from './words.ts'

/** What one can do with what was read, below it or in the rail: whatever is in it, and always the way back. */
export function Choices({
  language,
  act,
  children,
}: {
  readonly language: Language
  readonly act: (action: Action) => void
  readonly children?: ReactNode
}) {
  return (
    <section className={styles['choices']} aria-label={sentence(language, 'choices')}>
      {children}
      <button type="button" className={styles['back']} onClick={() => act({ type: 'leave' })}>
        <ArrowLeft aria-hidden="true" focusable="false" />
        {sentence(language, 'back')}
      </button>
    </section>
  )
}
