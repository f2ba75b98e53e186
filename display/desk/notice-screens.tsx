import { MonitorCheck } from 'lucide-react'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import styles from './notices-panel.module.css'

/** On how many of the connected screens a notice is painted, and on which. */
export function NoticeScreens({ notice, view }: { readonly notice: DeskNotice; readonly view: DeskView }) {
  const { say } = useDesk()
  const { screens } = notice
  const painted = screens.filter((screen) => screen.painted).length
  return (
    <details className={styles['more']}>
      <summary>
        <MonitorCheck aria-hidden="true" focusable="false" />
        <span>{screens.length === 0 ? say('no_screens') : say('shown_on', { painted, count: screens.length })}</span>
      </summary>
      <ul>
        {screens.map(({ screen, painted: shows }) => {
          const known = view.screens.find((connected) => connected.screen === screen)
          return (
            <li key={screen}>
              {say(shows ? 'screen_shows' : 'screen_not_yet', {
                screen: known ? say(`screen_${known.kind}`, { name: known.name }) : screen,
              })}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
