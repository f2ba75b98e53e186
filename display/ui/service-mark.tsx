import { memo } from 'react'
import type { ServiceView } from '../../shared/views/common.ts'
import { Pictogram } from './pictogram.tsx'
import styles from './service-mark.module.css'

/**
 * How a service is recognised without reading: its letter and pictogram on its colour. It takes its size from the
 * words around it, and is hidden from screen readers because the service's name or number always stands beside it.
 * Drawn once: an icon is dear to work out, and a screen that is drawn anew every second is full of them.
 */
export const ServiceMark = memo(function ServiceMark({ service, letterOnly = false, pictogramOnly = false }: Mark) {
  return (
    <span className={styles['mark']} style={{ backgroundColor: `var(--service-${service.colour})` }} aria-hidden="true">
      {!pictogramOnly && <span className={styles['letter']}>{service.letter}</span>}
      {!letterOnly && <Pictogram name={service.pictogram} />}
    </span>
  )
}, isSameMark)

interface Mark {
  readonly service: Pick<ServiceView, 'letter' | 'colour' | 'pictogram'>
  readonly letterOnly?: boolean
  readonly pictogramOnly?: boolean
}

function isSameMark(one: Mark, other: Mark): boolean {
  const { letter, colour, pictogram } = one.service
  return (
    letter === other.service.letter &&
    colour === other.service.colour &&
    pictogram === other.service.pictogram &&
    one.letterOnly === other.letterOnly &&
    one.pictogramOnly === other.pictogramOnly
  )
}
