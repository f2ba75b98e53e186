import { useId } from 'react'
import styles from './choices.module.css'

interface ChoiceOption<Value> {
  readonly value: Value
  readonly label: string
  /** What follows from choosing it. */
  readonly more?: string
}

/** One of a few, as large radio buttons under a heading. */
export function Choices<Value extends string>({
  legend,
  options,
  value,
  onChoose,
  columns = 1,
  isNamed = false,
}: {
  readonly legend: string
  readonly options: readonly ChoiceOption<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  readonly columns?: 1 | 2
  /** What is around it says the same already: the legend is for ears alone. */
  readonly isNamed?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={styles['group']}>
      <legend className={isNamed ? 'for-ears' : styles['legend']}>{legend}</legend>
      <div className={columns === 2 ? `${styles['options']} ${styles['two']}` : styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>
              {option.label}
              {option.more !== undefined && <span className={styles['more']}>{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
