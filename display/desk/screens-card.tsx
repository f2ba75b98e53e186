import { MonitorCheck, MonitorX, RotateCw, Settings2, Tag } from 'lucide-react'
import { useId, useState } from 'react'
import { shortCode } from '../../shared/short-code.ts'
import type { DeskScreen, DeskView } from '../../shared/views/desk.ts'
import type { ScreenOrder } from '../../shared/wire.ts'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { screenLines } from './screens-lines.ts'
import { ScreenPicture } from './screens-picture.tsx'
import styles from './screens.module.css'
import { useOrders } from './use-orders.ts'

/** One screen that is connected: what it shows now, how it is, and what can be asked of it. */
export function ScreenCard({
  screen,
  view,
  mayChange,
  onChange,
}: {
  readonly screen: DeskScreen
  readonly view: DeskView
  readonly mayChange: boolean
  readonly onChange: () => void
}) {
  const { say, order } = useDesk()
  const id = useId()
  const orders = useOrders()
  const [done, setDone] = useState<'name_is_shown' | 'loads_anew' | null>(null)
  const isTv = screen.kind === 'lobby'
  const name = nameOf(screen) ?? say('screen_code', { code: shortCode(screen.screen) })
  const ask = async (asked: ScreenOrder['order'], answer: 'name_is_shown' | 'loads_anew') => {
    setDone(null)
    if (await orders.press(asked, () => order({ screen: screen.screen, order: asked }))) setDone(answer)
  }
  return (
    <li className={styles['screen']} aria-labelledby={`${id}-name`}>
      {isTv && <ScreenPicture screen={screen} view={view} />}
      <div className={styles['said']}>
        <h3 id={`${id}-name`} className={styles['name']}>
          {isTv ? name : say('screen_kiosk', { name })}
        </h3>
        {isTv && nameOf(screen) !== null && (
          <p className={styles['code']}>{say('screen_code', { code: shortCode(screen.screen) })}</p>
        )}
        <ul className={styles['lines']}>
          {screenLines(screen, view).map(({ key, values, isAmiss }) => {
            const Icon = isAmiss ? MonitorX : MonitorCheck
            return (
              <li key={key} data-amiss={isAmiss || undefined}>
                <Icon aria-hidden="true" focusable="false" />
                <span>{say(key, values)}</span>
              </li>
            )
          })}
        </ul>
      </div>
      {isTv && (
        <div className={styles['buttons']}>
          <Button
            look="quiet"
            icon={Tag}
            label={say('show_name')}
            name={say('show_name_of', { name })}
            orders
            busy={orders.busy === 'show-name'}
            onPress={() => void ask('show-name', 'name_is_shown')}
          />
          <Button
            look="quiet"
            icon={RotateCw}
            label={say('load_anew')}
            name={say('load_anew_of', { name })}
            orders
            busy={orders.busy === 'reload'}
            onPress={() => void ask('reload', 'loads_anew')}
          />
          {mayChange && (
            <Button
              look="quiet"
              icon={Settings2}
              label={say('change')}
              name={say('change_of', { name })}
              onPress={onChange}
            />
          )}
        </div>
      )}
      <div className={styles['answer']}>
        <ProblemAlert problem={orders.problem} />
        <output className={controls['label']}>{done !== null && say(done, { name })}</output>
      </div>
    </li>
  )
}

/** What staff call a screen: as they have named it, else as it was let in. Null for one on the hub's own machine. */
export function nameOf({ settings, name }: Pick<DeskScreen, 'settings' | 'name'>): string | null {
  return settings?.name ?? (name === 'local' ? null : name)
}
