import { ArrowLeft, Check } from 'lucide-react'
import { useId } from 'react'
import type { Language, Text } from '../../shared/language.ts'
import type { NoticeKind } from '../../shared/notice.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { completed } from './draft-texts.ts'
import { kindLabels } from './kinds.ts'
import type { Says } from './prepared-texts.ts'
import styles from './prepared.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { TypedText } from './typed-text.tsx'
import { useOrders } from './use-orders.ts'

/** A prepared text while it is written. */
export interface EditedText {
  readonly id: string
  readonly kind: NoticeKind
  readonly says: Says
  readonly typed: Text
  /** It comes with Loket and is offered for other kinds as well. */
  readonly isShared: boolean
}

/** Writes a prepared text in every language of the office. */
export function PreparedEditor({
  languages,
  edited,
  onType,
  onClose,
}: {
  readonly languages: readonly Language[]
  readonly edited: EditedText
  readonly onType: (typed: Text) => void
  readonly onClose: () => void
}) {
  const { say, give } = useDesk()
  const headingId = useId()
  const orders = useOrders()
  const { id, kind, says, typed, isShared } = edited
  const text = completed(typed)
  const save = async () => {
    const command = { type: 'SavePreparedText', text: { id, kind, says, text } }
    if (text !== null && (await orders.press('save', () => give(command)))) onClose()
  }
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles['heading']}>
        {say(says === 'cause' ? 'why' : 'what_to_do')}
      </h3>
      <p className={styles['text']}>
        {isShared ? say('changes_everywhere') : say('offered_for', { kind: say(kindLabels[kind]) })}
      </p>
      <TypedText languages={languages} typed={typed} onType={onType} />
      <ProblemAlert problem={orders.problem} />
      <div className={styles['buttons']}>
        <Button
          look="main"
          icon={Check}
          label={say('keep_change')}
          orders
          busy={orders.busy === 'save'}
          hindrance={text === null ? say('why_no_words') : null}
          onPress={() => void save()}
        />
        <Button look="quiet" icon={ArrowLeft} label={say('back')} onPress={onClose} />
      </div>
    </section>
  )
}
