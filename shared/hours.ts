import { addDays, localTime, momentOf } from './day.ts'
import type { Day, EpochMs } from './ids.ts'
import { type Office, weekdays } from './office.ts'

/**
 * Opening hours. `until` is when the state changes next, null when it does not within two weeks (an office around
 * the clock, or one that is closed for long).
 */
export type OpeningState = { readonly open: boolean; readonly until: EpochMs | null }

export function openingState(office: Office, at: EpochMs): OpeningState {
  const today = localTime(at, office.timeZone).date
  const last = addDays(today, daysAheadMax)
  const differs = office.exceptions.some(({ date }) => date >= today && date <= last)
  if (office.hours === null && !differs) return { open: true, until: null }
  /** When the span that is open now ends, with those that follow it without a break. */
  let closes: EpochMs | null = null
  for (let date = today; date <= last; date = addDays(date, 1)) {
    for (const span of spansOn(office, date)) {
      if (closes === null) {
        if (at < span.from) return { open: false, until: span.from }
        if (at < span.to) closes = span.to
      } else if (span.from <= closes) closes = Math.max(closes, span.to)
      else return { open: true, until: closes }
    }
  }
  if (closes === null) return { open: false, until: null }
  return { open: true, until: closes < momentOf(last, endOfDay, office.timeZone) ? closes : null }
}

/** The spans of a date in the order of the day. */
function spansOn(office: Office, date: Day): readonly { readonly from: EpochMs; readonly to: EpochMs }[] {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  const usual = office.hours === null ? [{ from: 0, to: endOfDay }] : office.hours[weekday]
  const spans = office.exceptions.find((exception) => exception.date === date)?.open ?? usual
  return spans
    .map((span) => ({ from: momentOf(date, span.from, office.timeZone), to: momentOf(date, span.to, office.timeZone) }))
    .filter((span) => span.from < span.to)
    .toSorted((a, b) => a.from - b.from)
}

/** 24:00, in minutes since local midnight. */
const endOfDay = 24 * 60
const daysAheadMax = 14
