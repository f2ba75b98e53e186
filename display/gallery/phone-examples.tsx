import type { ReactElement } from 'react'
import type { Command } from '../../shared/commands.ts'
import { daysBetween } from '../../shared/day.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { tokenSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { officeSchema } from '../../shared/office.ts'
import { shortCode } from '../../shared/short-code.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { PhoneScreen, UnknownNumber } from '../phone/phone-screen.tsx'
import { hubTime, type Freshness } from '../ui/link.ts'
import { exampleNotices, morningAt } from './notices.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/** The phone of somebody with the fourth number for recording an identity card, in every state it can be in. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  waiting: (language) => <Phone scenario={line()} language={language} />,
  'wait-unknown': (language) => <Phone scenario={line(false)} language={language} />,
  priority: (language) => <Phone scenario={line(true, 'priority')} language={language} />,
  'one-before': (language) => <Phone scenario={calls(line(), 2)} language={language} />,
  next: (language) => <Phone scenario={calls(line(), 3)} language={language} />,
  'twelve-before': (language) => <Phone scenario={longLine()} language={language} index={12} />,
  'long-name': (language) => <Phone scenario={line(true, 'regular', longNames)} language={language} />,
  called: (language) => <Phone scenario={calls(line(), 4)} language={language} />,
  serving: (language) => <Phone scenario={afterCall({ type: 'StartServing', counter })} language={language} />,
  done: (language) => <Phone scenario={afterCall({ type: 'Finish', counter })} language={language} />,
  'no-show': (language) => <Phone scenario={afterCall({ type: 'MarkNoShow', counter })} language={language} />,
  held: (language) => <Phone scenario={mine(line(), 'HoldTicket')} language={language} />,
  cancelled: (language) => <Phone scenario={mine(line(), 'CancelTicket')} language={language} />,
  'on-hold': (language) => <Phone scenario={notices(line(), 1)} language={language} />,
  'two-notices': (language) => <Phone scenario={notices(line(), 4)} language={language} />,
  early: (language) => <Phone scenario={early()} language={language} />,
  recovered: (language) => <Phone scenario={recovered()} language={language} />,
  'sent-home': (language) => <Phone scenario={sentHome()} language={language} />,
  'return-taken': (language) => <Phone scenario={returnTaken()} language={language} index={5} />,
  'return-not-yet': (language) => <Phone {...onDay(1)} language={language} />,
  'return-good': (language) => <Phone {...onDay(3)} language={language} />,
  'return-still-stopped': (language) => <Phone {...onDay(3, sentHome(false))} language={language} />,
  'return-last-day': (language) => <Phone {...onDay(lastDay())} language={language} />,
  'return-expired': (language) => <Phone scenario={sentHome()} language={language} days={20} />,
  'return-used': (language) => <Phone {...used(onDay(3))} language={language} />,
  'return-used-before': (language) => <Phone {...onDay(4, used(onDay(3)).scenario)} language={language} />,
  'return-silent': (language) => <Phone {...onDay(3)} language={language} freshness="silent" />,
  quiet: (language) => <Phone scenario={line()} language={language} freshness="quiet" />,
  silent: (language) => <Phone scenario={line()} language={language} freshness="silent" />,
  'silent-called': (language) => <Phone scenario={calls(line(), 4)} language={language} freshness="silent" />,
  connecting: (language) => <Phone scenario={line()} language={language} freshness="connecting" />,
  unknown: (language) => <Phone scenario={line()} language={language} token="nobody-has-this-token-today" />,
  'no-token': (language) => <UnknownNumber language={language} />,
}

function Phone({
  scenario,
  language,
  freshness = 'live',
  index = mineAt,
  token = ticketAt(scenario, index).token,
  days = 0,
}: {
  readonly scenario: Scenario
  readonly language: Language
  readonly freshness?: Freshness
  /** Which number is mine, from 0. */
  readonly index?: number
  readonly token?: string
  /** So many days after the scenario it is seen. */
  readonly days?: number
}) {
  const secret = tokenSchema.parse(token)
  const seenAt = scenario.at + (days * dayMinutes + 20) * 60_000
  const link = linkWith(phoneView(scenario.state, seenAt, secret), seenAt, freshness)
  return <PhoneScreen link={link} code={shortCode(secret)} language={language} now={hubTime(link, seenAt)} />
}

