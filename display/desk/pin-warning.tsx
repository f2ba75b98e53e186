import { isSimplePin } from '../../shared/simple-pin.ts'
import { useDesk } from './desk-context.ts'
import styles from './ticket-dialog.module.css'

/** Says of a new PIN that it is easy to guess, as soon as it stands there. It can be used all the same. */
export function PinWarning({ pin, button }: { readonly pin: string; readonly button: string }) {
  const { say } = useDesk()
  return <output className={styles['told']}>{isSimplePin(pin) && say('pin_simple', { button })}</output>
}
