import { Check } from 'lucide-react'
import { useState } from 'react'
import type { ScreenId, ServiceId } from '../../shared/ids.ts'
import type { ScreenSettings, Shows } from '../../shared/screens.ts'
import type { Viewing } from '../../shared/viewing.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import choices from './choices.module.css'
import { Choices } from './choices.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Field } from './field.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { flawValues, readViewing, sayScreens, typedViewing } from './screens-viewing.ts'
import styles from './screens.module.css'
import { useOrders } from './use-orders.ts'

/** What a TV is called, what it shows and from how far it is to be read, for a supervisor to change. */
export function ScreenForm({
  screen,
  name: nameBefore,
  shows: before,
  viewing: viewingBefore,
  view,
  onDone,
}: {
  readonly screen: ScreenId
  readonly name: string
  readonly shows: Shows
  readonly viewing: Viewing | undefined
  readonly view: DeskView
  readonly onDone: () => void
}) {
  const { say, language, give } = useDesk()
  const orders = useOrders()
  const [name, setName] = useState(nameBefore)
  const [kind, setKind] = useState<Shows['kind']>(before.kind)
  const [services, setServices] = useState<readonly ServiceId[]>(before.kind === 'services' ? before.services : [])
  const [typed, setTyped] = useState(() => typedViewing(viewingBefore, language))
  const [tried, setTried] = useState(false)
  const sayOf = sayScreens(language)
  const read = readViewing(typed)
  const flawOf = (field: 'inches' | 'metres') => {
    const flaw = tried && !read.ok ? read[field] : null
    return flaw === null ? null : sayOf(flaw, flawValues(flaw))
  }
  const isEmpty = kind === 'services' && services.length === 0

  const keep = async () => {
    setTried(true)
    if (name.trim() === '' || isEmpty || !read.ok) return
    const shows: Shows = kind === 'services' ? { kind, services: [...services] } : { kind }
    const settings: ScreenSettings = {
      screen,
      name: name.trim(),
      shows,
      ...(read.viewing && { viewing: read.viewing }),
    }
    if (await orders.press('keep', () => give({ type: 'SetScreen', settings }))) onDone()
  }
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Field
        label={say('screen_name')}
        hint={say('screen_name_hint')}
        value={name}
        onValue={setName}
        autoComplete="off"
        maxLength={40}
        flaw={tried && name.trim() === '' ? say('name_missing') : null}
      />
      <Choices
        legend={say('what_it_shows')}
        options={kinds.map((each) => ({ value: each, label: say(`shows_${each}`), more: say(`shows_${each}_more`) }))}
        value={kind}
        onChoose={setKind}
      />
      {kind === 'services' && (
        <fieldset className={choices['group']}>
          <legend className={choices['legend']}>{say('which_services')}</legend>
          <div className={choices['options']}>
            {view.services.map((service) => (
              <label key={service.id} className={choices['option']}>
                <input
                  type="checkbox"
                  checked={services.includes(service.id)}
                  onChange={({ target }) =>
                    // In the office's order, whichever was chosen first.
                    setServices(
                      view.services
                        .map(({ id }) => id)
                        .filter((id) => (id === service.id ? target.checked : services.includes(id))),
                    )
                  }
                />
                <ServiceMark service={service} />
                <span>{service.name[language]}</span>
              </label>
            ))}
          </div>
          {tried && isEmpty && (
            <p role="alert" className={controls['label']}>
              {say('no_service_chosen')}
            </p>
          )}
        </fieldset>
      )}
      {(['inches', 'metres'] as const).map((field) => (
        <Field
          key={field}
          label={sayOf(field)}
          hint={sayOf(`${field}_hint`)}
          value={typed[field]}
          onValue={(value) => setTyped({ ...typed, [field]: value })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          flaw={flawOf(field)}
        />
      ))}
      <ProblemAlert problem={orders.problem} />
      <div className={styles['buttons']}>
        <Button look="quiet" label={say('back')} onPress={onDone} />
        <Button type="submit" look="main" icon={Check} label={say('keep_change')} orders busy={orders.busy !== null} />
      </div>
    </form>
  )
}

const kinds = ['everything', 'services', 'notices'] as const satisfies readonly Shows['kind'][]
