import type { DeskService } from '../../shared/views/desk.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import styles from './ticket-dialog.module.css'

/** Services to choose one from, each with how many wait for it. */
export function ServiceTargets({
  services,
  busy,
  onChoose,
}: {
  readonly services: readonly DeskService[]
  /** The one that was chosen a moment ago. */
  readonly busy: string | null
  readonly onChoose: (service: DeskService) => void
}) {
  const { say, language, live } = useDesk()
  return (
    <div className={styles['services']}>
      {services.map((service) => (
        <button
          key={service.id}
          type="button"
          className={`${controls['button']} ${controls['quiet']}`}
          aria-busy={busy === service.id}
          aria-disabled={!live}
          onClick={() => live && onChoose(service)}
        >
          <span className={styles['target']}>
            <ServiceMark service={service} />
            <span>{service.name[language]}</span>
            <span className={styles['count']}>{say('waiting_count', { count: service.waiting })}</span>
          </span>
        </button>
      ))}
    </div>
  )
}
