import { Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import type { PreparedChoice } from './prepared-texts.ts'
import styles from './prepared.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** The prepared causes or instructions of a kind. Taking out one of the office's own takes two presses. */
export function PreparedList({
  title,
  choices,
  onAdd,
  onChange,
}: {
  readonly title: string
  readonly choices: readonly PreparedChoice[]
  readonly onAdd: () => void
  readonly onChange: (choice: PreparedChoice) => void
}) {
  const { say, language, give } = useDesk()
  const id = useId()
  const orders = useOrders()
  const [leaving, setLeaving] = useState<string | null>(null)
  const remove = (choice: PreparedChoice) => {
    setLeaving(null)
    void orders.press(choice.id, () => give({ type: 'RemovePreparedText', text: choice.id }))
  }
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      <ul className={styles['list']}>
        {choices.map((choice) => {
          const text = choice.text[language]
          return (
            <li key={choice.id} className={styles['item']}>
              <p className={styles['words']}>
                {text} {choice.origin !== 'built-in' && <span className={styles['own']}>{say('own_text')}</span>}
              </p>
              <Button
                look="quiet"
                icon={Pencil}
                label={say('change')}
                name={say('change_text', { text })}
                onPress={() => onChange(choice)}
              />
              {choice.origin === 'own' && (
                <Button
                  look="quiet"
                  icon={Trash2}
                  label={say(leaving === choice.id ? 'remove_text_surely' : 'remove')}
                  name={say(leaving === choice.id ? 'remove_text_surely_of' : 'remove_text', { text })}
                  orders
                  busy={orders.busy === choice.id}
                  onPress={() => (leaving === choice.id ? remove(choice) : setLeaving(choice.id))}
                />
              )}
              {choice.origin === 'replaced' && (
                <Button
                  look="quiet"
                  icon={RotateCcw}
                  label={say('restore')}
                  name={say('restore_text', { text })}
                  orders
                  busy={orders.busy === choice.id}
                  onPress={() => remove(choice)}
                />
              )}
            </li>
          )
        })}
      </ul>
      <ProblemAlert problem={orders.problem} />
      <Button
        look="quiet"
        icon={Plus}
        className={styles['add']}
        label={say('add_text')}
        name={say('add_text_to', { title })}
        onPress={onAdd}
      />
    </section>
  )
}
