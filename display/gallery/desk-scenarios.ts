import { exampleOffice } from '../../shared/example-office.ts'
import { mainKiosk, noticeIdSchema, screenIdSchema, ticketIdSchema } from '../../shared/ids.ts'
import { officeSchema } from '../../shared/office.ts'
import { allPromises } from '../../shared/return-book.ts'
import type { ConnectedScreen } from '../../shared/views/desk.ts'
import { exampleNotices } from './notices.ts'
import { kiosk, Scenario, staff } from './scenario.ts'

/** An office at work, as the examples of the desk begin with it. */

/** Half past eight in the morning in the office's time zone, when the examples' day begins; and now, at 9.41. */
export const exampleStart = Date.parse('2026-11-24T08:30:00+07:00')
export const exampleNow = exampleStart + 71 * 60_000

export const budi = { kind: 'staff', name: 'Budi' } as const
export const printerAgent = { kind: 'agent', kiosk: mainKiosk } as const
export const readyPrinter = { trouble: null, paperLow: false, speaks: true, confirms: true, detail: '' }

export const service = (index: number) => exampleOffice.services[index % exampleOffice.services.length]?.id ?? missing()
export const counter = (index: number) => exampleOffice.counters[index]?.id ?? missing()
export const ticket = (id: number) => ticketIdSchema.parse(id)
export const notice = (index: number) => exampleNotices[index] ?? missing()
export const noticeId = (id: number) => noticeIdSchema.parse(id)

/** The example office with its ticket machine ready. */
export function opened(office = exampleOffice, { confirmed = true, start = exampleStart } = {}): Scenario {
  return new Scenario(start, office, { confirmed }).give(printerAgent, { type: 'ReportPrinter', report: readyPrinter })
}

/** Thirty people waiting, the first services the fullest, every seventh with priority. */
export function busy(office = exampleOffice, { confirmed = true } = {}): Scenario {
  const scenario = opened(office, { confirmed })
  const wanted = [0, 1, 0, 2, 0, 1, 3, 0, 4, 0, 1, 2, 0, 6, 0, 1, 0, 3, 0, 2, 1, 0, 4, 0, 0, 1, 2, 0, 6, 3, 0, 1, 2, 3]
  wanted.forEach((index, i) =>
    scenario.give(
      kiosk,
      { type: 'TakeTicket', service: service(index), class: i % 7 === 3 ? 'priority' : 'regular' },
      2 * i,
    ),
  )
  return scenario
    .give(budi, { type: 'CallNext', counter: counter(1) }, 69)
    .give(staff, { type: 'HoldTicket', ticket: ticket(9) }, 69)
    .give(staff, { type: 'CallTicket', counter: counter(2), ticket: ticket(2) }, 69)
    .give(staff, { type: 'MarkNoShow', counter: counter(2) }, 70)
    .give(staff, { type: 'CloseCounter', counter: counter(2) }, 70)
}

export function called(): Scenario {
  return busy().give(staff, { type: 'CallNext', counter: counter(0) }, 70)
}

/**
 * The day after: some come with their return tickets, one of them with priority, among people of today. Numbers are
 * few, and the counters close at half past eleven.
 */
export function cameBack(): Scenario {
  const office = officeSchema.parse({
    ...exampleOffice,
    hours: { monday: [{ from: '07:30', to: '15:00' }], tuesday: [{ from: '07:30', to: '11:30' }] },
    services: exampleOffice.services.map((known, i) => (i === 1 ? { ...known, quotaPerDay: 20 } : known)),
  })
  const yesterday = 24 * 60
  const scenario = opened(office, { start: exampleStart - yesterday * 60_000 })
  for (let i = 0; i < 6; i++)
    scenario.give(kiosk, { type: 'TakeTicket', service: service(i % 2), class: i === 2 ? 'priority' : 'regular' }, i)
  scenario
    .give(staff, { type: 'RaiseNotice', content: { ...notice(0), nextNews: null } }, 20)
    .give(staff, { type: 'SendHome', services: [service(0), service(1)] }, 30)
    .give(staff, { type: 'ResolveNotice', notice: noticeId(1) }, 60)
  const papers = allPromises(scenario.state.returns).map(({ token }) => token)
  scenario.give(staff, { type: 'ConfirmDay' }, yesterday)
  for (let i = 0; i < 5; i++)
    scenario.give(kiosk, { type: 'TakeTicket', service: service(i % 2), class: 'regular' }, yesterday + 10 + i)
  for (const code of papers.slice(0, 4)) scenario.give(kiosk, { type: 'UseReturnTicket', code }, yesterday + 40)
  return scenario.give(staff, { type: 'CallNext', counter: counter(0) }, yesterday + 70)
}

/** The longest names an office document allows, everywhere at once. */
export const longNamedOffice = officeSchema.parse({
  ...exampleOffice,
  services: exampleOffice.services.map((known) => ({ ...known, name: longName(known.name.id) })),
  counters: exampleOffice.counters.map((known) => ({ ...known, name: longName(known.name.id) })),
  systems: exampleOffice.systems.map((known) => ({ ...known, name: longName(known.name.id) })),
})

export function longName(text: string): string {
  return `${text} untuk Warga Negara Indonesia dan Orang Asing Tinggal Tetap`.slice(0, 60)
}

/** Two TVs and a ticket machine, of which the last has not painted the first notice yet. */
export const screens: readonly ConnectedScreen[] = ['Lantai 1', 'Lantai 2', 'Pintu depan'].map((name, i) => ({
  screen: screenIdSchema.parse(`screen-${i + 1}-of-three`),
  kind: i === 2 ? 'kiosk' : 'lobby',
  name,
  painted: { [noticeId(1)]: i < 2 ? 1 : 0, [noticeId(2)]: 1 },
  report: null,
}))

function missing(): never {
  throw new Error('the example office has no such service, counter or notice')
}
