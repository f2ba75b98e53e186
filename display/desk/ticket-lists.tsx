import { useId, useState, type KeyboardEvent } from 'react'
import type { DeskCounter, DeskTicket, DeskView } from '../../shared/views/desk.ts'
import { useDesk, type DeskKey } from './desk-context.ts'
import { ServiceLine } from './service-line.tsx'
import { SetAside } from './set-aside.tsx'
import styles from './ticket-lists.module.css'

/**
 * Everybody with a number: who waits, by service with this counter's own first; who is on hold; who did not come; and, on
 * a day on which people were sent home, who those are.
 */
export function TicketLists({
  view,
  counter,
  onTicket,
}: {
  readonly view: DeskView
  readonly counter: DeskCounter
  readonly onTicket: (ticket: DeskTicket) => void
}) {
  const { say } = useDesk()
  const id = useId()
  const [shown, setShown] = useState<Tab>('waiting')
  const waiting = view.services.reduce((sum, service) => sum + service.waiting, 0)
  const sentHome = view.services.reduce((sum, service) => sum + service.sentHome, 0)
  const counts = { waiting, held: view.held.length, missed: view.missed.length, 'sent-home': sentHome }
  const tabs = allTabs.filter((tab) => tab !== 'sent-home' || sentHome > 0 || tab === shown)
  const own = view.services.filter((service) => counter.services.some((mine) => mine.id === service.id))
  const others = view.services.filter((service) => !own.includes(service))

  const turn = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.indexOf(shown) + step + tabs.length) % tabs.length]
    if (step === 0 || next === undefined) return
    setShown(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <>
      <div className={styles['tabs']} role="tablist" aria-label={say('lists')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            className={styles['tab']}
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setShown(tab)}
            onKeyDown={turn}
          >
            {say(labels[tab])} <span className={styles['count']}>{counts[tab]}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`} className={styles['panel']}>
        {shown === 'waiting' && (
          <>
            {own.map((service) => (
              <ServiceLine key={service.id} service={service} onTicket={onTicket} />
            ))}
            {others.length > 0 && <p className={styles['others']}>{say('other_services')}</p>}
            {others.map((service) => (
              <ServiceLine key={service.id} service={service} onTicket={onTicket} />
            ))}
          </>
        )}
        {shown === 'held' && (
          <SetAside tickets={view.held} counter={counter} empty={say('nobody_held')} onTicket={onTicket} />
        )}
        {shown === 'missed' && (
          <SetAside tickets={view.missed} counter={counter} empty={say('nobody_missed')} onTicket={onTicket} />
        )}
        {shown === 'sent-home' && (
          <>
            <p className={styles['about']}>{say('sent_home_text')}</p>
            <SetAside tickets={view.sentHome} counter={null} empty={say('nobody_sent_home')} onTicket={onTicket} />
            {view.sentHome.length < sentHome && (
              <p className={styles['about']}>{say('sent_home_more', { count: sentHome - view.sentHome.length })}</p>
            )}
          </>
        )}
      </div>
    </>
  )
}

const allTabs = ['waiting', 'held', 'missed', 'sent-home'] as const
type Tab = (typeof allTabs)[number]

const labels = {
  waiting: 'tab_waiting',
  held: 'tab_held',
  missed: 'tab_missed',
  'sent-home': 'tab_sent_home',
} as const satisfies Record<Tab, DeskKey>
