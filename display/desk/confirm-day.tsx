import { CircleCheck, CircleQuestionMark, Megaphone } from 'lucide-react'
import type { DeskView } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import styles from './confirm-day.module.css'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/**
 * The first question of the day. Until somebody of the staff has answered it, every screen says that nobody has
 * confirmed the day yet.
 */
export function ConfirmDay({ view, onReport }: { readonly view: DeskView; readonly onReport: () => void }) {
  const { say, give } = useDesk()
  const orders = useOrders()
  const question = say(view.notices.length === 0 ? 'day_question' : 'day_question_others')
  return (
    <section className={styles['card']} aria-label={question}>
      <p className={styles['question']}>
        <CircleQuestionMark aria-hidden="true" focusable="false" />
        <strong>{question}</strong>
      </p>
      <p className={styles['why']}>{say('day_question_why')}</p>
      <div className={styles['buttons']}>
        <Button
          look="main"
          icon={CircleCheck}
          label={say(view.notices.length === 0 ? 'all_work' : 'all_others_work')}
          orders
          busy={orders.busy === 'confirm'}
          onPress={() => void orders.press('confirm', () => give({ type: 'ConfirmDay' }))}
        />
        <Button icon={Megaphone} label={say('something_does_not')} onPress={onReport} />
      </div>
      <ProblemAlert problem={orders.problem} />
    </section>
  )
}

/** Who has answered it, and when. */
export function DayConfirmed({ confirmed }: { readonly confirmed: NonNullable<DeskView['confirmed']> }) {
  const { say, when } = useDesk()
  return (
    <p className={styles['confirmed']}>
      <CircleCheck aria-hidden="true" focusable="false" />
      <span>{say('day_confirmed', { name: confirmed.by, time: when(confirmed.at) })}</span>
    </p>
  )
}
