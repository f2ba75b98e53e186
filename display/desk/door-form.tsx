import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import styles from './door-screen.module.css'
import { Field } from './field.tsx'
import { PinWarning } from './pin-warning.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** Name and PIN, and before the office is set up its setup code. Once the hub says yes, it opens the door by itself. */
export function DoorForm({ asksCode }: { readonly asksCode: boolean }) {
  const { say, ask, memory } = useDesk()
  const [code, setCode] = useState('')
  const [name, setName] = useState(() => memory.recall('name') ?? '')
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)
  const orders = useOrders()

  const complete = (!asksCode || code.trim() !== '') && name.trim() !== '' && isPin(pin)
  const submit = async () => {
    setTried(true)
    if (!complete) return
    const good = await orders.press('enter', () =>
      ask(
        asksCode
          ? { type: 'SetUp', code: code.trim(), name: name.trim(), pin }
          : { type: 'SignIn', name: name.trim(), pin },
      ),
    )
    if (good) memory.remember('name', name.trim())
    else setPin('')
    setTried(false)
  }

  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {asksCode && (
        <Field
          label={say('setup_code')}
          value={code}
          onValue={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          flaw={tried && code.trim() === '' ? say('code_missing') : null}
        />
      )}
      <Field
        label={say('name')}
        value={name}
        onValue={setName}
        autoComplete="username"
        spellCheck={false}
        maxLength={40}
        flaw={tried && name.trim() === '' ? say('name_missing') : null}
      />
      <Field
        label={say('pin')}
        value={pin}
        onValue={setPin}
        type="password"
        inputMode="numeric"
        autoComplete={asksCode ? 'new-password' : 'current-password'}
        maxLength={6}
        flaw={tried && !isPin(pin) ? say('pin_missing') : null}
        {...(asksCode && { hint: say('pin_hint') })}
      />
      {asksCode && <PinWarning pin={pin} button={say('set_up_button')} />}
      <ProblemAlert problem={orders.problem} />
      <Button
        type="submit"
        look="main"
        icon={KeyRound}
        label={say(asksCode ? 'set_up_button' : 'sign_in_button')}
        busy={orders.busy !== null}
        className={styles['enter']}
      />
    </form>
  )
}

/** Whether the hub will take it for a PIN: six digits. */
export function isPin(pin: string): boolean {
  return /^\d{6}$/.test(pin)
}
