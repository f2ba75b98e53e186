import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exampleOffice } from '../../shared/example-office.ts'
import { numbersState, openingState } from '../../shared/hours.ts'
import { parseOffice, type Office } from '../../shared/office.ts'

const text = readFileSync(join(import.meta.dirname, '../../kiosk/examples/civil-registry.yaml'), 'utf8')
const result = parseOffice(parse(text))
const office: Office = result.ok ? result.office : exampleOffice
const at = (time: string) => Date.parse(`${time}:00+07:00`)

describe('the example with real hours', () => {
  it('O1 is a document without flaws', () => {
    expect(result.ok ? [] : result.flaws).toEqual([])
  })

  it('O2 is the built-in office in all but its hours', () => {
    expect({ ...office, hours: null, numbersFrom: null, exceptions: [] }).toEqual(exampleOffice)
  })

  it('O6 is open on working days with a break, and on Fridays with a longer one', () => {
    const states = (day: string, ...times: string[]) =>
      times.map((time) => openingState(office, at(`${day}T${time}`)).open)
    const times = ['07:29', '07:30', '11:00', '11:59', '12:00', '12:59', '13:00', '15:29', '15:30']
    // A Thursday, a Friday and a Saturday in April.
    expect(states('2027-04-08', ...times)).toEqual([false, true, true, true, false, false, true, true, false])
    expect(states('2027-04-09', ...times)).toEqual([false, true, false, false, false, false, true, true, false])
    expect(states('2027-04-10', ...times)).toEqual(times.map(() => false))
  })

  it('O7 is closed on holidays, and shorter in the fasting month', () => {
    expect(openingState(office, at('2027-08-17T09:00'))).toEqual({ open: false, until: at('2027-08-18T07:30') })
    expect(openingState(office, at('2027-02-10T07:30'))).toEqual({ open: false, until: at('2027-02-10T08:00') })
    expect(openingState(office, at('2027-02-10T12:15'))).toEqual({ open: false, until: at('2027-02-10T12:30') })
    expect(openingState(office, at('2027-02-12T11:45'))).toEqual({ open: false, until: at('2027-02-12T12:30') })
    // A holiday within it, on a Monday.
    expect(openingState(office, at('2027-03-08T09:00')).open).toBe(false)
    expect(openingState(office, at('2027-03-05T15:30'))).toEqual({ open: false, until: at('2027-03-15T07:30') })
  })

  it('O10 gives numbers from three in the morning on days on which it opens', () => {
    expect(numbersState(office, at('2027-04-08T02:59'))).toEqual({ open: false, until: at('2027-04-08T03:00') })
    expect(numbersState(office, at('2027-04-08T03:00'))).toEqual({ open: true, until: at('2027-04-08T12:00') })
    expect(numbersState(office, at('2027-04-10T09:00'))).toEqual({ open: false, until: at('2027-04-12T03:00') })
  })

  it('O7 differs from the week only on dates that are working days', () => {
    const onWeekends = office.exceptions.filter(({ date }) =>
      [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
    )
    expect(onWeekends).toEqual([])
    expect(office.exceptions.every(({ date }) => date.startsWith('2027-'))).toBe(true)
  })
})
