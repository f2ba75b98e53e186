import { useId } from 'react'
import { daysBetween, localDate, localTime } from '../../shared/day.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'
import { clockTime, dayOf } from '../../shared/words/when.ts'
import controls from './controls.module.css'
import { useDesk, type DeskKey } from './desk-context.ts'
import { dayChoices, onDay, timeChoices, type MomentSpan } from './moment-choices.ts'
import styles from './report.module.css'

/** A moment, to come or passed: its day and its time of day, in the office's time zone and the desk's language. */
export function MomentPicker({
  label,
  at,
  span,
  onChoose,
}: {
  /** What the moment is, for the two fields' names. */
  readonly label: string
  readonly at: EpochMs
  /** Where it must lie. */
  readonly span: MomentSpan
  readonly onChoose: (at: EpochMs) => void
}) {
  const { say, language, timeZone, now } = useDesk()
  const id = useId()
  const day = localTime(at, timeZone).date
  const days = dayChoices(span, timeZone, at)
  const dayName = (known: Day) => {
    const ahead = daysBetween(localDate(now, timeZone), known)
    const near = nearDays.get(ahead)
    return near === undefined ? dayOf(language, known) : say(near)
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
          if (chosen) onChoose(onDay(at, chosen, span, timeZone))
        }}
      >
        {days.map((known) => (
          <option key={known} value={known}>
            {dayName(known)}
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
        {timeChoices(day, span, timeZone, at).map((time) => (
          <option key={time} value={time}>
            {clockTime(language, timeZone, time)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The days that have a name of their own, by how many days they are ahead. */
const nearDays: ReadonlyMap<number, DeskKey> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])
