import { TriangleAlert } from 'lucide-react'
import { PageHeading } from './page-heading.tsx'
import styles from './plain-page.module.css'

/**
 * The whole screen for one sentence or two: the machine cannot help now, or not yet. `warns` marks it as a notice:
 * `own-action` answers what the visitor just did, `standing` was so before.
 */
export function PlainPage({
  heading,
  text,
  code,
  warns,
}: {
  readonly heading: string
  readonly text?: string
  readonly code?: string
  readonly warns?: 'own-action' | 'standing'
}) {
  return (
    <main className={styles['main']}>
      <section
        className={styles['box']}
        data-warns={warns !== undefined}
        aria-label={warns === 'standing' ? heading : undefined}
      >
        {warns && <TriangleAlert aria-hidden="true" focusable="false" className={styles['icon']} />}
        <div className={styles['words']} role={warns === 'own-action' ? 'alert' : undefined}>
          <PageHeading className={styles['heading'] ?? ''}>{heading}</PageHeading>
          {text !== undefined && <p className={styles['text']}>{text}</p>}
        </div>
        {code !== undefined && <p className={styles['code']}>{code}</p>}
      </section>
    </main>
  )
}
