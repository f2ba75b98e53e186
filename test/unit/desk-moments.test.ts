import { describe, expect, it } from 'vitest'
import { dayChoices, firstChoice, onDay, quickChoices, timeChoices } from '../../display/desk/moment-choices.ts'
import { daySchema } from '../../shared/ids.ts'

const jakarta = 'Asia/Jakarta'
const at = (time: string) => Date.parse(`${time}+07:00`)
const day = (date: string) => daySchema.parse(date)
const now = at('2026-11-24T09:41:00')

describe('the moments a notice can name', () => {
  it('begin with the full hour at least one hour ahead', () => {
    expect(firstChoice(now, jakarta)).toBe(at('2026-11-24T11:00:00'))
    expect(firstChoice(at('2026-11-24T10:00:00'), jakarta)).toBe(at('2026-11-24T11:00:00'))
    expect(firstChoice(at('2026-11-24T23:30:00'), jakarta)).toBe(at('2026-11-25T01:00:00'))
  })

  it('are today and the thirty days after it, and a later day that is already chosen', () => {
    const days = dayChoices(now, jakarta, now)
    expect([days.length, days[0], days[14]]).toEqual([31, '2026-11-24', '2026-12-08'])
    expect(dayChoices(now, jakarta, at('2027-01-04T08:00:00')).at(-1)).toBe('2027-01-04')
  })

  it('are today only the quarter hours still to come, with a chosen one that lies between', () => {
    expect(timeChoices(day('2026-11-24'), at('2026-11-24T23:20:00'), jakarta, at('2026-11-24T23:37:00'))).toEqual([
      at('2026-11-24T23:30:00'),
      at('2026-11-24T23:37:00'),
      at('2026-11-24T23:45:00'),
    ])
    expect(timeChoices(day('2026-11-25'), now, jakarta, now)).toHaveLength(96)
  })

  it('keep the time of day on another day, unless it has passed there', () => {
    const tomorrow = at('2026-11-25T08:00:00')
    expect(onDay(tomorrow, day('2026-11-27'), now, jakarta)).toBe(at('2026-11-27T08:00:00'))
    expect(onDay(tomorrow, day('2026-11-24'), now, jakarta)).toBe(at('2026-11-24T09:45:00'))
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
    const times = timeChoices(day('2026-03-29'), spring, berlin, spring)
    expect(new Set(times).size).toBe(times.length)
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0))).toBe(true)
  })
})
