import { addDays, localTime, momentOf } from '../../shared/day.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'

/**
 * The days and times a moment to come can be chosen from, in the office's time zone: lists instead of the browser's own
 * date fields, which speak the tablet's language and not the page's. Every moment lies after `from`.
 */

/** The day of `from`, the days after it, and the day of `chosen` should it lie further ahead. */
export function dayChoices(from: EpochMs, timeZone: string, chosen: EpochMs): readonly Day[] {
  const first = localTime(from, timeZone).date
  const days = Array.from({ length: daysAhead }, (_, ahead) => addDays(first, ahead))
  const day = localTime(chosen, timeZone).date
  return days.includes(day) ? days : [...days, day].toSorted()
}

/** The quarter hours of `day` that are still to come, and `chosen` itself should it lie between two. */
export function timeChoices(day: Day, from: EpochMs, timeZone: string, chosen: EpochMs): readonly EpochMs[] {
  const quarters = Array.from({ length: 96 }, (_, quarter) => momentOf(day, quarter * quarterMinutes, timeZone))
  const own = localTime(chosen, timeZone).date === day ? [chosen] : []
  return [...new Set([...quarters, ...own])].filter((at) => at > from).toSorted((a, b) => a - b)
}

/** The same time of day on another day; the first time still to come where it has passed there. */
export function onDay(chosen: EpochMs, day: Day, from: EpochMs, timeZone: string): EpochMs {
  const moved = momentOf(day, localTime(chosen, timeZone).minute, timeZone)
  return moved > from ? moved : (timeChoices(day, from, timeZone, moved)[0] ?? moved)
}

/** What a field for a moment begins with: the full hour at least one hour from then. */
export function firstChoice(from: EpochMs, timeZone: string): EpochMs {
  const { date, minute } = localTime(from + hourMs, timeZone)
  return momentOf(date, Math.ceil(minute / 60) * 60, timeZone)
}

/** The next time that the clock shows each of the moments at which a notice is usually wanted before anybody is in. */
export function quickChoices(now: EpochMs, timeZone: string): readonly EpochMs[] {
  const { date } = localTime(now, timeZone)
  return quickMinutes
    .map((minute) => {
      const today = momentOf(date, minute, timeZone)
      return today > now ? today : momentOf(addDays(date, 1), minute, timeZone)
    })
    .toSorted((a, b) => a - b)
}

const daysAhead = 31
const quarterMinutes = 15
const hourMs = 3_600_000
/** Ten past three, before the first people leave home; and six, before most arrive. In minutes since midnight. */
const quickMinutes = [3 * 60 + 10, 6 * 60] as const
