import {
  AudioLines,
  CalendarDays,
  ClipboardList,
  CornerUpLeft,
  Images,
  LogOut,
  Menu,
  MessageSquareText,
  MonitorCheck,
  TabletSmartphone,
  Ticket,
  UsersRound,
} from 'lucide-react'
import { useId, useRef } from 'react'
import type { DeskView } from '../../shared/views/desk.ts'
import { clipPageWords } from '../../shared/words/clip-text.ts'
import { say as sayOf } from '../../shared/words/say.ts'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import styles from './desk-header.module.css'
import { mediaWords } from './media-words.ts'
import type { OpenDialog } from './open-dialog.ts'
import type { SignedIn } from './signed-in.ts'

/** What is needed seldom, behind one button. */
export function DeskMenu({
  view,
  person,
  onOpen,
}: {
  readonly view: DeskView
  readonly person: SignedIn
  readonly onOpen: (dialog: OpenDialog) => void
}) {
  const { say, language, ask } = useDesk()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const pick = (act: () => void) => () => {
    menu.current?.hidePopover()
    act()
  }
  const isSupervisor = person.role === 'supervisor'
  return (
    <>
      <button
        type="button"
        className={`${controls['button']} ${controls['quiet']} ${styles['more']}`}
        popoverTarget={`${id}-menu`}
        aria-label={say('more')}
      >
        <Menu aria-hidden="true" focusable="false" />
      </button>
      <div ref={menu} id={`${id}-menu`} popover="auto" className={styles['menu']}>
        <Button
          look="quiet"
          icon={CornerUpLeft}
          label={say('return_ticket')}
          onPress={pick(() => onOpen({ kind: 'return-ticket' }))}
        />
        {isSupervisor && view.returns.days.length > 0 && (
          <Button
            look="quiet"
            icon={CalendarDays}
            label={say('promised_days')}
            onPress={pick(() => onOpen({ kind: 'returns' }))}
          />
        )}
        <Button
          look="quiet"
          icon={MessageSquareText}
          label={say('prepared_texts')}
          onPress={pick(() => onOpen({ kind: 'prepared' }))}
        />
        <Button
          look="quiet"
          icon={MonitorCheck}
          label={say('screens')}
          onPress={pick(() => onOpen({ kind: 'screens' }))}
        />
        <Button
          look="quiet"
          icon={Images}
          label={sayOf(mediaWords, language, 'title')}
          onPress={pick(() => onOpen({ kind: 'media' }))}
        />
        {isSupervisor && (
          <>
            <Button
              look="quiet"
              icon={Ticket}
              label={say('ticket_words')}
              onPress={pick(() => onOpen({ kind: 'ticket-words' }))}
            />
            <Button
              look="quiet"
              icon={AudioLines}
              label={sayOf(clipPageWords, language, 'title')}
              onPress={pick(() => onOpen({ kind: 'recordings' }))}
            />
            <Button
              look="quiet"
              icon={UsersRound}
              label={say('people')}
              onPress={pick(() => onOpen({ kind: 'people' }))}
            />
            <Button
              look="quiet"
              icon={TabletSmartphone}
              label={say('let_device_in')}
              onPress={pick(() => onOpen({ kind: 'pair' }))}
            />
          </>
        )}
        <Button
          look="quiet"
          icon={ClipboardList}
          label={say('day_end')}
          onPress={pick(() => onOpen({ kind: 'day-end' }))}
        />
        <Button
          look="quiet"
          icon={LogOut}
          label={say('sign_out')}
          onPress={pick(() => void ask({ type: 'SignOut' }))}
        />
      </div>
    </>
  )
}
