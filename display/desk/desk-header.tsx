import { ClipboardList, LogOut, Menu, Megaphone, TabletSmartphone, UsersRound } from 'lucide-react'
import { useId, useRef } from 'react'
import type { DeskCounter, DeskView } from '../../shared/views/desk.ts'
import { clockTime } from '../../shared/words/when.ts'
import type { LinkState } from '../ui/link.ts'
import { StaleNote } from '../ui/stale-note.tsx'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import styles from './desk-header.module.css'
import type { SignedIn } from './signed-in.ts'

/** Whose desk this is and at which counter, the way to report a problem, and what is needed seldom behind a menu. */
export function DeskHeader({
  view,
  link,
  counter,
  person,
  onCounter,
  onReport,
  onPeople,
  onPair,
  onDayEnd,
}: {
  readonly view: DeskView
  readonly link: LinkState<DeskView>
  readonly counter: DeskCounter
  readonly person: SignedIn
  readonly onCounter: (id: string) => void
  readonly onReport: () => void
  readonly onPeople: () => void
  readonly onPair: () => void
  readonly onDayEnd: () => void
}) {
  const { say, language, timeZone, now, ask } = useDesk()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const pick = (open: () => void) => () => {
    menu.current?.hidePopover()
    open()
  }
  return (
    <header className={styles['header']}>
      <h1 className="for-ears">{say('title')}</h1>
      <div className={styles['counter']}>
        <label className="for-ears" htmlFor={`${id}-counter`}>
          {say('counter')}
        </label>
        <select
          id={`${id}-counter`}
          className={styles['select']}
          value={counter.id}
          onChange={(event) => onCounter(event.target.value)}
        >
          {view.counters.map(({ id: counterId, name, staff }) => (
            <option key={counterId} value={counterId}>
              {staff === null || staff === person.name
                ? name[language]
                : say('counter_with', { counter: name[language], name: staff })}
            </option>
          ))}
        </select>
      </div>
      <p className={styles['person']}>
        <span className={styles['name']}>{person.name}</span>
        <span className={styles['clock']}>{clockTime(language, timeZone, now)}</span>
      </p>
      <div className={styles['stale']}>
        <StaleNote link={link} language={language} timeZone={timeZone} now={now} />
      </div>
      <Button look="plain" icon={Megaphone} label={say('report')} className={styles['report']} onPress={onReport} />
      <button
        type="button"
        className={`${controls['button']} ${controls['quiet']} ${styles['more']}`}
        popoverTarget={`${id}-menu`}
        aria-label={say('more')}
      >
        <Menu aria-hidden="true" focusable="false" />
      </button>
      <div ref={menu} id={`${id}-menu`} popover="auto" className={styles['menu']}>
        {person.role === 'supervisor' && (
          <>
            <Button look="quiet" icon={UsersRound} label={say('people')} onPress={pick(onPeople)} />
            <Button look="quiet" icon={TabletSmartphone} label={say('let_device_in')} onPress={pick(onPair)} />
          </>
        )}
        <Button look="quiet" icon={ClipboardList} label={say('day_end')} onPress={pick(onDayEnd)} />
        <Button
          look="quiet"
          icon={LogOut}
          label={say('sign_out')}
          onPress={pick(() => void ask({ type: 'SignOut' }))}
        />
      </div>
    </header>
  )
}
