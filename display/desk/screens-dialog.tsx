import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ScreenId } from '../../shared/ids.ts'
import { shortCode } from '../../shared/short-code.ts'
import type { DeskScreen, DeskView } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { AbsentScreen } from './screens-absent.tsx'
import { nameOf, ScreenCard } from './screens-card.tsx'
import { ScreenForm } from './screens-form.tsx'
import styles from './screens.module.css'

/**
 * The office's screens: each that is connected with what it shows and how it is, and each TV that is known and not
 * connected. Everybody at a desk may have a TV show its name or load anew; a supervisor names it and says what it shows.
 */
export function ScreensDialog({
  view,
  mayChange,
  onLetIn,
  onClose,
}: {
  readonly view: DeskView
  /** A supervisor is signed in. */
  readonly mayChange: boolean
  readonly onLetIn: () => void
  readonly onClose: () => void
}) {
  const { say } = useDesk()
  const [changing, setChanging] = useState<ScreenId | null>(null)
  const { screens, absentScreens } = view
  const connected = screens.find(({ screen }) => screen === changing)
  const settings = connected?.settings ?? absentScreens.find(({ screen }) => screen === changing)
  if (changing !== null && (connected || settings)) {
    const name = settings?.name ?? (connected && nameOf(connected)) ?? ''
    return (
      <Dialog
        title={name === '' ? say('screen_code', { code: shortCode(changing) }) : say('change_of', { name })}
        onClose={onClose}
      >
        <ScreenForm
          key={changing}
          screen={changing}
          name={name}
          shows={settings?.shows ?? { kind: 'everything' }}
          viewing={settings?.viewing}
          view={view}
          onDone={() => setChanging(null)}
        />
      </Dialog>
    )
  }
  return (
    <Dialog title={say('screens')} onClose={onClose} look="wide">
      <div className={styles['dialog']}>
        <p className={styles['text']}>{say('screens_text')}</p>
        {screens.length === 0 && <p className={styles['text']}>{say('no_screens')}</p>}
        <ul className={styles['screens']}>
          {screens
            .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)))
            .map((screen) => (
              <ScreenCard
                key={screen.screen}
                screen={screen}
                view={view}
                mayChange={mayChange}
                onChange={() => setChanging(screen.screen)}
              />
            ))}
          {absentScreens.map((absent) => (
            <AbsentScreen
              key={absent.screen}
              settings={absent}
              mayChange={mayChange}
              onChange={() => setChanging(absent.screen)}
            />
          ))}
        </ul>
        {mayChange && <Button icon={Plus} label={say('let_screen_in')} onPress={onLetIn} />}
      </div>
    </Dialog>
  )
}

/** TVs by their names, behind them the ticket machines. */
function placeOf(screen: DeskScreen): string {
  return `${screen.kind === 'kiosk' ? 1 : 0} ${nameOf(screen) ?? ''}`
}
