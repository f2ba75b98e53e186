import { useId, useState } from 'react'
import type { Language, Text } from '../../shared/language.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { lettersLeft, ownWordsLengthMax } from './draft-texts.ts'
import styles from './own-words.module.css'

/**
 * A sentence in the office's languages: one field says it in all of them, and each other language has a field of its
 * own that can be left empty. What does not fit is counted and never cut off: its author decides which words go.
 */
export function TypedText({
  languages,
  typed,
  onType,
}: {
  readonly languages: readonly Language[]
  readonly typed: Text
  readonly onType: (typed: Text) => void
}) {
  const { say } = useDesk()
  const others = languages.filter((language) => language !== 'id')
  const [isOpen] = useState(() => others.some((language) => typed[language] !== ''))
  return (
    <>
      <Words label={say('own_words_label')} value={typed.id} onValue={(id) => onType({ ...typed, id })} />
      {others.length > 0 && (
        <details className={styles['others']} open={isOpen}>
          <summary>{say('other_languages')}</summary>
          <p className={controls['hint']}>{say('other_languages_hint')}</p>
          {others.map((language) => (
            <Words
              key={language}
              label={say(`in_${language}`)}
              lang={language}
              value={typed[language]}
              onValue={(value) => onType({ ...typed, [language]: value })}
            />
          ))}
        </details>
      )}
    </>
  )
}

function Words({
  label,
  lang,
  value,
  onValue,
}: {
  readonly label: string
  readonly lang?: Language
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const { say } = useDesk()
  const id = useId()
  const left = lettersLeft(value)
  return (
    <div className={controls['field']}>
      <label className={controls['label']} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        lang={lang}
        className={`${controls['input']} ${styles['words']}`}
        rows={3}
        value={value}
        aria-invalid={left < 0}
        aria-describedby={`${id}-left`}
        onChange={(event) => onValue(event.target.value)}
      />
      <p id={`${id}-left`} className={left < 0 ? controls['label'] : controls['hint']}>
        {left < 0
          ? say('letters_too_many', { count: -left, max: ownWordsLengthMax })
          : say('own_words_left', { count: left, max: ownWordsLengthMax })}
      </p>
    </div>
  )
}
