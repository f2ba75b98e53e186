import { Trash2, UserRoundPlus } from 'lucide-react'
import { useId, useState } from 'react'
import type { StaffRole } from '../../shared/wire.ts'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { isPin } from './door-form.tsx'
import { Field } from './field.tsx'
import styles from './people-dialog.module.css'
import { PinWarning } from './pin-warning.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import type { SignedIn } from './signed-in.ts'
import { useOrders } from './use-orders.ts'

/** Who may sign in here. A supervisor adds people and takes them out; taking out takes two presses. */
export function PeopleDialog({ person, onClose }: { readonly person: SignedIn; readonly onClose: () => void }) {
  const { say, ask } = useDesk()
  const orders = useOrders()
  const [leaving, setLeaving] = useState<string | null>(null)
  return (
    <Dialog title={say('people')} onClose={onClose}>
      <div className={styles['dialog']}>
        <ul className={styles['people']}>
          {person.people.map(({ name, role }) => (
            <li key={name} className={styles['person']}>
              <span className={styles['name']}>{name}</span>
              <span className={styles['role']}>{say(`role_${role}`)}</span>
              <Button
                look="quiet"
                icon={Trash2}
                label={leaving === name ? say('remove_surely', { name }) : say('remove_person', { name })}
                orders
                busy={orders.busy === name}
                onPress={() =>
                  leaving === name
                    ? void orders.press(name, () => ask({ type: 'RemovePerson', name }))
                    : setLeaving(name)
                }
              />
            </li>
          ))}
        </ul>
        <ProblemAlert problem={orders.problem} />
        <AddPerson />
      </div>
    </Dialog>
  )
}

function AddPerson() {
  const { say, ask } = useDesk()
  const id = useId()
  const orders = useOrders()
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const [role, setRole] = useState<StaffRole>('staff')
  const [tried, setTried] = useState(false)

  const add = async () => {
    setTried(true)
    if (name.trim() === '' || !isPin(pin)) return
    if (!(await orders.press('add', () => ask({ type: 'AddPerson', name: name.trim(), pin, role })))) return
    setName('')
    setPin('')
    setTried(false)
  }
  return (
    <form
      className={styles['form']}
      noValidate
      aria-labelledby={`${id}-heading`}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h3 id={`${id}-heading`} className={styles['heading']}>
        {say('add_person')}
      </h3>
      <Field
        label={say('name')}
        value={name}
        onValue={setName}
        autoComplete="off"
        maxLength={40}
        flaw={tried && name.trim() === '' ? say('name_missing') : null}
      />
      <Field
        label={say('pin')}
        value={pin}
        onValue={setPin}
        hint={say('pin_hint_theirs')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        flaw={tried && !isPin(pin) ? say('pin_missing') : null}
      />
      <PinWarning pin={pin} button={say('add')} />
      <div className={controls['field']}>
        <label className={controls['label']} htmlFor={`${id}-role`}>
          {say('role')}
        </label>
        <select
          id={`${id}-role`}
          className={controls['input']}
          value={role}
          onChange={(event) => setRole(event.target.value === 'supervisor' ? 'supervisor' : 'staff')}
        >
          <option value="staff">{say('role_staff')}</option>
          <option value="supervisor">{say('role_supervisor')}</option>
        </select>
      </div>
      <ProblemAlert problem={orders.problem} />
      <Button type="submit" look="main" icon={UserRoundPlus} label={say('add')} orders busy={orders.busy !== null} />
    </form>
  )
}
