import { describe, expect, it } from 'vitest'
import { isOpenOn, lastClosing, numbersState, openingState } from '../../shared/hours.ts'
import { daySchema, mainKiosk } from '../../shared/ids.ts'
import type { Office } from '../../shared/office.ts'
import { officeView } from '../../shared/views/common.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { cards, letters, officeWith, smallDocument } from '../core/small-office.ts'
import { budi, by, confirmDate, confirmDay, hub, kiosk, on, setOffice, take, turnDay } from '../core/steps.ts'
import { accepted, dayMs, further, given, morning, reason, untouched, when } from '../core/story.ts'

const at = (time: string) => Date.parse(`${time}:00+07:00`)
const span = (from: string, to: string) => ({ from, to })
const working = [span('08:00', '12:00'), span('13:00', '15:00')]
const friday = [span('08:00', '11:00')]
const hours = { monday: working, tuesday: working, wednesday: working, thursday: working, friday }
const closed = (until: string | null) => ({ open: false, until: until === null ? null : at(until) })
const open = (until: string) => ({ open: true, until: at(until) })

function serviceOf(office: Office, id = cards) {
  const service = office.services.find((each) => each.id === id)
  if (!service) throw new Error(`no service ${id}`)
  return service
}

/** The office with hours, where cards are given on Monday and Friday mornings only. */
const ownHours = (change: object = {}) =>
  officeWith({
    hours,
    services: smallDocument.services.map((service) =>
      service.id === 'cards'
        ? { ...service, hours: { monday: [span('09:00', '11:00')], friday: [span('09:00', '11:00')] } }
        : service,
    ),
    ...change,
  })

describe('hours of a service', () => {
  it('O9 are its own where it has some, and otherwise the office’s', () => {
    const office = ownHours()
    const state = (time: string, id = cards) => openingState(office, at(time), serviceOf(office, id))
    expect(state('2027-03-01T08:30')).toEqual(closed('2027-03-01T09:00'))
    expect(state('2027-03-01T09:00')).toEqual(open('2027-03-01T11:00'))
    expect(state('2027-03-01T11:00')).toEqual(closed('2027-03-05T09:00'))
    expect(state('2027-03-02T09:00')).toEqual(closed('2027-03-05T09:00'))
    expect(state('2027-03-01T08:30', letters)).toEqual(open('2027-03-01T12:00'))
    expect(openingState(office, at('2027-03-01T08:30'))).toEqual(open('2027-03-01T12:00'))
  })

  it('O9 also in an office around the clock, and not the other way round', () => {
    const office = ownHours({ hours: null })
    expect(openingState(office, at('2027-03-01T03:00'), serviceOf(office))).toEqual(closed('2027-03-01T09:00'))
    expect(openingState(office, at('2027-03-01T03:00'), serviceOf(office, letters))).toEqual({
      open: true,
      until: null,
    })
  })

  it('O9 T4 decide over its numbers, and the kiosk says when they are given again', () => {
    const story = further(untouched, on(at('2027-03-01T11:00'), setOffice(ownHours())))
    expect(when(story, on(at('2027-03-01T11:00'), take(cards)))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: at('2027-03-05T09:00') },
    })
    expect(reason(story, on(at('2027-03-01T11:00'), take(letters)))).toBe('accepted')
    const services = kioskView(story.state, at('2027-03-01T11:00'), mainKiosk, new Set(), '').services
    expect(services.map(({ availability, opensAt }) => [availability, opensAt])).toEqual([
      ['closed', at('2027-03-05T09:00')],
      ['open', null],
      ['open', null],
    ])
  })

  it('O9 a date has its own last closing, or none', () => {
    const office = ownHours()
    const [monday, tuesday, sunday] = ['2027-03-01', '2027-03-02', '2027-03-07'].map((date) => daySchema.parse(date))
    if (!monday || !tuesday || !sunday) throw new Error('no dates')
    expect([monday, tuesday, sunday].map((date) => isOpenOn(office, date, serviceOf(office)))).toEqual([
      true,
      false,
      false,
    ])
    expect([monday, tuesday, sunday].map((date) => isOpenOn(office, date))).toEqual([true, true, false])
    expect(lastClosing(office, monday, serviceOf(office))).toBe(at('2027-03-01T11:00'))
    expect(lastClosing(office, monday)).toBe(at('2027-03-01T15:00'))
    expect(lastClosing(office, sunday)).toBeNull()
    expect(lastClosing(officeWith({}), monday)).toBeNull()
  })
})

