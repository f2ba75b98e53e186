import { useState } from 'react'
import type { DeskService, DeskTicket } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import { useDesk, type DeskKey } from './desk-context.ts'
import styles from './ticket-lists.module.css'
import { TicketChip } from './ticket-chip.tsx'

/** One service: how many wait and how long, and its longest waits to choose from. */
export function ServiceLine({
  service,
  onTicket,
}: {
  readonly service: DeskService
  readonly onTicket: (ticket: DeskTicket) => void
}) {
  const { say, language, since } = useDesk()
  const [all, setAll] = useState(false)
  const state = stateOf(service)
  const shown = all ? service.line : service.line.slice(0, shownAtFirst)
  const longest = service.line[0]
  const places = service.availability === 'full' ? null : service.placesLeft
  const left = places && say(placeLabels[places.until], { count: places.count })
  return (
    <section
      className={service.waiting === 0 ? `${styles['service']} ${styles['empty']}` : styles['service']}
      aria-label={service.name[language]}
    >
      <div className={styles['title']}>
        <span className={styles['mark']}>
          <ServiceMark service={service} letterOnly />
        </span>
        <h2 className={styles['name']}>{service.name[language]}</h2>
        {longest ? (
          <p className={styles['longest']}>{say('longest', { time: since(longest.takenAt) })}</p>
        ) : (
          left !== null && <p className={styles['longest']}>{left}</p>
        )}
        <p className={styles['waiting']}>
          <span aria-hidden="true">{service.waiting}</span>
          <span className="for-ears">{say('waiting_count', { count: service.waiting })}</span>
        </p>
      </div>
      {state !== null && (
        <p className={state.noticed ? `${styles['state']} ${styles['noticed']}` : styles['state']}>{say(state.key)}</p>
      )}
      <p className={styles['facts']}>
        {service.comingBack > 0 && <span>{say('coming_back', { count: service.comingBack })}</span>}
        {longest !== undefined && left !== null && <span>{left}</span>}
      </p>
      {shown.length > 0 && (
        <ul className={styles['tickets']}>
          {shown.map((ticket) => (
            <li key={ticket.ticket}>
              <TicketChip ticket={ticket} onPress={() => onTicket(ticket)} />
            </li>
          ))}
        </ul>
      )}
      {service.line.length > shownAtFirst && (
        <Button
          look="quiet"
          className={styles['all']}
          label={all ? say('show_fewer') : say('show_all', { count: service.line.length })}
          onPress={() => setAll(!all)}
        />
      )}
    </section>
  )
}

function stateOf(service: DeskService): { readonly key: DeskKey; readonly noticed: boolean } | null {
  if (service.onHold && service.waiting > 0) return { key: 'service_on_hold', noticed: true }
  switch (service.availability) {
    case 'stopped':
      return { key: 'service_stopped', noticed: true }
    case 'warned':
      return { key: 'service_warned', noticed: true }
    case 'full':
      return { key: 'service_full', noticed: false }
    case 'closed':
      return { key: 'service_closed', noticed: false }
    case 'open':
      return null
    default:
      return service.availability satisfies never
  }
}

const placeLabels: Readonly<Record<'quota' | 'closing', DeskKey>> = {
  quota: 'places_left',
  closing: 'places_until_closing',
}

const shownAtFirst = 6
