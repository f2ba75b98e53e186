import { CircleAlert } from 'lucide-react'
import { refusalText } from '../../shared/words/refusal-text.ts'
import styles from './controls.module.css'
import { useDesk } from './desk-context.ts'
import type { Problem } from './use-orders.ts'

/** Why the hub said no to what was just pressed, as an alert beside it; nothing as long as there is no problem. */
export function ProblemAlert({ problem }: { readonly problem: Problem | null }) {
  const { language, timeZone, now, say } = useDesk()
  return (
    <div role="alert">
      {problem !== null && (
        <p className={styles['problem']}>
          <CircleAlert aria-hidden="true" focusable="false" />
          <span>
            {problem.kind === 'no-answer' ? say('no_answer') : refusalText(problem.refusal, language, timeZone, now)}
          </span>
        </p>
      )}
    </div>
  )
}
