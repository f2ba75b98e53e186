import type { ServiceView } from '../../shared/views/common.ts'
import { Pictogram } from './pictogram.tsx'
import styles from './service-mark.module.css'

/**
 * How a service is recognised without reading: its letter and pictogram on its colour. It takes its size from the
 * words around it, and is hidden from screen readers because the service's name or number always stands beside it.
 */
export function ServiceMark({
  service,
  letterOnly = false,
  pictogramOnly = false,
}: {
  readonly service: Pick<ServiceView, 'letter' | 'colour' | 'pictogram'>
  readonly letterOnly?: boolean
  readonly pictogramOnly?: boolean
}) {
  return (
    <span className={styles['mark']} style={{ backgroundColor: `var(--service-${service.colour})` }} aria-hidden="true">
      {!pictogramOnly && <span className={styles['letter']}>{service.letter}</span>}
      {!letterOnly && <Pictogram name={service.pictogram} />}
    </span>
  )
}
