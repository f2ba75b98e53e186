import type { Day, EpochMs } from './ids.ts'

/**
 * The office's calendar: which local date and minute a moment falls on in the office's time zone, and the other way
 * round. It guarantees that every moment has exactly one date; it keeps no state and reads no clock.
 */
export interface LocalTime {
  readonly date: Day
  /** Minutes since local midnight as the wall clock shows them, 0 to 1439. */
  readonly minute: number
  /** 0 is Sunday, as in `Date`. */
  readonly weekday: number
}

export function localTime(at: EpochMs, timeZone: string): LocalTime {
  // A rush asks thousands of times within one minute, and offsets have been whole minutes everywhere since 1972.
  const minutes = Math.floor(at / minuteMs)
  const known = latest.get(timeZone)
  if (known?.minutes === minutes) return known.local
  const local = formatted(at, timeZone)
  latest.set(timeZone, { minutes, local })
  return local
}

function formatted(at: EpochMs, timeZone: string): LocalTime {
  const part: Record<string, string> = {}
  for (const { type, value } of formatter(timeZone).formatToParts(at)) part[type] = value
  const year = String(part['year']).padStart(4, '0')
  const date = `${year}-${part['month']}-${part['day']}`
  return {
    date: asDay(date),
    minute: Number(part['hour']) * 60 + Number(part['minute']),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay(),
  }
}

export function localDate(at: EpochMs, timeZone: string): Day {
  return localTime(at, timeZone).date
}

/**
 * The moment at which the wall clock of `timeZone` shows `minute` on `date`. A time that does not exist that day (clocks
 * go forward) gives the first moment after it; one that comes twice gives the first.
 */
export function momentOf(date: Day, minute: number, timeZone: string): EpochMs {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs
  // Offsets lie between -12 h and +14 h and change by at most a few hours: try the offset in force around the moment.
  const offsets = [offsetMs(wanted - 14 * hourMs, timeZone), offsetMs(wanted + 14 * hourMs, timeZone)]
  const candidates = [...new Set(offsets)].map((offset) => wanted - offset).sort((a, b) => a - b)
  const exact = candidates.find((at) => at + offsetMs(at, timeZone) === wanted)
  // Otherwise the clocks go forward over it, somewhere between the two.
  return exact ?? changeOfOffset(candidates[0] ?? wanted, candidates[candidates.length - 1] ?? wanted, timeZone)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * hourMs))
}

/** The date `count` days after `day`. */
export function addDays(day: Day, count: number): Day {
  return asDay(new Date(Date.parse(day) + count * 24 * hourMs).toISOString().slice(0, 10))
}

export function isTimeZone(name: string): boolean {
  try {
    formatter(name)
    return true
  } catch {
    return false
  }
}

function offsetMs(at: EpochMs, timeZone: string): number {
  const local = localTime(at, timeZone)
  const shown = Date.parse(`${local.date}T00:00:00Z`) + local.minute * minuteMs
  return shown - Math.floor(at / minuteMs) * minuteMs
}

/** The first moment with the offset that is in force at `to`, by whole minutes; `from` has another. */
function changeOfOffset(from: EpochMs, to: EpochMs, timeZone: string): EpochMs {
  const after = offsetMs(to, timeZone)
  let before = from
  let changed = to
  while (changed - before > minuteMs) {
    const middle = before + Math.floor((changed - before) / 2 / minuteMs) * minuteMs
    if (offsetMs(middle, timeZone) === after) changed = middle
    else before = middle
  }
  return changed
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(timeZone, found)
  }
  return found
}

// The one place that turns a computed string into a Day: it is built from a calendar date just above.
const asDay = (date: string) => date as Day

const formatters = new Map<string, Intl.DateTimeFormat>()
const latest = new Map<string, { readonly minutes: number; readonly local: LocalTime }>()
const minuteMs = 60_000
const hourMs = 60 * minuteMs
