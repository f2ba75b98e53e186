import { describe, expect, it } from 'vitest'
import { lastClosing, openingState, servingMsLeft } from '../../shared/hours.ts'
import { daySchema } from '../../shared/ids.ts'
import { officeSchema, type Office } from '../../shared/office.ts'
import { officeWith } from '../core/small-office.ts'
import { hour } from '../core/story.ts'

const at = (time: string, zone = '+07:00') => Date.parse(`${time}:00${zone}`)
const span = (from: string, to: string) => ({ from, to })
const weekdays = [span('07:30', '12:00'), span('13:00', '15:30')]

describe('opening hours', () => {
  it('O6 an office without hours is always open', () => {
    expect(openingState(officeWith({}), at('2027-03-01T03:00'))).toEqual({ open: true, until: null })
  })

  it('O6 it opens with the first minute of a span and closes before the last', () => {
    const office = officeWith({ hours: { monday: weekdays, tuesday: weekdays } })
    const state = (time: string) => openingState(office, at(time))
    expect(state('2027-03-01T07:29')).toEqual({ open: false, until: at('2027-03-01T07:30') })
    expect(state('2027-03-01T07:30')).toEqual({ open: true, until: at('2027-03-01T12:00') })
    expect(openingState(office, at('2027-03-01T12:00') - 1)).toEqual({ open: true, until: at('2027-03-01T12:00') })
    expect(state('2027-03-01T12:00')).toEqual({ open: false, until: at('2027-03-01T13:00') })
    expect(state('2027-03-01T15:30')).toEqual({ open: false, until: at('2027-03-02T07:30') })
    expect(state('2027-03-02T18:00')).toEqual({ open: false, until: at('2027-03-08T07:30') })
  })

  it('O6 hours are those of the office, not of the machine', () => {
    const office = officeWith({ timeZone: 'Asia/Jayapura', hours: { monday: weekdays } })
    expect(openingState(office, at('2027-03-01T07:30', '+09:00'))).toMatchObject({ open: true })
    expect(openingState(office, at('2027-03-01T07:30', '+07:00'))).toMatchObject({ open: true })
    expect(openingState(office, at('2027-03-01T07:29', '+09:00'))).toMatchObject({ open: false })
  })

  it('O7 a dated exception replaces its weekday, with other hours or none', () => {
    const exceptions = [
      { date: '2027-03-01', name: 'Libur' },
      { date: '2027-03-02', name: 'Bulan puasa', open: [span('08:00', '14:00')] },
    ]
    const office = officeWith({ hours: { monday: weekdays, tuesday: weekdays }, exceptions })
    expect(openingState(office, at('2027-03-01T09:00'))).toEqual({ open: false, until: at('2027-03-02T08:00') })
    expect(openingState(office, at('2027-03-02T12:30'))).toEqual({ open: true, until: at('2027-03-02T14:00') })
  })

  it('O7 an office that is open around the clock keeps its holidays too', () => {
    const office = officeWith({ exceptions: [{ date: '2027-03-02', name: 'Libur' }] })
    expect(openingState(office, at('2027-03-01T09:00'))).toEqual({ open: true, until: at('2027-03-02T00:00') })
    expect(openingState(office, at('2027-03-02T09:00'))).toEqual({ open: false, until: at('2027-03-03T00:00') })
    expect(openingState(office, at('2027-03-03T00:00'))).toEqual({ open: true, until: null })
  })

  const mornings = { monday: [span('08:00', '11:00')], tuesday: [span('08:00', '11:00')] }
  const morningsOnly = (exceptions: readonly object[]) => {
    const office = officeWith({ hours: { monday: weekdays, tuesday: weekdays, wednesday: weekdays }, exceptions })
    const [first, ...others] = office.services
    if (!first) throw new Error('an office has services')
    return officeSchema.parse({ ...office, services: [{ ...first, hours: mornings }, ...others] })
  }
  const ofFirst = (office: Office, time: string) => openingState(office, at(time), office.services[0])

  it('O7 shorter hours of the office narrow what a service has of its own, longer ones do not widen it', () => {
    const office = morningsOnly([
      { date: '2027-03-01', name: 'Bulan puasa', open: [span('09:00', '14:00')] },
      { date: '2027-03-03', name: 'Buka lama', open: [span('06:00', '20:00')] },
    ])
    expect(ofFirst(office, '2027-03-01T08:30')).toEqual({ open: false, until: at('2027-03-01T09:00') })
    expect(ofFirst(office, '2027-03-01T10:59')).toEqual({ open: true, until: at('2027-03-01T11:00') })
    expect(ofFirst(office, '2027-03-01T13:00')).toEqual({ open: false, until: at('2027-03-02T08:00') })
    expect(ofFirst(office, '2027-03-03T09:00')).toMatchObject({ open: false })
    expect(openingState(office, at('2027-03-03T18:00'))).toMatchObject({ open: true })
  })

  it('O15 an exception that names a service sets its hours, and nobody else’s', () => {
    const office = morningsOnly([
      { date: '2027-03-03', name: 'Libur' },
      { date: '2027-03-01', until: '2027-03-03', name: 'Piket', open: [span('13:00', '14:00')], services: ['cards'] },
    ])
    expect(ofFirst(office, '2027-03-01T09:00')).toEqual({ open: false, until: at('2027-03-01T13:00') })
    expect(ofFirst(office, '2027-03-03T13:30')).toEqual({ open: true, until: at('2027-03-03T14:00') })
    expect(openingState(office, at('2027-03-03T13:30'))).toMatchObject({ open: false })
    expect(openingState(office, at('2027-03-01T09:00'), office.services[1])).toMatchObject({ open: true })
  })

  it('O7 O15 on its dates an exception ends the day of an office around the clock, or of one service in it', () => {
    const office = officeWith({
      exceptions: [
        { date: '2027-03-01', name: 'Bulan puasa', open: [span('08:00', '12:00'), span('13:00', '14:00')] },
        { date: '2027-03-02', name: 'Piket', open: [span('09:00', '11:00')], services: ['cards'] },
      ],
    })
    const [cards, letters] = office.services
    const days = [daySchema.parse('2027-03-01'), daySchema.parse('2027-03-02'), daySchema.parse('2027-03-03')] as const
    const hoursLeft = days.map((day) => [cards, letters].map((each) => servingMsLeft(office, at(`${day}T10:00`), each)))
    expect(hoursLeft).toEqual([
      [3 * hour, 3 * hour],
      [hour, null],
      [null, null],
    ])
    expect(days.map((day) => [cards, letters].map((each) => lastClosing(office, day, each)))).toEqual([
      [at('2027-03-01T14:00'), at('2027-03-01T14:00')],
      [at('2027-03-02T11:00'), null],
      [null, null],
    ])
  })

  it('O1 O15 an exception cannot name a service that is not there', () => {
    const wrong = { ...morningsOnly([]), exceptions: [{ date: '2027-03-01', name: 'Libur', services: ['nothing'] }] }
    expect(officeSchema.safeParse(wrong).error?.issues).toEqual([
      expect.objectContaining({
        path: ['exceptions', 0, 'services', 0],
        message: 'no service has the id "nothing"',
      }),
    ])
  })

  it('O8 spans may stand in any order, touch and overlap', () => {
    const day = { open: true, until: at('2027-03-01T15:30') }
    const morning = at('2027-03-01T09:00')
    expect(openingState(onMondays(span('13:00', '15:30'), span('07:30', '12:00')), morning)).toEqual({
      open: true,
      until: at('2027-03-01T12:00'),
    })
    expect(openingState(onMondays(span('07:30', '12:00'), span('12:00', '15:30')), morning)).toEqual(day)
    expect(openingState(onMondays(span('07:30', '13:00'), span('10:00', '15:30')), morning)).toEqual(day)
    expect(openingState(onMondays(span('07:30', '15:30'), span('10:00', '12:00')), morning)).toEqual(day)
  })

  it('O8 hours that go on over midnight have no change at midnight', () => {
    const all = [span('00:00', '24:00')]
    const office = officeWith({ hours: { monday: all, tuesday: [span('00:00', '02:00')] } })
    expect(openingState(office, at('2027-03-01T09:00'))).toEqual({ open: true, until: at('2027-03-02T02:00') })
    const week = { sunday: all, monday: all, tuesday: all, wednesday: all, thursday: all, friday: all, saturday: all }
    expect(openingState(officeWith({ hours: week }), at('2027-03-01T09:00'))).toEqual({ open: true, until: null })
  })

  it('O6 an office closed for longer than two weeks does not say when it opens', () => {
    const exceptions = Array.from({ length: 21 }, (_, i) => ({
      date: `2027-03-${String(i + 1).padStart(2, '0')}`,
      name: 'Pindah gedung',
    }))
    const office = officeWith({ hours: { monday: weekdays }, exceptions })
    expect(openingState(office, at('2027-03-01T09:00'))).toEqual({ open: false, until: null })
    expect(openingState(office, at('2027-03-08T09:00'))).toEqual({ open: false, until: at('2027-03-22T07:30') })
    expect(openingState(officeWith({ hours: {} }), at('2027-03-01T09:00'))).toEqual({ open: false, until: null })
  })

  it('O8 a span inside a gap of the clocks is no span', () => {
    const sunday = [span('02:15', '02:45'), span('09:00', '12:00')]
    const office = officeWith({ timeZone: 'America/New_York', hours: { sunday } })
    expect(openingState(office, at('2027-03-14T01:00', '-05:00'))).toEqual({
      open: false,
      until: at('2027-03-14T09:00', '-04:00'),
    })
  })
})

function onMondays(...spans: readonly object[]) {
  return officeWith({ hours: { monday: spans } })
}
