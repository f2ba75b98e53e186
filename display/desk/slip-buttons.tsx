import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { KioskId } from '../../shared/ids.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { SlipRequest } from '../../shared/wire.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { mainKiosk } from './main-kiosk.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './slip-buttons.module.css'
import { useOrders } from './use-orders.ts'

/**
 * Prints a paper that is no ticket: one button, or one for each ticket machine where there are several. What came of
 * it is said beside them until the next press.
 */
export function SlipButtons({
  view,
  slip,
  request,
}: {
  readonly view: DeskView
  readonly slip: 'print_for_door' | 'print_day_end'
  readonly request: (kiosk: KioskId) => SlipRequest
}) {
  const { say, print } = useDesk()
  const orders = useOrders()
  const [sent, setSent] = useState(false)
  const connected = view.printers
    .map(({ kiosk, printer }, i) => ({ kiosk, machine: i + 1, isThere: printer.state !== 'absent' }))
    .filter(({ isThere }) => isThere)
  // With no machine at all the hub says so, in the same words as when one has just gone.
  const machines = connected.length > 0 ? connected : [{ kiosk: mainKiosk, machine: 1 }]
  const press = async (kiosk: KioskId) => {
    setSent(false)
    setSent((await orders.press(kiosk, () => print(request(kiosk)))) !== null)
  }
  return (
    <div className={styles['slip']}>
      {machines.map(({ kiosk, machine }) => (
        <Button
          key={kiosk}
          icon={Printer}
          label={machines.length === 1 ? say(slip) : say(`${slip}_on`, { machine })}
          orders
          busy={orders.busy === kiosk}
          onPress={() => void press(kiosk)}
        />
      ))}
      <output className={styles['answer']}>{sent && say('slip_sent')}</output>
      <ProblemAlert problem={orders.problem} />
    </div>
  )
}
