import { BookmarkPlus } from 'lucide-react'
import type { Language, Text } from '../../shared/language.ts'
import type { NoticeKind } from '../../shared/notice.ts'
import { newId } from '../ui/connect.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { completed, lettersTooMany } from './draft-texts.ts'
import type { Says } from './prepared-texts.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './own-words.module.css'
import { TypedText } from './typed-text.tsx'
import { useOrders } from './use-orders.ts'

/** Words of somebody's own for a notice, which can be kept for the next one of its kind. */
export function OwnWords({
  kind,
  says,
  languages,
  typed,
  onType,
  onKept,
}: {
  readonly kind: NoticeKind
  readonly says: Says
  readonly languages: readonly Language[]
  readonly typed: Text
  readonly onType: (typed: Text) => void
  /** They are a prepared text with this id now. */
  readonly onKept: (id: string) => void
}) {
  const { say, give } = useDesk()
  const orders = useOrders()
  const text = completed(typed)
  const tooMany = lettersTooMany(typed)
  const keep = async () => {
    if (text === null) return
    const id = `own-${newId()}`
    if (await orders.press('keep', () => give({ type: 'SavePreparedText', text: { id, kind, says, text } }))) onKept(id)
  }
  return (
    <div className={styles['own']}>
      <TypedText languages={languages} typed={typed} onType={onType} />
      <div className={styles['keep']}>
        <Button
          icon={BookmarkPlus}
          label={say('keep_words')}
          orders
          busy={orders.busy === 'keep'}
          hindrance={
            text === null ? say('why_no_words') : tooMany > 0 ? say('why_words_too_long', { count: tooMany }) : null
          }
          onPress={() => void keep()}
        />
        <p className={styles['hint']}>{say('keep_words_hint')}</p>
      </div>
      <ProblemAlert problem={orders.problem} />
    </div>
  )
}
