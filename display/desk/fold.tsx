import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './report.module.css'

/** A part of the form folded up below what it says now: opened only by who wants it otherwise. */
export function Fold({
  title,
  summary,
  children,
}: {
  readonly title: string
  readonly summary: string
  readonly children: ReactNode
}) {
  return (
    <details className={styles['fold']}>
      <summary>
        <span className={styles['said']}>
          <span className={styles['foldTitle']}>{title}</span>
          <span>{summary}</span>
        </span>
        <ChevronDown aria-hidden="true" focusable="false" />
      </summary>
      <div className={styles['folded']}>{children}</div>
    </details>
  )
}
