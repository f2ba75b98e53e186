import { ArrowLeft, Check } from 'lucide-react'
import type { Day } from '../../shared/ids.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { MediaUntil } from './media-until.tsx'
import styles from './media.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import type { useOrders } from './use-orders.ts'

/** How both editors end: until when it is shown, what went wrong with saving it, and the way out. */
export function MediaEditorEnd({
  until,
  day,
  onUntil,
  orders,
  onSave,
  onBack,
}: {
  /** As typed; empty for no end. */
  readonly until: string
  readonly day: Day
  readonly onUntil: (until: string) => void
  readonly orders: ReturnType<typeof useOrders>
  readonly onSave: () => void
  readonly onBack: () => void
}) {
  const { say } = useDesk()
  return (
    <>
      <MediaUntil value={until} day={day} onValue={onUntil} />
      <ProblemAlert problem={orders.problem} />
      <div className={styles['buttons']}>
        <Button look="main" icon={Check} label={say('save')} orders busy={orders.busy === 'save'} onPress={onSave} />
        <Button look="quiet" icon={ArrowLeft} label={say('back')} onPress={onBack} />
      </div>
    </>
  )
}
