import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isTimeZone, localDate, localTime, momentOf } from '../../shared/day.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import { commandIdSchema, daySchema, type Day, type EpochMs } from '../../shared/ids.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import { officeWith } from '../core/small-office.ts'
import { dayMs, hour, minute, secret } from '../core/story.ts'

const zones = Intl.supportedValuesOf('timeZone')
const day = (date: string): Day => daySchema.parse(date)

/** Zones with what trips calendars: no local midnight on some date, half hours, quarter hours, the ends of the world. */
const awkward = [
  'Africa/Cairo',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Asia/Beirut',
  'Asia/Jakarta',
  'Asia/Kathmandu',
  'Asia/Makassar',
  'Asia/Jayapura',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/London',
  'America/New_York',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Niue',
]

describe('the date', () => {
  it('D1 has a turn exactly once for every local date of three years in every time zone', () => {
    // Both sides of every midnight of UTC and of the zone, found with the calendar's own answer and held against Intl.
    const from = Date.parse('2026-11-24T00:00:00Z')
    const wrong: string[] = []
    for (const zone of zones) {
      const every = awkward.includes(zone) ? 1 : 53
      for (let d = 1; d < 3 * 365; d += every) {
        const date = addDays(day('2026-11-24'), d)
        const begins = momentOf(date, 0, zone)
        const turns = localDate(begins - 1, zone) === addDays(date, -1) && localDate(begins, zone) === date
        if (!turns || Math.abs(begins - from - d * dayMs) > 15 * hour) wrong.push(`${zone} ${date}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('D1 D3 numbers restart once a date over a year of twenty-minute steps, in zones without midnights too', () => {
    for (const zone of ['Africa/Cairo', 'America/Havana', 'America/Santiago', 'Asia/Beirut', 'Australia/Lord_Howe']) {
      const office = officeWith({ timeZone: zone })
      let state: OfficeState = initialState
      const began: string[] = []
      const give = (at: EpochMs, type: 'SetOffice' | 'TurnDay') => {
        const command = type === 'SetOffice' ? ({ type, office } as const) : ({ type } as const)
        const id = commandIdSchema.parse('turn-of-the-day')
        const decision = decide(state, { id, at, actor: { kind: 'hub' }, secret: secret(1), command })
        if (!decision.ok) throw new Error(decision.refusal.reason)
        for (const event of decision.events) {
          if (event.type === 'DayBegan') began.push(event.day)
          state = evolve(state, { seq: 1, at, command: id, actor: { kind: 'hub' }, event })
        }
      }
      // A moment at which it is the same date in all of these zones and in Jakarta, where the built-in office is.
      const start = Date.parse('2026-11-24T12:00:00Z')
      give(start, 'SetOffice')
      began.length = 0
      for (let at = start; at <= start + 365 * dayMs; at += 20 * minute) give(at, 'TurnDay')
      expect(began).toEqual(Array.from({ length: 365 }, (_, i) => addDays(day('2026-11-24'), i + 1)))
    }
  })

  it('D1 is that of the zone in 1970 and far ahead', () => {
    expect(localTime(0, 'Asia/Jakarta')).toEqual({ date: '1970-01-01', minute: 420, weekday: 4 })
    expect(localTime(0, 'America/New_York')).toEqual({ date: '1969-12-31', minute: 1140, weekday: 3 })
    expect(localDate(Date.parse('2099-12-31T17:00:00Z'), 'Asia/Jakarta')).toBe('2100-01-01')
  })

  it('agrees with a calendar of another make at random moments in every zone', () => {
    // Swedish dates are written year-month-day; nothing of the code under test is used to make them.
    let seed = 20261124
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    for (const zone of zones) {
      const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
      for (let i = 0; i < 20; i++) {
        const at = Math.floor(random() * 80 * 365 * dayMs)
        const { date, minute: minutes } = localTime(at, zone)
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        expect(`${zone} ${date} ${clock}`).toBe(`${zone} ${swedish.format(at)}`)
      }
    }
  })
})

describe('the moment of a time of day', () => {
  it('comes back as the same date and minute wherever that time exists', () => {
    for (const zone of zones) {
      const every = awkward.includes(zone) ? 7 : 211
      for (let d = 0; d < 3 * 365; d += every) {
        const date = addDays(day('2026-11-24'), d)
        // Noon, office hours and the last minute exist in every zone on every date of these years.
        for (const minutes of [7 * 60 + 30, 12 * 60, 15 * 60 + 30, 23 * 60 + 59]) {
          const back = localTime(momentOf(date, minutes, zone), zone)
          expect([zone, back.date, back.minute]).toEqual([zone, date, minutes])
        }
      }
    }
  })

  it('that the clocks skip is the first moment after it, at any minute of the gap', () => {
    // London, 28 March 2027: 01:00 to 02:00 does not exist, and begins at 01:00 UTC.
    expect(moments('Europe/London', '2027-03-28', 59, 60, 61, 90, 119, 120)).toEqual([
      '2027-03-28T00:59',
      ...Array.from({ length: 4 }, () => '2027-03-28T01:00'),
      '2027-03-28T01:00',
    ])
    // Beirut, 28 March 2027: there is no midnight.
    expect(moments('Asia/Beirut', '2027-03-28', 0, 30, 59, 60)).toEqual(
      Array.from({ length: 4 }, () => '2027-03-27T22:00'),
    )
    // Lord Howe goes forward by half an hour.
    expect(moments('Australia/Lord_Howe', '2027-10-03', 119, 120, 135, 150)).toEqual([
      '2027-10-02T15:29',
      ...Array.from({ length: 3 }, () => '2027-10-02T15:30'),
    ])
    // Samoa left out 30 December 2011 altogether.
    expect(moments('Pacific/Apia', '2011-12-30', 0, 600, 1439)).toEqual(
      Array.from({ length: 3 }, () => '2011-12-30T10:00'),
    )
  })

  it('that comes twice is the first of the two', () => {
    // London, 31 October 2027: 01:00 to 02:00 comes twice, first as summer time.
    expect(new Date(momentOf(day('2027-10-31'), 90, 'Europe/London')).toISOString()).toBe('2027-10-31T00:30:00.000Z')
    expect(new Date(momentOf(day('2027-10-31'), 120, 'Europe/London')).toISOString()).toBe('2027-10-31T02:00:00.000Z')
  })

  it('24:00 is the beginning of the next date', () => {
    for (const date of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'])
      expect(awkward.map((zone) => momentOf(day(date), 24 * 60, zone))).toEqual(
        awkward.map((zone) => momentOf(addDays(day(date), 1), 0, zone)),
      )
  })
})

describe('counting days', () => {
  it('goes over months, leap years and backwards', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2027-12-31'), 1)).toBe('2028-01-01')
    expect(addDays(day('2027-03-01'), -1)).toBe('2027-02-28')
    expect(daysBetween(day('2027-01-01'), day('2028-01-01'))).toBe(365)
    expect(daysBetween(day('2028-01-01'), day('2027-01-01'))).toBe(-365)
  })

  it('a time zone is one that the machine knows', () => {
    expect(['Asia/Jakarta', 'UTC', 'Asia/Nowhere', '', 'WIB'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

function moments(zone: string, date: string, ...minutes: readonly number[]): readonly string[] {
  return minutes.map((minute) => new Date(momentOf(day(date), minute, zone)).toISOString().slice(0, 16))
}
