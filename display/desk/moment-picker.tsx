import { useId } from 'react'
import { localTime, momentOf } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import { clockTime, dateOf } from '../../shared/words/when.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { dayChoices, onDay, timeChoices } from './moment-choices.ts'
import styles from './report.module.css'

/** A moment to come: its day and its time of day, in the office's time zone and the desk's language. */
export function MomentPicker({
  label,
  at,
  onChoose,
}: {
  /** What the moment is, for the two fields' names. */
  readonly label: string
  readonly at: EpochMs
  readonly onChoose: (at: EpochMs) => void
}) {
  const { say, language, timeZone, now } = useDesk()
  const id = useId()
  const day = localTime(at, timeZone).date
  const days = dayChoices(now, timeZone, at)
  const dayName = (ahead: number, noon: EpochMs) => {
    if (ahead === 0) return say('today')
    return ahead === 1 ? say('tomorrow') : dateOf(language, timeZone, noon)
  }
  return (
    <div className={styles['moment']}>
      <label className="for-ears" htmlFor={`${id}-day`}>
        {say('day_of', { what: label })}
      </label>
      <select
        id={`${id}-day`}
        className={controls['input']}
        value={day}
        onChange={(event) => {
          const chosen = days.find((known) => known === event.target.value)
          if (chosen) onChoose(onDay(at, chosen, now, timeZone))
        }}
      >
        {days.map((known, ahead) => (
          <option key={known} value={known}>
            {dayName(ahead, momentOf(known, 12 * 60, timeZone))}
          </option>
        ))}
      </select>
      <label className="for-ears" htmlFor={`${id}-time`}>
        {say('time_of', { what: label })}
      </label>
      <select
        id={`${id}-time`}
        className={controls['input']}
        value={at}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {timeChoices(day, now, timeZone, at).map((time) => (
          <option key={time} value={time}>
            {clockTime(language, timeZone, time)}
          </option>
        ))}
      </select>
    </div>
  )
}
