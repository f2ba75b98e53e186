import { TabletSmartphone } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import styles from './people-dialog.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** Lets a tablet, kiosk or lobby screen in by the code it shows, under a name staff will know it by. */
export function PairDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, ask } = useDesk()
  const orders = useOrders()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [letIn, setLetIn] = useState<string | null>(null)

  const pair = async () => {
    setTried(true)
    setLetIn(null)
    if (code.trim() === '' || name.trim() === '') return
    const device = name.trim()
    if (!(await orders.press('pair', () => ask({ type: 'PairDevice', code: code.trim(), name: device })))) return
    setLetIn(device)
    setCode('')
    setName('')
    setTried(false)
  }
  return (
    <Dialog title={say('let_device_in')} onClose={onClose}>
      <form
        className={styles['dialog']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void pair()
        }}
      >
        <p className={styles['text']}>{say('pair_text')}</p>
        <Field
          label={say('pair_code')}
          value={code}
          onValue={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          flaw={tried && code.trim() === '' ? say('code_missing') : null}
        />
        <Field
          label={say('pair_name')}
          hint={say('pair_name_hint')}
          value={name}
          onValue={setName}
          autoComplete="off"
          maxLength={40}
          flaw={tried && name.trim() === '' ? say('name_missing') : null}
        />
        <ProblemAlert problem={orders.problem} />
        <output className={controls['label']}>{letIn !== null && say('device_let_in', { name: letIn })}</output>
        <Button
          type="submit"
          look="main"
          icon={TabletSmartphone}
          label={say('let_in')}
          orders
          busy={orders.busy !== null}
        />
      </form>
    </Dialog>
  )
}
