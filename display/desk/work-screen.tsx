import { useState } from 'react'
import type { DeskView } from '../../shared/views/desk.ts'
import type { LinkState } from '../ui/link.ts'
import { saysUnconfirmed } from '../ui/office-day.ts'
import { firstCounter } from './actions.ts'
import { Attention } from './attention.tsx'
import { ConfirmDay, DayConfirmed } from './confirm-day.tsx'
import { CounterButtons } from './counter-buttons.tsx'
import { CurrentTicket } from './current-ticket.tsx'
import { useDesk } from './desk-context.ts'
import { DeskDialogs } from './desk-dialogs.tsx'
import { DeskHeader } from './desk-header.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import type { OpenDialog } from './open-dialog.ts'
import type { SignedIn } from './signed-in.ts'
import { TicketLists } from './ticket-lists.tsx'
import styles from './work-screen.module.css'

/**
 * A signed-in person's desk: their counter on the left, everybody who waits on the right, notices where they stand. What
 * calls people stays where it is, however much is to be known below it.
 */
export function WorkScreen({
  view,
  link,
  person,
}: {
  readonly view: DeskView
  readonly link: LinkState<DeskView>
  readonly person: SignedIn
}) {
  const { say, memory, now } = useDesk()
  // Chosen once: when a colleague sits down, nobody is moved to another counter unasked.
  const [chosen, setChosen] = useState(() => firstCounter(view, memory.recall('counter'), person.name)?.id ?? null)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const counter = firstCounter(view, chosen, person.name)
  if (!counter) return null

  const choose = (id: string) => {
    const known = view.counters.find((candidate) => candidate.id === id)
    if (!known) return
    setChosen(known.id)
    memory.remember('counter', known.id)
  }
  const confirmDay = saysUnconfirmed(view.office, now) ? (
    <ConfirmDay view={view} onReport={() => setOpen({ kind: 'report', target: { kind: 'new' } })} />
  ) : null
  const isVacant = counter.current === null
  return (
    <div className={styles['work']}>
      <DeskHeader view={view} link={link} counter={counter} person={person} onCounter={choose} onOpen={setOpen} />
      <main className={styles['columns']}>
        <div className={styles['counter']}>
          <div className={styles['calling']}>
            {/* In the place of nobody: so no button moves when it is answered, here or at another desk. */}
            {isVacant && confirmDay ? confirmDay : <CurrentTicket counter={counter} name={person.name} />}
            <CounterButtons
              // A word about one counter is no word about the next.
              key={counter.id}
              view={view}
              counter={counter}
              name={person.name}
              freshness={link.freshness}
              onTransfer={(ticket) => setOpen({ kind: 'transfer', ticket })}
            />
          </div>
          <div className={styles['known']}>
            {!isVacant && confirmDay}
            <Attention view={view} freshness={link.freshness} role={person.role} />
            <NoticesPanel view={view} onOpen={setOpen} />
            {view.confirmed !== null && <DayConfirmed confirmed={view.confirmed} />}
          </div>
        </div>
        <section className={styles['lists']} aria-label={say('people_here')}>
          <TicketLists view={view} counter={counter} onTicket={(ticket) => setOpen({ kind: 'ticket', ticket })} />
        </section>
      </main>
      {open && (
        <DeskDialogs
          open={open}
          view={view}
          counter={counter}
          person={person}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
