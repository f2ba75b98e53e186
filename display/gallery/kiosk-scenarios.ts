import { exampleOffice } from '../../shared/example-office.ts'
import { placesLeft } from '../../shared/forecast.ts'
import { counterIdSchema, mainKiosk, serviceIdSchema, systemIdSchema } from '../../shared/ids.ts'
import type { Text } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { officeSchema, pictograms, serviceColours, type Office } from '../../shared/office.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { kiosk, Scenario, staff } from './scenario.ts'

/** The offices and mornings in which the kiosk's examples take place. */
const at = Date.parse('2026-11-24T09:41:00+07:00')
export const address = 'http://192.168.1.20:8080'
export const agent = { kind: 'agent', kiosk: mainKiosk } as const

/** Mid-morning: counters are open, people wait, the printer is well. */
export function busy(office: Office = exampleOffice): Scenario {
  const scenario = new Scenario(at, office)
  for (const counter of office.counters.slice(0, 3)) {
    const name = `${staff.kind} ${counter.id}`
    scenario.give({ kind: 'staff', name }, { type: 'OpenCounter', counter: counter.id })
  }
  const waiting = [9, 6, 3, 1, 2, 0, 4]
  office.services.forEach((service, i) => {
    for (let n = 0; n < (waiting[i % waiting.length] ?? 0); n++)
      if (placesLeft(scenario.state, service, at)?.count !== 0)
        scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' })
  })
  return scenario.give(agent, { type: 'ReportPrinter', report: well })
}

const well = { trouble: null, paperLow: false, speaks: true, confirms: true, detail: '' } as const

export function unpapered(scenario: Scenario): Scenario {
  return scenario.give(agent, { type: 'ReportPrinter', report: { ...well, trouble: 'paper-out' } })
}

export function outage(scenario: Scenario): Scenario {
  return raise(scenario, {
    kind: 'outage',
    scope: { office: false, services: [], systems: [systemIdSchema.parse('national-server')] },
    cause: {
      id: 'Server pusat kependudukan sedang terganggu.',
      en: 'The national population server is out of order.',
      su: 'Server puseur kapendudukan nuju kaganggu.',
    },
    since: at - 71 * 60_000,
    nextNews: at + 79 * 60_000,
    newTickets: 'stop',
    waiting: 'hold',
  })
}

export function slow(scenario: Scenario): Scenario {
  return raise(scenario, {
    kind: 'degraded',
    scope: { office: false, services: [serviceIdSchema.parse('civil-certificates')], systems: [] },
    cause: { id: 'Jaringan sedang lambat.', en: 'The network is slow.', su: 'Jaringan nuju laun.' },
    expectedEnd: at + 139 * 60_000,
    newTickets: 'warn',
  })
}

/** The author has written Indonesian only; Loket says the rest in every language. */
export function ownWords(scenario: Scenario): Scenario {
  return raise(scenario, {
    kind: 'outage',
    scope: { office: false, services: [], systems: [systemIdSchema.parse('national-server')] },
    cause: inOneLanguage('Kabel putus karena longsor.'),
    instruction: inOneLanguage('Silakan ke kantor kecamatan.'),
    newTickets: 'stop',
  })
}

function inOneLanguage(text: string): Text {
  return { id: text, en: text, su: text }
}

export function news(scenario: Scenario): Scenario {
  return raise(scenario, {
    kind: 'information',
    scope: { office: true, services: [], systems: [] },
    cause: {
      id: 'Hari Kamis kantor buka sampai pukul 12.00.',
      en: 'On Thursday the office is open until 12:00.',
      su: 'Dinten Kemis kantor muka dugi ka tabuh 12.00.',
    },
    newTickets: 'give',
  })
}

function raise(scenario: Scenario, said: Said): Scenario {
  return scenario.give(staff, { type: 'RaiseNotice', content: content(said) })
}

type Said = Pick<NoticeContent, 'kind' | 'scope' | 'newTickets'> & Partial<NoticeContent>

function content(said: Said): NoticeContent {
  return {
    cause: null,
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: null,
    waiting: 'keep',
    ...said,
  }
}

/** Open from Monday to Friday. */
function withHours(from: number, to: number): Office {
  const day = [{ from, to }]
  const hours = { sunday: [], monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [] }
  return { ...exampleOffice, hours }
}

/** Closed for the day; it opens again in the morning. */
export function evening(): Scenario {
  return new Scenario(Date.parse('2026-11-24T17:20:00+07:00'), withHours(8 * 60, 15 * 60)).give(agent, {
    type: 'ReportPrinter',
    report: well,
  })
}