describe('numbers before the doors open', () => {
  const office = officeWith({ hours, numbersFrom: '03:00', exceptions: [{ date: '2027-03-03', name: 'Libur' }] })
  const numbers = (time: string) => numbersState(office, at(time))

  it('O10 are given from the early hour until the counters close, and not in the break', () => {
    expect(numbers('2027-03-01T02:59')).toEqual(closed('2027-03-01T03:00'))
    expect(numbers('2027-03-01T03:00')).toEqual(open('2027-03-01T12:00'))
    expect(openingState(office, at('2027-03-01T03:00'))).toEqual(closed('2027-03-01T08:00'))
    expect(numbers('2027-03-01T12:00')).toEqual(closed('2027-03-01T13:00'))
    expect(numbers('2027-03-01T15:00')).toEqual(closed('2027-03-02T03:00'))
  })

  it('O10 only on days on which they open', () => {
    expect(numbers('2027-03-03T05:00')).toEqual(closed('2027-03-04T03:00'))
    expect(numbers('2027-03-05T11:00')).toEqual(closed('2027-03-08T03:00'))
    const late = officeWith({ hours, numbersFrom: '09:30' })
    expect(numbersState(late, at('2027-03-01T08:00'))).toEqual(open('2027-03-01T12:00'))
    expect(numbersState(officeWith({ hours }), at('2027-03-01T07:59'))).toEqual(closed('2027-03-01T08:00'))
    expect(numbersState(officeWith({ numbersFrom: '03:00' }), at('2027-03-01T01:00'))).toEqual({
      open: true,
      until: null,
    })
  })

  it('O10 O9 for a service with hours of its own on its own days', () => {
    const own = ownHours({ numbersFrom: '03:00' })
    expect(numbersState(own, at('2027-03-01T03:00'), serviceOf(own))).toEqual(open('2027-03-01T11:00'))
    expect(numbersState(own, at('2027-03-02T03:00'), serviceOf(own))).toEqual(closed('2027-03-05T03:00'))
  })

  it('O10 T4 the first resident at twenty to four has the first number, and the screens say that it is early', () => {
    const story = further(untouched, on(at('2027-03-01T02:00'), setOffice(office)))
    expect(when(story, on(at('2027-03-01T02:59'), take(cards)))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: at('2027-03-01T03:00') },
    })
    expect(when(story, on(at('2027-03-01T03:40'), take(cards)))).toMatchObject({ events: [{ number: 'A001' }] })
    const early = ['02:59', '03:00', '07:59', '08:00', '12:30'].map(
      (time) => officeView(story.state, at(`2027-03-01T${time}`)).early,
    )
    expect(early).toEqual([false, true, true, false, false])
  })
})

