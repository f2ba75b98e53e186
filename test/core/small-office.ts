import {
  counterIdSchema,
  kioskIdSchema,
  serviceIdSchema,
  systemIdSchema,
  type CounterId,
  type KioskId,
  type ServiceId,
} from '../../shared/ids.ts'
import { officeSchema, type Office } from '../../shared/office.ts'

/** An office small enough to follow by eye: cards needs a system, letters and pick-up do not; two counters. */
export const cards: ServiceId = serviceIdSchema.parse('cards')
export const letters: ServiceId = serviceIdSchema.parse('letters')
export const pickUp: ServiceId = serviceIdSchema.parse('pick-up')
export const server = systemIdSchema.parse('server')

/** Counter 1 gives everything, counter 2 letters and pick-up. */
export const one: CounterId = counterIdSchema.parse('1')
export const two: CounterId = counterIdSchema.parse('2')

export const hall: KioskId = kioskIdSchema.parse('hall')

const look = { colour: 'blue', pictogram: 'help' } as const

/** The document as a person would write it; tests change parts of it before it is parsed. */
export const smallDocument = {
  name: 'Kantor Kecil',
  timeZone: 'Asia/Jakarta',
  systems: [{ id: 'server', name: 'Server pusat' }],
  services: [
    { ...look, id: 'cards', letter: 'A', name: 'Kartu', needs: ['server'], minutesTypical: 10 },
    { ...look, id: 'letters', letter: 'B', name: 'Surat', minutesTypical: 5 },
    { ...look, id: 'pick-up', letter: 'C', name: 'Pengambilan', minutesTypical: 5 },
  ],
  counters: [
    { id: '1', name: 'Loket 1', services: ['cards', 'letters', 'pick-up'] },
    { id: '2', name: 'Loket 2', services: ['letters', 'pick-up'] },
  ],
  priorityInARowMax: 2,
}

export const smallOffice: Office = officeSchema.parse(smallDocument)

/** The small office with some of its document replaced. */
export function officeWith(change: Partial<Record<keyof Office, unknown>>): Office {
  return officeSchema.parse({ ...smallDocument, ...change })
}
