import { useId, useState } from 'react'
import type { Language } from '../../shared/language.ts'
import controls from './controls.module.css'
import { useDesk, type DeskKey } from './desk-context.ts'
import { flawOf, lettersLeft, lineLengthMax, type TicketDraft, type TicketLine } from './ticket-words-draft.ts'
import styles from './ticket-words.module.css'

/** One line of the ticket: in Indonesian and in the language that is printed, the others folded up below. */
export function TicketWordsLine({
  line,
  draft,
  languages,
  printed,
  onDraft,
}: {
  readonly line: TicketLine
  readonly draft: TicketDraft
  /** All that the office speaks. */
  readonly languages: readonly Language[]
  /** The one that comes onto the paper. */
  readonly printed: Language
  readonly onDraft: (draft: TicketDraft) => void
}) {
  const { say } = useDesk()
  const id = useId()
  const first: readonly Language[] = printed === 'id' ? ['id'] : ['id', printed]
  const others = languages.filter((language) => !first.includes(language))
  const [isOpen] = useState(() => others.some((language) => draft[line][language] !== ''))
  const field = (language: Language) => (
    <LineField
      key={language}
      line={line}
      draft={draft}
      language={language}
      onValue={(value) => onDraft({ ...draft, [line]: { ...draft[line], [language]: value } })}
    />
  )
  return (
    <fieldset className={styles['line']} aria-describedby={`${id}-hint`}>
      <legend className={styles['heading']}>{say(titles[line])}</legend>
      <p id={`${id}-hint`} className={controls['hint']}>
        {say(hints[line])}
      </p>
      {first.map(field)}
      {others.length > 0 && (
        <details className={styles['others']} open={isOpen}>
          <summary>{say('other_languages')}</summary>
          <div className={styles['fields']}>
            <p className={controls['hint']}>{say('line_stands_in')}</p>
            {others.map(field)}
          </div>
        </details>
      )}
    </fieldset>
  )
}

function LineField({
  line,
  draft,
  language,
  onValue,
}: {
  readonly line: TicketLine
  readonly draft: TicketDraft
  readonly language: Language
  readonly onValue: (value: string) => void
}) {
  const { say } = useDesk()
  const id = useId()
  const flaw = flawOf(draft, line, language)
  const max = lineLengthMax[line]
  const left = lettersLeft(draft, line, language)
  return (
    <div className={controls['field']}>
      <label className={controls['label']} htmlFor={id}>
        {say(`in_${language}`)}
      </label>
      {/* Grows where the line is longer than the page is wide; on paper it is one line, so Enter makes none. */}
      <textarea
        id={id}
        lang={language}
        className={`${controls['input']} ${styles['words']}`}
        rows={1}
        value={draft[line][language]}
        aria-invalid={flaw !== null}
        aria-describedby={`${id}-word`}
        onChange={(event) => onValue(event.target.value.replaceAll(/\s/g, ' '))}
      />
      <p id={`${id}-word`} className={flaw === null ? controls['hint'] : controls['label']}>
        {flaw === null
          ? say('own_words_left', { count: left, max })
          : flaw.kind === 'needed'
            ? say('line_needs_id')
            : say('letters_too_many', { count: flaw.count, max })}
      </p>
    </div>
  )
}

const titles: Readonly<Record<TicketLine, DeskKey>> = { heading: 'heading_line', closing: 'closing_line' }
const hints: Readonly<Record<TicketLine, DeskKey>> = { heading: 'heading_line_hint', closing: 'closing_line_hint' }
