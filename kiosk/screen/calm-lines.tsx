import { CalendarClock, CircleCheck, Clock, Hourglass, type LucideIcon } from 'lucide-react'
import styles from './calm-lines.module.css'

/** What is worth knowing and is no notice: plain sentences that come and go quietly, never yellow. */
export interface CalmLine {
  readonly kind: 'early' | 'unconfirmed' | 'works-again' | 'planned'
  readonly text: string
}

export function CalmLines({ lines }: { readonly lines: readonly CalmLine[] }) {
  return (
    <div aria-live="polite" className={styles['lines']}>
      {lines.map(({ kind, text }) => {
        const Icon = icons[kind]
        return (
          <p key={text} className={styles['line']} data-kind={kind}>
            <Icon aria-hidden="true" focusable="false" />
            <span>{text}</span>
          </p>
        )
      })}
    </div>
  )
}

const icons: Readonly<Record<CalmLine['kind'], LucideIcon>> = {
  early: Clock,
  unconfirmed: Hourglass,
  'works-again': CircleCheck,
  planned: CalendarClock,
}
