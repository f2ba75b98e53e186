import { Building2, ServerOff } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { reaches } from '../../shared/chosen-scope.ts'
import type { NoticeScope } from '../../shared/notice.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { list } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import { useDesk } from './desk-context.ts'
import type { DraftAction } from './notice-draft.ts'
import styles from './report.module.css'

/** What a notice is about: a system, which takes its services with it, single services, or the whole office. */
export function ReportScope({
  view,
  scope,
  act,
}: {
  readonly view: DeskView
  readonly scope: NoticeScope
  readonly act: (action: DraftAction) => void
}) {
  const { say, language } = useDesk()
  const id = useId()
  return (
    <section className={styles['scope']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {say('what_is_affected')}
      </h3>
      {view.systems.map((system) => {
        const systemId = system.id
        return (
          <Toggle
            key={system.id}
            large
            pressed={scope.systems.includes(systemId)}
            onPress={() => act({ type: 'system', id: systemId })}
          >
            <ServerOff aria-hidden="true" focusable="false" />
            <span className={styles['name']}>
              {system.name[language]}
              <span className={styles['under']}>
                {list(
                  language,
                  system.services.map((service) => service.name[language]),
                )}
              </span>
            </span>
          </Toggle>
        )
      })}
      <div className={styles['services']}>
        {view.services.map((service) => (
          <Toggle
            key={service.id}
            pressed={reaches(scope, service.id, view.systems)}
            onPress={() => act({ type: 'service', id: service.id })}
          >
            <ServiceMark service={service} letterOnly />
            <span className={styles['name']}>{service.name[language]}</span>
            {service.waiting > 0 && (
              <span className={styles['waiting']}>
                <span aria-hidden="true">{service.waiting}</span>
                <span className="for-ears">{say('waiting_count', { count: service.waiting })}</span>
              </span>
            )}
          </Toggle>
        ))}
        <Toggle pressed={scope.office} onPress={() => act({ type: 'office' })}>
          <Building2 aria-hidden="true" focusable="false" />
          <span className={styles['name']}>{say('whole_office')}</span>
        </Toggle>
      </div>
    </section>
  )
}

function Toggle({
  pressed,
  large = false,
  onPress,
  children,
}: {
  readonly pressed: boolean
  readonly large?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className={large ? `${styles['toggle']} ${styles['large']}` : styles['toggle']}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
