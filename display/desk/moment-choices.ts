import { addDays, localTime, momentOf } from '../../shared/day.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'

/**
 * The days and times a moment to come can be chosen from, in the office's time zone: lists instead of the browser's own
 * date fields, which speak the tablet's language and not the page's.
 */

/** Today, the days after it, and the day of `chosen` should it lie further ahead. */
export function dayChoices(now: EpochMs, timeZone: string, chosen: EpochMs): readonly Day[] {
  const today = localTime(now, timeZone).date
  const days = Array.from({ length: daysAhead }, (_, ahead) => addDays(today, ahead))
  const day = localTime(chosen, timeZone).date
  return days.includes(day) ? days : [...days, day].toSorted()
}

/** The quarter hours of `day` that are still to come, and `chosen` itself should it lie between two. */
export function timeChoices(day: Day, now: EpochMs, timeZone: string, chosen: EpochMs): readonly EpochMs[] {
  const quarters = Array.from({ length: 96 }, (_, quarter) => momentOf(day, quarter * quarterMinutes, timeZone))
  const own = localTime(chosen, timeZone).date === day ? [chosen] : []
  return [...new Set([...quarters, ...own])].filter((at) => at > now).toSorted((a, b) => a - b)
}

/** The same time of day on another day; the first time still to come where it has passed there. */
export function onDay(chosen: EpochMs, day: Day, now: EpochMs, timeZone: string): EpochMs {
  const moved = momentOf(day, localTime(chosen, timeZone).minute, timeZone)
  return moved > now ? moved : (timeChoices(day, now, timeZone, moved)[0] ?? moved)
}

/** What a field for a moment begins with: the full hour at least one hour from now. */
export function firstChoice(now: EpochMs, timeZone: string): EpochMs {
  const { date, minute } = localTime(now + hourMs, timeZone)
  return momentOf(date, Math.ceil(minute / 60) * 60, timeZone)
}

const daysAhead = 15
const quarterMinutes = 15
const hourMs = 3_600_000
