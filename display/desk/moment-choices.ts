import { addDays, localTime, momentOf } from '../../shared/day.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'

/** On which side of a moment another one is chosen: after it, or before it and no later than it. */
type MomentSide = 'after' | 'until'

export interface MomentSpan {
  readonly side: MomentSide
  readonly of: EpochMs
}

/**
 * The days and times a moment can be chosen from, in the office's time zone: lists instead of the browser's own date
 * fields, which speak the tablet's language and not the page's. Every moment lies on its side of the span, but for the
 * one that is chosen already: that is always among them, so that nobody's choice is changed without a word.
 */

/** The days of the span, its own day first, and the day of `chosen` should it be none of them. */
export function dayChoices({ side, of }: MomentSpan, timeZone: string, chosen: EpochMs): readonly Day[] {
  const first = localTime(of, timeZone).date
  const days = Array.from({ length: daysMax[side] }, (_, step) => addDays(first, side === 'after' ? step : -step))
  const day = localTime(chosen, timeZone).date
  if (days.includes(day)) return days
  return side === 'after' ? [...days, day].toSorted() : [...days, day].toSorted().toReversed()
}

/** The quarter hours of `day` that lie in the span, and `chosen` itself should it be another moment of that day. */
export function timeChoices(day: Day, span: MomentSpan, timeZone: string, chosen: EpochMs): readonly EpochMs[] {
  const own = localTime(chosen, timeZone).date === day ? [chosen] : []
  return [...new Set([...quarterHours(day, span, timeZone), ...own])].toSorted((a, b) => a - b)
}

/** The same time of day on another day; where it is not in the span there, the nearest to the span's moment that is. */
export function onDay(chosen: EpochMs, day: Day, span: MomentSpan, timeZone: string): EpochMs {
  const moved = momentOf(day, localTime(chosen, timeZone).minute, timeZone)
  if (isIn(span, moved)) return moved
  return quarterHours(day, span, timeZone).at(span.side === 'after' ? 0 : -1) ?? moved
}

/** What a field for a moment begins with: the full hour at least one hour from then. */
export function firstChoice(from: EpochMs, timeZone: string): EpochMs {
  const { date, minute } = localTime(from + hourMs, timeZone)
  return momentOf(date, Math.ceil(minute / 60) * 60, timeZone)
}

/** What a field for a moment that has passed begins with: the last full hour. */
export function lastChoice(until: EpochMs, timeZone: string): EpochMs {
  const { date, minute } = localTime(until, timeZone)
  return momentOf(date, Math.floor(minute / 60) * 60, timeZone)
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

function quarterHours(day: Day, span: MomentSpan, timeZone: string): readonly EpochMs[] {
  return [...new Set(Array.from({ length: 96 }, (_, quarter) => momentOf(day, quarter * quarterMinutes, timeZone)))]
    .filter((at) => isIn(span, at))
    .toSorted((a, b) => a - b)
}

function isIn({ side, of }: MomentSpan, at: EpochMs): boolean {
  return side === 'after' ? at > of : at <= of
}

/** Ahead, a month; back, today and two weeks: what has not worked for longer is no news. */
const daysMax: Readonly<Record<MomentSide, number>> = { after: 31, until: 15 }
const quarterMinutes = 15
const hourMs = 3_600_000
/** Ten past three, before the first people leave home; and six, before most arrive. In minutes since midnight. */
const quickMinutes = [3 * 60 + 10, 6 * 60] as const