describe('dated exceptions', () => {
  const fasting = {
    date: '2027-03-01',
    until: '2027-03-14',
    name: 'Bulan puasa',
    week: { monday: [span('08:00', '14:00')], friday: [span('08:00', '10:30')] },
  }
  const office = officeWith({
    hours,
    exceptions: [
      fasting,
      { date: '2027-03-08', name: 'Libur' },
      { date: '2027-03-10', until: '2027-03-12', name: 'Cuti bersama' },
      { date: '2027-03-12', name: 'Piket', open: [span('09:00', '10:00')] },
    ],
  })
  const state = (time: string) => openingState(office, at(time))

  it('O11 may cover a range, with hours for each weekday, and a weekday that is not named is closed', () => {
    expect(state('2027-03-01T12:30')).toEqual(open('2027-03-01T14:00'))
    expect(state('2027-03-02T09:00')).toEqual(closed('2027-03-05T08:00'))
    expect(state('2027-03-05T10:30')).toEqual(closed('2027-03-12T09:00'))
    expect(state('2027-03-15T09:00')).toEqual(open('2027-03-15T12:00'))
  })

  it('O11 the narrowest one that covers a date holds, in whatever order they stand', () => {
    expect(state('2027-03-08T09:00')).toMatchObject({ open: false })
    expect(state('2027-03-12T09:30')).toEqual(open('2027-03-12T10:00'))
    const turned = officeWith({ hours, exceptions: office.exceptions.toReversed() })
    for (const time of ['2027-03-01T09:00', '2027-03-08T09:00', '2027-03-11T09:00', '2027-03-12T09:30'])
      expect(openingState(turned, at(time))).toEqual(state(time))
  })

  it('O11 O7 a range without hours closes the office, also one around the clock', () => {
    const moving = officeWith({ exceptions: [{ date: '2027-03-02', until: '2027-03-04', name: 'Pindah gedung' }] })
    expect(openingState(moving, at('2027-03-01T09:00'))).toEqual(open('2027-03-02T00:00'))
    expect(openingState(moving, at('2027-03-03T09:00'))).toEqual(closed('2027-03-05T00:00'))
  })

  it('O11 O10 numbers are given early on these days as well', () => {
    const early = officeWith({ hours, numbersFrom: '03:00', exceptions: office.exceptions })
    expect(numbersState(early, at('2027-03-01T04:00'))).toEqual(open('2027-03-01T14:00'))
    expect(numbersState(early, at('2027-03-08T04:00'))).toEqual(closed('2027-03-12T03:00'))
  })
})

describe('the confirmation of the day', () => {
  it('D11 staff confirm once, and every screen of the office knows', () => {
    const story = given()
    expect(officeView(story.state, story.at).confirmed).toBe(false)
    expect(when(story, confirmDay)).toEqual(accepted({ type: 'DayConfirmed', by: 'Siti' }))
    const confirmed = further(story, confirmDay)
    expect(confirmed.state).toEqual({
      ...story.state,
      lastAt: confirmed.at,
      confirmed: { by: 'Siti', at: confirmed.at },
    })
    expect(officeView(confirmed.state, confirmed.at).confirmed).toBe(true)
    expect(reason(confirmed, confirmDay)).toBe('day-confirmed')
    expect(reason(confirmed, by(budi, confirmDay))).toBe('day-confirmed')
  })

  it('D11 nobody else does', () => {
    for (const actor of [kiosk, hub]) expect(reason(given(), by(actor, confirmDay))).toBe('not-allowed')
  })

  it('D11 a new day is not confirmed, and confirming is what may begin it', () => {
    const story = given(confirmDay)
    const next = further(story, on(morning + dayMs, turnDay))
    expect(next.state.confirmed).toBeNull()
    expect(when(story, on(morning + dayMs, confirmDay))).toMatchObject({
      events: [{ type: 'DayBegan' }, { type: 'DayConfirmed', by: 'Siti' }],
    })
    const far = further(story, on(morning + 60 * dayMs, confirmDate('2027-04-30')))
    expect(far.state.confirmed).toBeNull()
    const back = further(story, on(morning - dayMs, take(cards)))
    expect(back.state.confirmed).not.toBeNull()
  })

  it('D11 an office that does not ask for it is always confirmed', () => {
    const story = further(untouched, setOffice(officeWith({ confirmEachDay: false })))
    expect(officeView(story.state, story.at).confirmed).toBe(true)
    expect(reason(story, confirmDay)).toBe('accepted')
  })
})
