import type { ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import type { ServiceView } from '../../shared/views/common.ts'
import { say } from '../../shared/words/say.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import styles from './my-number.module.css'
import { words } from './words.ts'

/** The number as it stands on the paper, what kind of ticket it is and what it is for; `children` are its small print. */
export function MyNumber({
  label,
  number,
  service,
  code,
  language,
  children,
}: {
  readonly label: string
  readonly number: string
  readonly service: ServiceView
  /** The letters that are typed with the number, where they are needed; null otherwise. */
  readonly code: string | null
  readonly language: Language
  readonly children?: ReactNode
}) {
  return (
    <div className={styles['card']}>
      <h1 className={styles['heading']}>
        <span className={styles['label']}>{label}</span> <span className={styles['number']}>{number}</span>
      </h1>
      <p className={styles['service']}>
        <ServiceMark service={service} />
        <span>{service.name[language]}</span>
      </p>
      {code !== null && <p className={styles['code']}>{say(words, language, 'code', { code })}</p>}
      {children !== undefined && <p className={styles['print']}>{children}</p>}
    </div>
  )
}
