import type { DeskCounter } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import styles from './current-ticket.module.css'
import { useDesk } from './desk-context.ts'
import { ReopenVisit } from './reopen-visit.tsx'
import { classLabels } from './ticket-classes.ts'

/** Who is at this counter now, readable from a step away; where nobody is, how many could be called. */
export function CurrentTicket({ counter, name }: { readonly counter: DeskCounter; readonly name: string }) {
  const { say, language, now, since } = useDesk()
  const { current, last, staff } = counter
  const calledAt = current?.calledAt ?? now
  const label = current === null ? null : classLabels[current.class]
  return (
    <section className={styles['current']} aria-label={say('current_ticket')}>
      {current === null ? (
        <>
          <div className={styles['empty']}>
            <p className={styles['headline']}>
              {staff === null
                ? say('counter_is_closed')
                : staff === name
                  ? say('nobody_here_now')
                  : say('counter_of', { name: staff })}
            </p>
            <p className={styles['soft']}>{say('can_be_called', { count: counter.waiting })}</p>
            {staff === null && <p className={styles['soft']}>{say('calling_opens')}</p>}
          </div>
          {staff === name && last !== null && <ReopenVisit counter={counter} last={last} />}
        </>
      ) : (
        <>
          <p className={styles['number']}>{current.number}</p>
          <div className={styles['facts']}>
            <p className={styles['service']}>
              <ServiceMark service={current.service} />
              <span>{current.service.name[language]}</span>
            </p>
            <p className={styles['state']}>
              {staff !== null && staff !== name
                ? say('counter_of', { name: staff })
                : current.state === 'serving'
                  ? say('being_served')
                  : calledAt > now - 60_000
                    ? say('called_now')
                    : say('called_ago', { time: since(calledAt) })}
            </p>
            <p className={styles['soft']}>{say('waited', { time: since(current.takenAt, calledAt) })}</p>
            {label !== null && <p className={styles['priority']}>{say(label)}</p>}
          </div>
        </>
      )}
    </section>
  )
}
