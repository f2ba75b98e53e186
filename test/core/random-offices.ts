import type { Office } from '../../shared/office.ts'
import { officeWith, smallDocument, smallOffice } from './small-office.ts'

const allDay = [{ from: '00:00', to: '24:00' }]
const working = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '15:00' },
]
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const week = Object.fromEntries(weekdays.map((day) => [day, working]))

/** Documents that the small office may change to: other hours, letters, bands, limits and zones, and a service less. */
export const randomOffices: readonly Office[] = [
  smallOffice,
  smallOffice,
  officeWith({ hours: week, numbersFrom: '03:00', confirmEachDay: false }),
  officeWith({
    services: smallDocument.services.map((each) =>
      each.id === 'cards' ? { ...each, hours: week, minutesTypical: 60, quotaPerDay: 9 } : each,
    ),
    exceptions: [
      { date: '2027-03-03', until: '2027-03-09', name: 'Bulan puasa', week: { monday: working, friday: allDay } },
    ],
  }),
  officeWith({ returns: { validDays: 1, perDay: 1, inARowMax: 1 } }),
  officeWith({ returns: { validDays: 2, perDay: 3, inARowMax: 3 } }),
  withServices({ cards: { letter: 'B' }, letters: { letter: 'A' } }),
  withServices({ cards: { firstNumber: 5 }, letters: { quotaPerDay: 2 } }),
  withServices({ cards: { letter: 'X' }, 'pick-up': { letter: 'A', lastNumber: 3 } }),
  officeWith({ timeZone: 'Asia/Jayapura', priorityInARowMax: 1 }),
  officeWith({ timeZone: 'America/Havana', languages: ['id', 'su'] }),
  officeWith({
    systems: [],
    services: smallDocument.services.filter(({ id }) => id !== 'cards'),
    counters: [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }],
  }),
]

function withServices(change: Readonly<Record<string, object>>): Office {
  return officeWith({ services: smallDocument.services.map((each) => ({ ...each, ...change[each.id] })) })
}
