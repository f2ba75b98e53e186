import { CircleCheck } from 'lucide-react'
import { useId } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { RecoveryView } from '../../shared/views/common.ts'
import { recoveryText } from '../../shared/words/notice-text.ts'
import styles from './recoveries.module.css'
import { Unbroken } from './unbroken.tsx'

/**
 * What works again since a short while ago, and that those who had to wait are called again. It takes its colours and
 * type size from around it: it is good news and no notice, so it is never yellow.
 */
export function Recoveries({
  recoveries,
  language,
  timeZone,
  now,
}: {
  readonly recoveries: readonly RecoveryView[]
  readonly language: Language
  readonly timeZone: string
  /** The hub's time in ms. */
  readonly now: EpochMs
}) {
  const headingId = useId()
  if (recoveries.length === 0) return null
  const texts = recoveries.map((recovery) => ({
    id: recovery.id,
    ...recoveryText(recovery, language, timeZone, now),
  }))
  const held = texts.find((text) => text.held !== null)?.held
  return (
    <section className={styles['recoveries']} aria-labelledby={headingId}>
      {texts.map(({ id, heading }, i) => (
        <h2 key={id} className={styles['heading']} id={i === 0 ? headingId : undefined}>
          <CircleCheck className={styles['icon']} aria-hidden="true" focusable="false" />
          <Unbroken text={heading} />
        </h2>
      ))}
      {held !== undefined && <p className={styles['held']}>{held}</p>}
    </section>
  )
}
