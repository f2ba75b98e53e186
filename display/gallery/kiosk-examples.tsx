import type { ReactElement } from 'react'
import { initialFlow, reduceFlow, type Action, type Flow } from '../../kiosk/screen/flow.ts'
import { KioskScreen } from '../../kiosk/screen/kiosk-screen.tsx'
import { decide } from '../../shared/decide.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import {
  commandIdSchema,
  counterIdSchema,
  mainKiosk,
  serviceIdSchema,
  systemIdSchema,
  tokenSchema,
} from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { officeSchema, pictograms, serviceColours, type Office } from '../../shared/office.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import type { Language } from '../../shared/language.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import type { DeviceDoor } from '../../shared/wire.ts'
import type { Freshness } from '../ui/link.ts'
import { LiveKiosk } from './kiosk-live.tsx'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/** The kiosk in every state, each brought about by real commands and a real visitor's touches. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  home: (language) => screen(language, busy()),
  'priority-on': (language) => screen(language, busy(), [{ type: 'prefer', class: 'priority' }]),
  pressed: (language) => screen(language, busy(), [choose('family-card')], { answered: false }),
  notice: (language) => screen(language, outage(busy())),
  notices: (language) => screen(language, news(slow(outage(busy())))),
  'all-notices': (language) => screen(language, news(slow(outage(busy()))), [{ type: 'read-notices' }]),
  stopped: (language) => screen(language, outage(busy()), [choose('id-card-printing')]),
  warned: (language) => screen(language, slow(busy()), [choose('civil-certificates')]),
  closed: (language) => screen(language, evening()),
  'closed-service': (language) => screen(language, evening(), [choose('letters')]),
  full: (language) => screen(language, full(), [choose('moving')]),
  'full-home': (language) => screen(language, full()),
  refused: (language) =>
    screen(language, busy(), [choose('letters')], { answer: { ok: false, refusal: { reason: 'not-saved' } } }),
  'no-paper': (language) => screen(language, unpapered(busy())),
  'number-printing': (language) => screen(language, busy(), [choose('id-card-recording')]),
  'number-printed': (language) => screen(language, busy(), [choose('id-card-recording')], { paper: 'printed' }),
  'number-first': (language) => screen(language, busy(), [choose('moving')], { paper: 'printed' }),
  'number-priority': (language) =>
    screen(language, busy(), [{ type: 'prefer', class: 'priority' }, choose('letters')], { paper: 'printed' }),
  'number-not-printed': (language) => screen(language, busy(), [choose('id-card-recording')], { paper: 'refused' }),
  'number-no-printer': (language) => screen(language, unpapered(busy()), [choose('family-card')]),
  'number-unsure': (language) => screen(language, busy(), [choose('id-card-recording')], { paper: 'unknown' }),
  silent: (language) => screen(language, busy(), [], { freshness: 'silent' }),
  unanswered: (language) => screen(language, busy(), [choose('letters')], { answered: false, laterMs: 8_000 }),
  connecting: (language) => screen(language, busy(), [], { freshness: 'connecting' }),
  unreachable: (language) => screen(language, busy(), [], { freshness: 'connecting', openForMs: 6_000 }),
  unpaired: (language) =>
    screen(language, busy(), [], { freshness: 'connecting', door: { state: 'unpaired', pairingCode: 'K7M4' } }),
  'long-names': (language) => screen(language, busy(longNames)),
  'two-services': (language) => screen(language, busy(officeWith(2))),
  'fourteen-services': (language) => screen(language, busy(officeWith(14))),
  'all-letters': (language) => screen(language, busy(officeWith(26))),
  live: () => <LiveKiosk scenario={busy()} />,
  'live-notice': () => <LiveKiosk scenario={outage(busy())} />,
}

interface Circumstances {
  readonly freshness?: Freshness
  readonly door?: DeviceDoor
  /** False where the hub has not answered the last press. */
  readonly answered?: boolean
  /** What the hub answers, where it is not what the office decides. */
  readonly answer?: Answer
  readonly paper?: 'printed' | 'refused' | 'unknown'
  readonly laterMs?: number
  readonly openForMs?: number
}

const at = Date.parse('2026-11-24T09:41:00+07:00')
const address = 'http://192.168.1.20:8080'
const agent = { kind: 'agent', kiosk: mainKiosk } as const

function screen(language: Language, scenario: Scenario, actions: readonly Action[] = [], how: Circumstances = {}) {
  const { freshness = 'live', door = null, paper, laterMs = 0, openForMs = 0 } = how
  const flow = reduceFlow(visit(scenario, actions, how), { type: 'tick', at: scenario.at + laterMs })
  if (paper) printed(scenario, paper)
  const agents = new Set(scenario.state.printers[mainKiosk] ? [mainKiosk] : [])
  const view = kioskView(scenario.state, scenario.at, mainKiosk, agents, address)
  return (
    <KioskScreen
      link={linkWith(view, scenario.at, freshness)}
      door={door}
      flow={flow}
      language={language}
      at={scenario.at + laterMs}
      openedAt={scenario.at + laterMs - openForMs}
      act={() => undefined}
      onPainted={() => undefined}
    />
  )
}

