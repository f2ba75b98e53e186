import {
  ArrowRightLeft,
  BellRing,
  Check,
  DoorClosed,
  Pause,
  Play,
  Undo2,
  UserRoundX,
  Volume2,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import type { DeskCounter, DeskTicket, DeskView } from '../../shared/views/desk.ts'
import type { Freshness } from '../ui/link.ts'
import { commandOf, counterActions, hindrances, type CounterAction, type Hindrance } from './actions.ts'
import { Button } from './button.tsx'
import styles from './counter-buttons.module.css'
import { useDesk, type DeskKey } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** The counter's buttons, each always in its own place. One that makes no sense now says why when it is pressed. */
export function CounterButtons({
  view,
  counter,
  name,
  freshness,
  onTransfer,
}: {
  readonly view: DeskView
  readonly counter: DeskCounter
  readonly name: string
  readonly freshness: Freshness
  readonly onTransfer: (ticket: DeskTicket) => void
}) {
  const { say, give, memory } = useDesk()
  const orders = useOrders()
  const [told, setTold] = useState<string | null>(null)
  const hindered = hindrances(view, counter, name, freshness)

  const press = (action: CounterAction) => {
    setTold(null)
    orders.forget()
    if (action === 'transfer' && counter.current) onTransfer(counter.current)
    const command = commandOf(action, counter)
    if (!command) return
    memory.remember('counter', counter.id)
    void send(action, command)
  }
  const send = async (action: CounterAction, command: object) => {
    const done = await orders.press(action, () => give(command))
    // Nothing else on this screen shows that a number was called once more.
    if (done && action === 'recall' && counter.current) setTold(say('called_again', { number: counter.current.number }))
  }
  const reason = (hindrance: Hindrance | null) =>
    hindrance === null ? null : say(reasons[hindrance], { name: counter.staff ?? name })
  return (
    <section className={styles['section']} aria-label={say('counter_buttons')}>
      <div className={styles['grid']}>
        {counterActions.map((action) => (
          <Button
            key={action}
            label={say(labels[action])}
            icon={icons[action]}
            look={action === 'call-next' ? 'main' : action === 'close-counter' ? 'quiet' : 'plain'}
            className={action === 'call-next' ? styles['first'] : styles['other']}
            busy={orders.busy === action}
            hindrance={reason(hindered[action])}
            onPress={() => press(action)}
            onHindered={setTold}
          />
        ))}
      </div>
      <output className={styles['told']}>{told}</output>
      <ProblemAlert problem={orders.problem} />
    </section>
  )
}

const labels: Readonly<Record<CounterAction, DeskKey>> = {
  'call-next': 'call_next',
  recall: 'recall',
  start: 'start',
  'no-show': 'no_show',
  'undo-call': 'undo_call',
  finish: 'finish',
  hold: 'hold',
  transfer: 'transfer',
  'close-counter': 'close_counter',
}

const reasons: Readonly<Record<Hindrance, DeskKey>> = {
  'not-live': 'why_not_live',
  'counter-taken': 'why_counter_taken',
  'nobody-waiting': 'why_nobody_waiting',
  'everybody-held': 'why_everybody_held',
  'nobody-here': 'why_nobody_here',
  'already-started': 'why_already_started',
  'one-service': 'why_one_service',
  'counter-closed': 'why_counter_closed',
}

const icons: Readonly<Record<CounterAction, LucideIcon>> = {
  'call-next': Volume2,
  recall: BellRing,
  start: Play,
  'no-show': UserRoundX,
  'undo-call': Undo2,
  finish: Check,
  hold: Pause,
  transfer: ArrowRightLeft,
  'close-counter': DoorClosed,
}
