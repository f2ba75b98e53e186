import { useId } from 'react'
import styles from './choices.module.css'

/** One of a few, as large radio buttons under a heading. */
export function Choices<Value extends string>({
  legend,
  options,
  value,
  onChoose,
  columns = 1,
}: {
  readonly legend: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  readonly columns?: 1 | 2
}) {
  const name = useId()
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={columns === 2 ? `${styles['options']} ${styles['two']}` : styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
