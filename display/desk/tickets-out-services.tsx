import { ArrowRightLeft, House } from 'lucide-react'
import type { ServiceView } from '../../shared/views/common.ts'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { openServices, peopleIn, waitingFor } from './tickets-out.ts'
import styles from './tickets-out.module.css'

/** The people a notice touches, service by service, with what can be done for those of one service or for all. */
export function TicketsOutServices({
  notice,
  view,
  onMove,
  onSendHome,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly onMove: (service: ServiceView) => void
  readonly onSendHome: (services: readonly ServiceView[]) => void
}) {
  const { say, language } = useDesk()
  const canMove = openServices(notice, view).length > 0
  return (
    <section className={styles['services']} aria-label={say('or_elsewhere')}>
      <h3 className={styles['heading']}>{say('or_elsewhere')}</h3>
      <ul className={styles['list']}>
        {notice.affected.map(({ service, people }) => {
          const name = service.name[language]
          return (
            <li key={service.id} className={styles['service']}>
              <p className={styles['name']}>
                <ServiceMark service={service} letterOnly />
                <span>{name}</span>
                <span className={styles['people']}>
                  <span aria-hidden="true">{people}</span>
                  <span className="for-ears">{say('people_count', { count: people })}</span>
                </span>
              </p>
              <div className={styles['buttons']}>
                {canMove && waitingFor(service, view) > 0 && (
                  <Button
                    icon={ArrowRightLeft}
                    label={say('move_people')}
                    name={say('move_people_of', { service: name })}
                    onPress={() => onMove(service)}
                  />
                )}
                <Button
                  icon={House}
                  label={say('send_home')}
                  name={say('send_home_of', { service: name })}
                  onPress={() => onSendHome([service])}
                />
              </div>
            </li>
          )
        })}
      </ul>
      {notice.affected.length > 1 && (
        <Button
          icon={House}
          label={say('send_all_home', { count: peopleIn(notice) })}
          onPress={() => onSendHome(notice.affected.map(({ service }) => service))}
        />
      )}
    </section>
  )
}