/** What a visitor does, each press answered by the office. */
function visit(scenario: Scenario, actions: readonly Action[], { answered = true, answer }: Circumstances): Flow {
  return actions.reduce((before, action, i) => {
    const id = `visitor-${i}`
    const flow = reduceFlow(before, { type: 'act', action: seen(scenario, action), id, at: scenario.at })
    if (flow.press?.id !== id || !answered) return flow
    const given = answer ?? taken(scenario, flow.press.order)
    return reduceFlow(flow, { type: 'answer', id, answer: given, at: scenario.at })
  }, initialFlow(scenario.at))
}

function choose(service: string): Action {
  return { type: 'choose', service: serviceIdSchema.parse(service), availability: 'open', by: 'touch' }
}

/** The visitor sees what the office gives at this moment. */
function seen(scenario: Scenario, action: Action): Action {
  if (action.type !== 'choose') return action
  const view = kioskView(scenario.state, scenario.at, mainKiosk, new Set(), address)
  return { ...action, availability: view.services.find(({ id }) => id === action.service)?.availability ?? 'closed' }
}

function taken(scenario: Scenario, command: NonNullable<Flow['press']>['order']): Answer {
  const id = commandIdSchema.parse('visitor-press')
  const secret = tokenSchema.parse('visitor-0000000000000000')
  const decision = decide(scenario.state, { id, at: scenario.at, actor: kiosk, secret, command })
  if (!decision.ok) return decision
  scenario.give(kiosk, command)
  return { ok: true, outcome: outcomeOf(decision.events) }
}

function printed(scenario: Scenario, paper: 'printed' | 'refused' | 'unknown'): void {
  const ticket = allTickets(scenario.state.tickets).at(-1)
  if (!ticket) throw new Error('no ticket was taken')
  const of = { ticket: ticket.id, attempt: 1 }
  scenario.give(agent, { type: 'StartPrinting', ...of })
  const outcome = paper === 'printed' ? ({ kind: paper } as const) : ({ kind: paper, reason: 'paper-out' } as const)
  scenario.give(agent, { type: 'ReportPaper', ...of, outcome })
}

/** Mid-morning: counters are open, people wait, the printer is well. */
function busy(office: Office = exampleOffice): Scenario {
  const scenario = new Scenario(at, office)
  for (const counter of office.counters.slice(0, 3)) {
    const name = `${staff.kind} ${counter.id}`
    scenario.give({ kind: 'staff', name }, { type: 'OpenCounter', counter: counter.id })
  }
  const waiting = [9, 6, 3, 1, 2, 0, 4]
  office.services.forEach((service, i) => {
    for (let n = 0; n < (waiting[i % waiting.length] ?? 0); n++)
      scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' })
  })
  return scenario.give(agent, { type: 'ReportPrinter', report: well })
}

const well = { trouble: null, paperLow: false, speaks: true, confirms: true, detail: '' } as const

function unpapered(scenario: Scenario): Scenario {
  return scenario.give(agent, { type: 'ReportPrinter', report: { ...well, trouble: 'paper-out' } })
}

function outage(scenario: Scenario): Scenario {
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

function slow(scenario: Scenario): Scenario {
  return raise(scenario, {
    kind: 'degraded',
    scope: { office: false, services: [serviceIdSchema.parse('civil-certificates')], systems: [] },
    cause: { id: 'Jaringan sedang lambat.', en: 'The network is slow.', su: 'Jaringan nuju laun.' },
    expectedEnd: at + 139 * 60_000,
    newTickets: 'warn',
  })
}

function news(scenario: Scenario): Scenario {
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

function raise(
  scenario: Scenario,
  content: Pick<NoticeContent, 'kind' | 'scope' | 'newTickets'> & Partial<NoticeContent>,
) {
  return scenario.give(staff, {
    type: 'RaiseNotice',
    content: {
      cause: null,
      instruction: null,
      since: null,
      expectedEnd: null,
      nextNews: null,
      waiting: 'keep',
      ...content,
    },
  })
}

/** Closed for the day; it opens again in the morning. */
function evening(): Scenario {
  const day = [{ from: 8 * 60, to: 15 * 60 }]
  const hours = { sunday: [], monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [] }
  return new Scenario(Date.parse('2026-11-24T17:20:00+07:00'), { ...exampleOffice, hours }).give(agent, {
    type: 'ReportPrinter',
    report: well,
  })
}

/** All of today's numbers for moving are given. */
function full(): Scenario {
  const services = exampleOffice.services.map((service) =>
    service.id === 'moving' ? { ...service, quotaPerDay: 2 } : service,
  )
  const scenario = busy({ ...exampleOffice, services })
  for (let n = 0; n < 2; n++)
    scenario.give(kiosk, { type: 'TakeTicket', service: serviceIdSchema.parse('moving'), class: 'regular' })
  return scenario
}

const longNames: Office = {
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
function officeWith(count: number): Office {
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
