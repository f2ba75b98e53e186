import { addDays, localTime, momentOf } from './day.ts'
import type { EpochMs } from './ids.ts'
import { type Office, weekdays } from './office.ts'

/**
 * Opening hours. `until` is when the state changes next, null when it does not within two weeks (an office around
 * the clock, or one that is closed for long).
 */
export type OpeningState = { readonly open: boolean; readonly until: EpochMs | null }

export function openingState(office: Office, at: EpochMs): OpeningState {
  if (office.hours === null) return { open: true, until: null }
  const today = localTime(at, office.timeZone).date
  for (let ahead = 0; ahead <= daysAheadMax; ahead++) {
    for (const span of spansOn(office, addDays(today, ahead))) {
      if (at < span.from) return { open: false, until: span.from }
      if (at < span.to) return { open: true, until: span.to }
    }
  }
  return { open: false, until: null }
}

function spansOn(office: Office, date: ReturnType<typeof addDays>): readonly { from: EpochMs; to: EpochMs }[] {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  const spans = office.exceptions.find((exception) => exception.date === date)?.open ?? office.hours?.[weekday] ?? []
  return spans.map((span) => ({
    from: momentOf(date, span.from, office.timeZone),
    to: momentOf(date, span.to, office.timeZone),
  }))
}

const daysAheadMax = 14
