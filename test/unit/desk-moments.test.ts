import { describe, expect, it } from 'vitest'
import {
  dayChoices,
  firstChoice,
  lastChoice,
  onDay,
  quickChoices,
  timeChoices,
} from '../../display/desk/moment-choices.ts'
import { daySchema } from '../../shared/ids.ts'

const jakarta = 'Asia/Jakarta'
const at = (time: string) => Date.parse(`${time}+07:00`)
const day = (date: string) => daySchema.parse(date)
const now = at('2026-11-24T09:41:00')
const after = (of: number) => ({ side: 'after', of }) as const
const until = (of: number) => ({ side: 'until', of }) as const

describe('the moments since which something does not work', () => {
  it('are today, begun with, and the two weeks before it, and an earlier day that is already chosen', () => {
    const days = dayChoices(until(now), jakarta, now)
    expect([days.length, days[0], days[1], days[14]]).toEqual([15, '2026-11-24', '2026-11-23', '2026-11-10'])
    expect(dayChoices(until(now), jakarta, at('2026-10-30T08:00:00')).at(-1)).toBe('2026-10-30')
  })

  it('are today only the quarter hours that have passed, and now itself', () => {
    expect(timeChoices(day('2026-11-24'), until(at('2026-11-24T00:30:00')), jakarta, now).slice(0, 4)).toEqual([
      at('2026-11-24T00:00:00'),
      at('2026-11-24T00:15:00'),
      at('2026-11-24T00:30:00'),
      now,
    ])
    expect(timeChoices(day('2026-11-23'), until(now), jakarta, now)).toHaveLength(96)
  })

  it('keep the time of day on another day, or take the last one that has come there', () => {
    const sunday = at('2026-11-22T15:30:00')
    expect(onDay(sunday, day('2026-11-21'), until(now), jakarta)).toBe(at('2026-11-21T15:30:00'))
    expect(onDay(sunday, day('2026-11-24'), until(now), jakarta)).toBe(at('2026-11-24T09:30:00'))
  })

  it('begin with the last full hour', () => {
    expect(lastChoice(now, jakarta)).toBe(at('2026-11-24T09:00:00'))
    expect(lastChoice(at('2026-11-24T00:10:00'), jakarta)).toBe(at('2026-11-24T00:00:00'))
  })
})

describe('the moments a notice can name', () => {
  it('begin with the full hour at least one hour ahead', () => {
    expect(firstChoice(now, jakarta)).toBe(at('2026-11-24T11:00:00'))
    expect(firstChoice(at('2026-11-24T10:00:00'), jakarta)).toBe(at('2026-11-24T11:00:00'))
    expect(firstChoice(at('2026-11-24T23:30:00'), jakarta)).toBe(at('2026-11-25T01:00:00'))
  })

  it('are today and the thirty days after it, and a later day that is already chosen', () => {
    const days = dayChoices(after(now), jakarta, now)
    expect([days.length, days[0], days[14]]).toEqual([31, '2026-11-24', '2026-12-08'])
    expect(dayChoices(after(now), jakarta, at('2027-01-04T08:00:00')).at(-1)).toBe('2027-01-04')
  })

  it('are today only the quarter hours still to come, with a chosen one that lies between', () => {
    expect(
      timeChoices(day('2026-11-24'), after(at('2026-11-24T23:20:00')), jakarta, at('2026-11-24T23:37:00')),
    ).toEqual([at('2026-11-24T23:30:00'), at('2026-11-24T23:37:00'), at('2026-11-24T23:45:00')])
    expect(timeChoices(day('2026-11-25'), after(now), jakarta, now)).toHaveLength(96)
  })

  it('keep the time of day on another day, unless it has passed there', () => {
    const tomorrow = at('2026-11-25T08:00:00')
    expect(onDay(tomorrow, day('2026-11-27'), after(now), jakarta)).toBe(at('2026-11-27T08:00:00'))
    expect(onDay(tomorrow, day('2026-11-24'), after(now), jakarta)).toBe(at('2026-11-24T09:45:00'))
  })

  it('are always that which is chosen already, also where it cannot be chosen any more', () => {
    const early = at('2026-11-24T08:07:00')
    expect(timeChoices(day('2026-11-24'), after(at('2026-11-24T23:30:00')), jakarta, early)).toEqual([
      early,
      at('2026-11-24T23:45:00'),
    ])
    expect(dayChoices(after(at('2026-11-25T03:10:00')), jakarta, early)[0]).toBe('2026-11-24')
    expect(dayChoices(until(now), jakarta, at('2026-11-26T08:00:00'))[0]).toBe('2026-11-26')
  })

  it('begin for a planned notice with the next ten past three and the next six in the morning', () => {
    expect(quickChoices(now, jakarta)).toEqual([at('2026-11-25T03:10:00'), at('2026-11-25T06:00:00')])
    const night = at('2026-11-24T04:00:00')
    expect(quickChoices(night, jakarta)).toEqual([at('2026-11-24T06:00:00'), at('2026-11-25T03:10:00')])
    expect(quickChoices(at('2026-11-25T03:10:00'), jakarta)[1]).toBe(at('2026-11-26T03:10:00'))
  })

  it('leave out what the clocks skip and give what comes twice once', () => {
    const berlin = 'Europe/Berlin'
    const spring = Date.parse('2026-03-29T00:30:00+01:00')
    const times = timeChoices(day('2026-03-29'), after(spring), berlin, spring)
    expect(new Set(times).size).toBe(times.length)
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0))).toBe(true)
  })
})