/** Five people wait for the recording; the second counter gives it. */
function line(isCounterOpen = true, myClass: 'regular' | 'priority' = 'regular', office = exampleOffice): Scenario {
  const scenario = new Scenario(morningAt(8), office)
  const service = exampleOffice.services[0]!.id
  if (isCounterOpen) scenario.give(staff, { type: 'OpenCounter', counter })
  for (let person = 0; person < 5; person++)
    scenario.give(kiosk, { type: 'TakeTicket', service, class: person === mineAt ? myClass : 'regular' })
  return scenario
}

/** Nobody was called yet, and one counter alone gives it. */
function longLine(): Scenario {
  const scenario = line()
  for (let person = 5; person < 15; person++)
    scenario.give(kiosk, { type: 'TakeTicket', service: exampleOffice.services[0]!.id, class: 'regular' })
  return scenario
}

function calls(scenario: Scenario, count: number): Scenario {
  for (const ticket of allTickets(scenario.state.tickets).slice(0, count))
    scenario.give(staff, { type: 'CallTicket', counter, ticket: ticket.id }, 4)
  return scenario
}

function afterCall(command: Command): Scenario {
  return calls(line(), 4).give(staff, command, 6)
}

function mine(scenario: Scenario, type: 'HoldTicket' | 'CancelTicket'): Scenario {
  return scenario.give(staff, { type, ticket: ticketAt(scenario, mineAt).id }, 5)
}

function notices(scenario: Scenario, count: number): Scenario {
  for (const content of exampleNotices.slice(0, count)) scenario.give(staff, { type: 'RaiseNotice', content }, 5)
  return scenario
}

/** At six in the morning numbers are given, the counters open at eight, and nobody of the staff is in yet. */
function early(): Scenario {
  const scenario = new Scenario(morningAt(6), { ...withHours, numbersFrom: 3 * 60 }, { confirmed: false })
  for (let person = 0; person < 5; person++)
    scenario.give(kiosk, { type: 'TakeTicket', service: exampleOffice.services[0]!.id, class: 'regular' })
  return scenario
}

function recovered(): Scenario {
  const scenario = notices(line(), 1)
  return scenario.give(staff, { type: 'ResolveNotice', notice: scenario.state.notices[0]!.id }, 12)
}

/** All who wait are sent home; by the evening the service works again, or does not. */
function sentHome(isOver = true): Scenario {
  const scenario = notices(line(true, 'regular', twoADay), 1)
  scenario.give(staff, { type: 'SendHome', services: [exampleOffice.services[0]!.id] }, 10)
  const [notice] = scenario.state.notices
  return notice && isOver ? scenario.give(staff, { type: 'ResolveNotice', notice: notice.id }, 8 * 60) : scenario
}

/** Somebody comes while nothing works, and takes a return ticket at once. */
function returnTaken(): Scenario {
  return notices(line(), 1).give(kiosk, { type: 'TakeReturnTicket', service: exampleOffice.services[0]!.id }, 10)
}

/** The phone so many days later, once the office has noticed that it is another day. */
function onDay(days: number, scenario = sentHome()) {
  const token = mineSentHome
  scenario.give({ kind: 'hub' }, { type: 'TurnDay' }, days * dayMinutes)
  return { scenario, token, days }
}

/** The machine has taken the return ticket. */
function used({ scenario, token, days }: ReturnType<typeof onDay>) {
  scenario.give(kiosk, { type: 'UseReturnTicket', code: token }, days * dayMinutes + 10)
  return { scenario, token, days }
}

/** How many days after the scenario my return ticket is good for the last time. */
function lastDay(): number {
  const scenario = sentHome()
  const { promise } = phoneView(scenario.state, scenario.at, mineSentHome)
  return daysBetween(scenario.state.day, promise!.until)
}

function ticketAt(scenario: Scenario, index: number) {
  return allTickets(scenario.state.tickets)[index]!
}

const mineAt = 3
/** Two people of a service are asked to come on the same day, so the fourth is asked for the day after tomorrow. */
const twoADay = { ...exampleOffice, returns: { ...exampleOffice.returns, perDay: 2 } }
const dayMinutes = 24 * 60
const withHours = officeSchema.parse({ ...exampleOffice, hours: { tuesday: [{ from: '08:00', to: '15:30' }] } })
const counter = exampleOffice.counters[1]!.id
const longNames = officeSchema.parse({
  ...exampleOffice,
  services: exampleOffice.services.map((service) => ({
    ...service,
    name: {
      id: 'Perekaman Identitas Kependudukan Digital dan Aktivasi',
      en: 'Recording and activation of the digital population identity',
      su: 'Ngarekam sareng Ngaktipkeun Idéntitas Kapendudukan Digital',
    },
  })),
})
const mineSentHome = ticketAt(sentHome(), mineAt).token