/** Before dawn: numbers are given, nobody of the staff is there, and the server has been away for days. */
export function early(): Scenario {
  const dawn = Date.parse('2026-11-24T03:40:00+07:00')
  const office = { ...withHours(8 * 60, 15 * 60), numbersFrom: 3 * 60 }
  return new Scenario(dawn, office, { confirmed: false }).give(agent, { type: 'ReportPrinter', report: well })
}

/** The counters close at this minute of the day: some lines are nearly as long as they can be served, some are longer. */
export function closing(minute = 10 * 60 + 20): Scenario {
  return busy(withHours(8 * 60, minute))
}

/** Moving is given in the afternoon only. */
export function afternoonService(): Scenario {
  const { hours } = withHours(13 * 60, 15 * 60)
  const services = exampleOffice.services.map((service) => (service.id === 'moving' ? { ...service, hours } : service))
  return busy({ ...withHours(8 * 60, 15 * 60), services })
}

/** The server works again since a minute ago; whoever waited is called. */
export function recovered(scenario: Scenario): Scenario {
  const notice = scenario.state.notices.at(-1)
  if (!notice) throw new Error('nothing is out of order')
  return scenario.give(staff, { type: 'ResolveNotice', notice: notice.id })
}

/** The records of identity cards move to a new system next morning, and certificates stop later today. */
export function planned(scenario: Scenario): Scenario {
  const set = (raiseAt: number, said: Said) =>
    scenario.give(staff, { type: 'ScheduleNotice', raiseAt, content: content(said) })
  set(Date.parse('2026-11-24T13:00:00+07:00'), {
    kind: 'maintenance',
    scope: { office: false, services: [serviceIdSchema.parse('civil-certificates')], systems: [] },
    newTickets: 'stop',
  })
  return set(Date.parse('2026-11-25T03:10:00+07:00'), {
    kind: 'maintenance',
    scope: { office: false, services: [], systems: [systemIdSchema.parse('national-server')] },
    cause: {
      id: 'Data sedang dipindahkan ke sistem baru.',
      en: 'Records are being moved to a new system.',
      su: 'Data nuju dipindahkeun ka sistem énggal.',
    },
    expectedEnd: Date.parse('2026-11-30T08:00:00+07:00'),
    newTickets: 'stop',
  })
}

/** Somebody took a return ticket during the outage. `code` is what the scanner reads from it. */
export function sentHome(service = 'id-card-printing'): { readonly scenario: Scenario; readonly code: string } {
  const scenario = outage(busy())
  scenario.give(kiosk, { type: 'TakeReturnTicket', service: serviceIdSchema.parse(service) })
  const token = allTickets(scenario.state.tickets).at(-1)?.token
  return { scenario, code: `${address}/t/${token}` }
}

/** All of today's numbers for moving are given. */
export function full(): Scenario {
  const services = exampleOffice.services.map((service) =>
    service.id === 'moving' ? { ...service, quotaPerDay: 2 } : service,
  )
  const scenario = busy({ ...exampleOffice, services })
  for (let n = 0; n < 2; n++)
    scenario.give(kiosk, { type: 'TakeTicket', service: serviceIdSchema.parse('moving'), class: 'regular' })
  return scenario
}

export const longNames: Office = {
  ...exampleOffice,
  services: exampleOffice.services.map((service, i) => ({
    ...service,
    name: {
      id: ['Penerbitan Kartu Tanda Penduduk Elektronik bagi Warga Baru', 'Legalisasi Akta'][i % 2] ?? '',
      en: ['Issue of the electronic identity card for new residents', 'Certified copies'][i % 2] ?? '',
      su: ['Ngadamel Kartu Tanda Penduduk Éléktronik kanggo Warga Énggal', 'Légalisasi Akta'][i % 2] ?? '',
    },
  })),
}

/** An office with `count` services, A onwards. */
export function officeWith(count: number): Office {
  const services = Array.from({ length: count }, (_, i) => {
    const example = exampleOffice.services[i % exampleOffice.services.length]
    return {
      ...example,
      id: `service-${i + 1}`,
      letter: String.fromCharCode('A'.charCodeAt(0) + i),
      colour: serviceColours[i % serviceColours.length],
      pictogram: pictograms[i % pictograms.length],
      needs: [],
    }
  })
  const counters = exampleOffice.counters.map(({ name }, i) => ({
    id: counterIdSchema.parse(String(i + 1)),
    name,
    services: services.map(({ id }) => id),
  }))
  return officeSchema.parse({ ...exampleOffice, services, counters })
}
