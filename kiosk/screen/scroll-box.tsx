import { ChevronDown, ChevronUp } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import type { Action } from './visit.ts'
import styles from './scroll-box.module.css'
import { useOverflow } from './use-overflow.ts'
import { sentence } from './words.ts'

/**
 * Room for what may be more than fits. The rest is reached by one large button, screenful by screenful, because not
 * everybody knows that a finger can push a page; pushing works as well.
 */
export function ScrollBox({
  language,
  act,
  children,
}: {
  readonly language: Language
  readonly act: (action: Action) => void
  readonly children: ReactNode
}) {
  const room = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const rest = useOverflow(room, box)
  const further = () => {
    act({ type: 'stay' })
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    box.current?.scrollTo({ top: rest === 'below' ? scrollTop + clientHeight * screenfulShare : 0 })
  }
  return (
    <div ref={room} className={styles['around']}>
      {/* Whoever has only a keyboard moves it by the arrow keys. */}
      <div ref={box} className={styles['box']} tabIndex={rest === 'none' ? undefined : 0}>
        {children}
      </div>
      {rest !== 'none' && (
        <button type="button" className={styles['more']} onClick={further}>
          {rest === 'below' ? (
            <ChevronDown aria-hidden="true" focusable="false" />
          ) : (
            <ChevronUp aria-hidden="true" focusable="false" />
          )}
          {sentence(language, rest === 'below' ? 'more_below' : 'to_top')}
        </button>
      )}
    </div>
  )
}

/** So that the last row seen before is the first one seen after. */
const screenfulShare = 0.8
