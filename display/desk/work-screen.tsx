import { useState } from 'react'
import type { DeskNotice, DeskTicket, DeskView } from '../../shared/views/desk.ts'
import type { LinkState } from '../ui/link.ts'
import { firstCounter } from './actions.ts'
import { Attention } from './attention.tsx'
import { CounterButtons } from './counter-buttons.tsx'
import { CurrentTicket } from './current-ticket.tsx'
import { useDesk } from './desk-context.ts'
import { DayEndDialog } from './day-end-dialog.tsx'
import { DeskHeader } from './desk-header.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import { PairDialog } from './pair-dialog.tsx'
import { PeopleDialog } from './people-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import type { SignedIn } from './signed-in.ts'
import { TicketDialog } from './ticket-dialog.tsx'
import { TicketLists } from './ticket-lists.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import styles from './work-screen.module.css'

/** A signed-in person's desk: their counter on the left, everybody who waits on the right, notices where they stand. */
export function WorkScreen({
  view,
  link,
  person,
}: {
  readonly view: DeskView
  readonly link: LinkState<DeskView>
  readonly person: SignedIn
}) {
  const { say, memory } = useDesk()
  // Chosen once: when a colleague sits down, nobody is moved to another counter unasked.
  const [chosen, setChosen] = useState(() => firstCounter(view, memory.recall('counter'), person.name)?.id ?? null)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const counter = firstCounter(view, chosen, person.name)
  if (!counter) return null

  const close = () => setOpen(null)
  const choose = (id: string) => {
    const known = view.counters.find((candidate) => candidate.id === id)
    if (!known) return
    setChosen(known.id)
    memory.remember('counter', known.id)
  }
  return (
    <div className={styles['work']}>
      <DeskHeader
        view={view}
        link={link}
        counter={counter}
        person={person}
        onCounter={choose}
        onReport={() => setOpen({ kind: 'report', notice: null })}
        onPeople={() => setOpen({ kind: 'people' })}
        onPair={() => setOpen({ kind: 'pair' })}
        onDayEnd={() => setOpen({ kind: 'day-end' })}
      />
      <main className={styles['columns']}>
        <div className={styles['counter']}>
          <CurrentTicket counter={counter} name={person.name} />
          <CounterButtons
            // A word about one counter is no word about the next.
            key={counter.id}
            view={view}
            counter={counter}
            name={person.name}
            freshness={link.freshness}
            onTransfer={(ticket) => setOpen({ kind: 'transfer', ticket })}
          />
          <Attention view={view} freshness={link.freshness} role={person.role} />
          <NoticesPanel
            view={view}
            onUpdate={(notice) => setOpen({ kind: 'report', notice })}
            onResolve={(notice) => setOpen({ kind: 'resolve', notice })}
          />
        </div>
        <section className={styles['lists']} aria-label={say('people_here')}>
          <TicketLists view={view} counter={counter} onTicket={(ticket) => setOpen({ kind: 'ticket', ticket })} />
        </section>
      </main>
      {open?.kind === 'report' && <ReportDialog view={view} notice={open.notice} onClose={close} />}
      {open?.kind === 'resolve' && <ResolveDialog notice={open.notice} onClose={close} />}
      {open?.kind === 'ticket' && (
        <TicketDialog
          ticket={open.ticket}
          counter={counter}
          onTransfer={() => setOpen({ kind: 'transfer', ticket: open.ticket })}
          onClose={close}
        />
      )}
      {open?.kind === 'transfer' && <TransferDialog view={view} ticket={open.ticket} onClose={close} />}
      {open?.kind === 'people' && <PeopleDialog person={person} onClose={close} />}
      {open?.kind === 'pair' && <PairDialog onClose={close} />}
      {open?.kind === 'day-end' && <DayEndDialog view={view} onClose={close} />}
    </div>
  )
}

type OpenDialog =
  | { readonly kind: 'report'; readonly notice: DeskNotice | null }
  | { readonly kind: 'resolve'; readonly notice: DeskNotice }
  | { readonly kind: 'ticket' | 'transfer'; readonly ticket: DeskTicket }
  | { readonly kind: 'people' | 'pair' | 'day-end' }
