import { Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { shortCode } from '../../shared/short-code.ts'
import type { ScreenSettings } from '../../shared/screens.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './screens.module.css'
import { useOrders } from './use-orders.ts'

/** A TV that is known and not connected. Forgetting it takes two presses; it is let in again as a new one. */
export function AbsentScreen({
  settings: { screen, name },
  mayChange,
  onChange,
}: {
  readonly settings: ScreenSettings
  readonly mayChange: boolean
  readonly onChange: () => void
}) {
  const { say, give } = useDesk()
  const orders = useOrders()
  const [surely, setSurely] = useState(false)
  return (
    <li className={styles['screen']}>
      <div className={styles['said']}>
        <h3 className={styles['name']}>{name}</h3>
        <p className={styles['code']}>{say('screen_code', { code: shortCode(screen) })}</p>
        <p className={styles['absent']}>{say('screen_absent')}</p>
      </div>
      {mayChange && (
        <div className={styles['buttons']}>
          <Button
            look="quiet"
            icon={Settings2}
            label={say('change')}
            name={say('change_of', { name })}
            onPress={onChange}
          />
          <Button
            look="quiet"
            icon={Trash2}
            label={say(surely ? 'forget_surely' : 'forget')}
            name={say(surely ? 'forget_surely_of' : 'forget_of', { name })}
            orders
            busy={orders.busy !== null}
            onPress={() =>
              surely ? void orders.press('forget', () => give({ type: 'ForgetScreen', screen })) : setSurely(true)
            }
          />
        </div>
      )}
      <ProblemAlert problem={orders.problem} />
    </li>
  )
}
