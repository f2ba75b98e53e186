import { ArrowLeft } from 'lucide-react'
import type { ServiceView } from '../../shared/views/common.ts'
import type { DeskNotice, DeskService, DeskView } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { ServiceTargets } from './service-targets.tsx'
import { openServices, waitingFor } from './tickets-out.ts'
import styles from './tickets-out.module.css'
import { useOrders } from './use-orders.ts'

/** Where everybody in one service's line should wait instead. They keep their numbers and the time they have waited. */
export function MoveWaiting({
  notice,
  view,
  service,
  onBack,
  onDone,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly service: ServiceView
  readonly onBack: () => void
  readonly onDone: (sentence: string) => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const count = waitingFor(service, view)
  const heading = say('move_heading', { count, service: service.name[language] })
  const move = async (to: DeskService) => {
    const done = await orders.press(to.id, () => give({ type: 'MoveWaiting', from: service.id, to: to.id }))
    if (done) onDone(say('moved', { count, service: to.name[language] }))
  }
  return (
    <section className={styles['step']} aria-label={heading}>
      <h3 className={styles['question']}>{heading}</h3>
      <p className={styles['about']}>{say('move_text')}</p>
      <ProblemAlert problem={orders.problem} />
      <ServiceTargets services={openServices(notice, view)} busy={orders.busy} onChoose={(to) => void move(to)} />
      <Button look="quiet" icon={ArrowLeft} label={say('back')} onPress={onBack} />
    </section>
  )
}
