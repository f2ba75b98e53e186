import type { DeskReturns } from '../../shared/views/desk.ts'
import { dayOf } from '../../shared/words/when.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import styles from './returns.module.css'

/**
 * How many people were promised a place near the front, day by day and service by service, as bars beside a line at the
 * most that the office asks of one service for a day. It is one table, so that whoever does not see the bars reads it.
 */
export function ReturnsDialog({ returns, onClose }: { readonly returns: DeskReturns; readonly onClose: () => void }) {
  const { say, language } = useDesk()
  const { perDay, days } = returns
  const most = Math.max(perDay, ...days.flatMap(({ services }) => services.map(({ count }) => count)))
  return (
    <Dialog title={say('promised_days')} onClose={onClose}>
      <div className={styles['returns']}>
        <p className={styles['text']}>{say('promised_text')}</p>
        {days.length === 0 && <p className={styles['text']}>{say('nobody_promised')}</p>}
        <table className={styles['table']}>
          <caption className={styles['caption']}>
            <span className={styles['sample']} aria-hidden="true" />
            {say('promised_line', { count: perDay })}
          </caption>
          <thead className="for-ears">
            <tr>
              <th scope="col">{say('service')}</th>
              <th scope="col">{say('people_promised')}</th>
            </tr>
          </thead>
          {days.map(({ day, services }) => (
            <tbody key={day} className={styles['day']}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  <span className={styles['dayName']}>{dayOf(language, day)}</span>
                  <span className={styles['total']}>
                    {say('people_count', { count: services.reduce((sum, { count }) => sum + count, 0) })}
                  </span>
                </th>
              </tr>
              {services.map(({ service, count }) => (
                <tr key={service.id}>
                  <th scope="row">
                    <ServiceMark service={service} letterOnly />
                    <span className="for-ears">{service.name[language]}</span>
                  </th>
                  <td>
                    <span className={styles['chart']} aria-hidden="true">
                      <span
                        className={styles['bar']}
                        style={{
                          width: `${(count / most) * 100}%`,
                          background: `var(--service-${service.colour})`,
                        }}
                      />
                      <span className={styles['line']} style={{ left: `${(perDay / most) * 100}%` }} />
                    </span>
                    <span className={styles['figure']}>{count}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        <ul className={styles['legend']}>
          {namedIn(returns).map((service) => (
            <li key={service.id}>
              <ServiceMark service={service} letterOnly />
              <span>{service.name[language]}</span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** The services that are promised to anybody, each once, in the order of their letters. */
function namedIn({ days }: DeskReturns) {
  const named = new Map(days.flatMap(({ services }) => services.map(({ service }) => [service.id, service])))
  return [...named.values()].toSorted((a, b) => a.letter.localeCompare(b.letter))
}
