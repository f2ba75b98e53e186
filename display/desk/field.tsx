import { useId, type InputHTMLAttributes } from 'react'
import styles from './controls.module.css'

/** A labelled line to fill in, with what it is for and what is missing in it. */
export function Field({
  label,
  hint,
  flaw = null,
  onValue,
  ...input
}: {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what was written. */
  readonly flaw?: string | null
  readonly onValue: (value: string) => void
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'type' | 'min' | 'inputMode' | 'autoComplete' | 'maxLength' | 'autoCapitalize' | 'spellCheck'
>) {
  const id = useId()
  const described = [hint === undefined ? null : `${id}-hint`, flaw === null ? null : `${id}-flaw`].filter(Boolean)
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={styles['input']}
        aria-invalid={flaw !== null}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        onChange={(event) => onValue(event.target.value)}
      />
      {flaw !== null && (
        <p className={styles['label']} id={`${id}-flaw`}>
          {flaw}
        </p>
      )}
    </div>
  )
}
