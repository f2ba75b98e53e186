import { ArrowLeft, House } from 'lucide-react'
import type { ServiceView } from '../../shared/views/common.ts'
import type { DeskNotice } from '../../shared/views/desk.ts'
import { list } from '../../shared/words/say.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './tickets-out.module.css'
import { useOrders } from './use-orders.ts'

/** Asks before everybody of some services is sent home, and says what they hold then: the paper they have already. */
export function SendHome({
  notice,
  services,
  onBack,
  onDone,
}: {
  readonly notice: DeskNotice
  readonly services: readonly ServiceView[]
  readonly onBack: () => void
  readonly onDone: (sentence: string) => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const count = notice.affected
    .filter(({ service }) => services.some(({ id }) => id === service.id))
    .reduce((sum, { people }) => sum + people, 0)
  const names = list(
    language,
    services.map(({ name }) => name[language]),
  )
  const send = async () => {
    const command = { type: 'SendHome', services: services.map(({ id }) => id) }
    const done = await orders.press('send-home', () => give(command))
    if (done) onDone(say('sent_home', { count: done.outcome.kind === 'sent-home' ? done.outcome.count : count }))
  }
  return (
    <section className={styles['step']} aria-label={say('send_home_heading', { count })}>
      <h3 className={styles['question']}>{say('send_home_heading', { count })}</h3>
      <p className={styles['about']}>{names}</p>
      <ul className={styles['consequences']}>
        <li>{say('send_home_paper')}</li>
        <li>{say('send_home_days')}</li>
        <li>{say('send_home_place')}</li>
      </ul>
      <ProblemAlert problem={orders.problem} />
      <div className={styles['buttons']}>
        <Button
          look="main"
          icon={House}
          label={say('yes_send_home', { count })}
          orders
          busy={orders.busy === 'send-home'}
          onPress={() => void send()}
        />
        <Button look="quiet" icon={ArrowLeft} label={say('back')} onPress={onBack} />
      </div>
    </section>
  )
}
