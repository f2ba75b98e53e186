import { useId, useState } from 'react'
import type { Language, Text } from '../../shared/language.ts'
import type { noticeLimits } from '../../shared/notice.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import styles from './own-words.module.css'

/**
 * A sentence in the office's languages: one field says it in all of them, and each other language has a field of its
 * own that can be left empty.
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
        maxLength={lengthMax}
        value={value}
        aria-describedby={`${id}-left`}
        onChange={(event) => onValue(event.target.value)}
      />
      <p id={`${id}-left`} className={controls['hint']}>
        {say('own_words_left', { count: lengthMax - value.length, max: lengthMax })}
      </p>
    </div>
  )
}

// The hub's own limits, held here by the compiler: they lie beside schemas, whose parser no page should carry.
const lengthMax: (typeof noticeLimits)['causeLengthMax' | 'instructionLengthMax'] = 160
