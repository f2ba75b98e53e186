import { exampleOffice } from '../../shared/example-office.ts'
import type { Text } from '../../shared/language.ts'
import { officeSchema, pictograms, serviceColours, type Office } from '../../shared/office.ts'
import { exampleNotices, morningAt, wholeOfficeNotice } from './notices.ts'
import { plannedFrom, plannedNotice } from './planned-notice.ts'
import { kiosk, Scenario, staff } from './scenario.ts'

/** An office in every state that its TVs must show well. */

export function morning(office: Office = exampleOffice): Scenario {
  return new Scenario(morningAt(8), office)
}

/** People come for every service, and so many of them are called, one a minute. */
export function called(calls: number, office: Office = exampleOffice, day = { confirmed: true }): Scenario {
  const scenario = new Scenario(morningAt(8), office, day)
  for (let person = 0; person < calls * 3 + 4; person++) {
    const service = office.services[(person * 3) % office.services.length]
    if (service) scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' })
  }
  for (let call = 0; call < calls; call++) {
    const counter = office.counters[call % office.counters.length]
    if (counter) scenario.give(staff, { type: 'CallNext', counter: counter.id }, 1 + call)
  }
  return scenario
}

export function withNotices(scenario: Scenario, count: number): Scenario {
  for (const content of exampleNotices.slice(0, count)) scenario.give(staff, { type: 'RaiseNotice', content }, 15)
  return scenario
}

/** At six in the morning numbers are given, the counters open at eight, and nobody of the staff is in yet. */
export function early(): Scenario {
  const scenario = new Scenario(morningAt(6), { ...hours, numbersFrom: 3 * 60 }, { confirmed: false })
  for (const service of exampleOffice.services)
    scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, 5)
  return planned(scenario)
}

/** The counters have begun, and nobody has confirmed yet that everything works. */
export function unconfirmed(): Scenario {
  return called(6, hours, { confirmed: false })
}

/** So many notices were raised at a quarter past, and the first of them are over since half past. */
export function recovered(raised: number, over = 1): Scenario {
  const scenario = withNotices(called(6), raised)
  for (const notice of scenario.state.notices.slice(0, over))
    scenario.give(staff, { type: 'ResolveNotice', notice: notice.id }, 32)
  return scenario
}

/** The migration of the coming night. */
export function planned(scenario: Scenario): Scenario {
  return scenario.give(staff, { type: 'ScheduleNotice', content: plannedNotice, raiseAt: plannedFrom }, 16)
}

/** In the middle of its hours the office closes for the day, and those who wait are still called. */
export function closedByNotice(): Scenario {
  const content = { ...wholeOfficeNotice, kind: 'closed', waiting: 'keep' } as const
  return called(4, hours).give(staff, { type: 'RaiseNotice', content }, 15)
}

function long(text: string): Text {
  return { id: text, en: text, su: text }
}

export function wholeOffice(): Scenario {
  return called(4).give(staff, { type: 'RaiseNotice', content: wholeOfficeNotice }, 15)
}

export function longNames(): Scenario {
  return called(6, {
    ...exampleOffice,
    name: long('Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tasikmalaya'),
    services: exampleOffice.services.map((service, i) => ({
      ...service,
      name: long(i % 2 ? 'Perekaman dan Pencetakan Kartu Identitas Anak Baru' : service.name.id),
    })),
    counters: exampleOffice.counters.map((counter, i) => ({
      ...counter,
      name: long(i % 2 ? `Loket Pelayanan Prioritas dan Lansia Nomor ${i + 11}` : `Loket Pengambilan ${i + 1}`),
    })),
  })
}

export function thirtyCounters(): Scenario {
  const [first] = exampleOffice.services
  const services = Array.from({ length: 26 }, (_, i) => ({
    ...first,
    id: `service-${i + 1}`,
    letter: String.fromCodePoint('A'.codePointAt(0)! + i),
    name: `Layanan ${i + 1}`,
    colour: serviceColours[i % serviceColours.length],
    pictogram: pictograms[i % pictograms.length],
  }))
  const counters = Array.from({ length: 30 }, (_, i) => ({
    id: String(i + 1),
    name: { id: `Loket ${i + 1}`, en: `Counter ${i + 1}` },
    services: services.map(({ id }) => id),
  }))
  return called(30, officeSchema.parse({ ...exampleOffice, services, counters }))
}

/** Every service has given its last number, and nobody waits any more for the first of them. */
export function full(): Scenario {
  const scenario = called(0, {
    ...exampleOffice,
    services: exampleOffice.services.map((service) => ({ ...service, quotaPerDay: 1 })),
    counters: exampleOffice.counters.slice(0, 2),
  })
  for (const minute of [1, 2, 3])
    scenario.give(staff, { type: 'CallNext', counter: scenario.state.office.counters[0]!.id }, minute)
  return scenario
}

/** Eight to half past three, Monday to Friday. */
export const hours: Office = officeSchema.parse({
  ...exampleOffice,
  hours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '08:00', to: '15:30' }]]),
  ),
})
