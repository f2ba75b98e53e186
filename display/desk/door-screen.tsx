import type { DeskDoor } from '../../shared/wire.ts'
import { useDesk } from './desk-context.ts'
import { DoorForm } from './door-form.tsx'
import styles from './door-screen.module.css'

/** What stands before the desk: setting the office up, signing in, or the code of a tablet that is not known yet. */
export function DoorScreen({ door }: { readonly door: DeskDoor | null }) {
  const { say } = useDesk()
  const state = door?.state === 'signed-in' ? undefined : door?.state
  return (
    <main className={styles['door']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>Loket</p>
        {state === 'set-up' && (
          <>
            <h1 className={styles['heading']}>{say('set_up_heading')}</h1>
            <p className={styles['text']}>{say('set_up_text')}</p>
            <DoorForm asksCode />
          </>
        )}
        {state === 'sign-in' && (
          <>
            <h1 className={styles['heading']}>{say('sign_in_heading')}</h1>
            <DoorForm asksCode={false} />
          </>
        )}
        {door?.state === 'unpaired' && (
          <>
            <h1 className={styles['heading']}>{say('unpaired_heading')}</h1>
            <p className={styles['code']}>{door.pairingCode}</p>
            <p className={styles['text']}>{say('unpaired_text')}</p>
          </>
        )}
        {state === undefined && (
          <h1 className={styles['heading']}>
            <output>{say('connecting')}</output>
          </h1>
        )}
      </div>
    </main>
  )
}
