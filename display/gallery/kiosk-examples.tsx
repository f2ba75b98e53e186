import type { ReactElement } from 'react'
import { initialFlow, reduceFlow, type Flow } from '../../kiosk/screen/flow.ts'
import { KioskScreen } from '../../kiosk/screen/kiosk-screen.tsx'
import type { Action, Order } from '../../kiosk/screen/visit.ts'
import { decide } from '../../shared/decide.ts'
import {
  commandIdSchema,
  daySchema,
  mainKiosk,
  serviceIdSchema,
  systemIdSchema,
  tokenSchema,
} from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import type { DeviceDoor } from '../../shared/wire.ts'
import type { Freshness } from '../ui/link.ts'
import { LiveKiosk } from './kiosk-live.tsx'
import {
  address,
  afternoonService,
  agent,
  busy,
  closing,
  early,
  evening,
  full,
  longNames,
  news,
  officeWith,
  outage,
  ownWords,
  planned,
  recovered,
  sentHome,
  slow,
  unpapered,
} from './kiosk-scenarios.ts'
import { wholeOfficeNotice } from './notices.ts'
import { kiosk, linkWith, staff, type Scenario } from './scenario.ts'

/** The kiosk in every state, each brought about by real commands and a real visitor's touches. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  home: (language) => screen(language, busy()),
  'priority-on': (language) => screen(language, busy(), [{ type: 'prefer', class: 'priority' }]),
  pressed: (language) => screen(language, busy(), [choose('family-card')], { answered: false }),
  notice: (language) => screen(language, outage(busy())),
  notices: (language) => screen(language, news(slow(outage(busy())))),
  'all-notices': (language) => screen(language, news(slow(outage(busy()))), [{ type: 'read-notices' }]),
  'own-words': (language) => screen(language, ownWords(busy()), [{ type: 'read-notices' }]),
  stopped: (language) => screen(language, outage(busy()), [choose('id-card-printing')]),
  'stopped-pressed': (language) => screen(language, outage(busy()), goHome, { answered: false }),
  warned: (language) => screen(language, slow(busy()), [choose('civil-certificates')]),
  early: (language) => screen(language, early()),
  'early-outage': (language) => screen(language, outage(early())),
  recovered: (language) => screen(language, recovered(outage(busy()))),
  planned: (language) => screen(language, planned(busy())),
  'planned-service': (language) => screen(language, planned(outage(busy())), [choose('id-card-printing')]),
  closed: (language) => screen(language, evening()),
  'closed-service': (language) => screen(language, evening(), [choose('letters')]),
  'closed-one': (language) => screen(language, afternoonService(), [choose('moving')]),
  'few-places': (language) => screen(language, closing()),
  'few-places-warned': (language) => screen(language, slow(closing(12 * 60)), [choose('civil-certificates')]),
  'full-warned': (language) => screen(language, slow(closing()), [choose('civil-certificates')]),
  full: (language) => screen(language, full(), [choose('moving')]),
  'full-home': (language) => screen(language, full()),
  'full-closing': (language) => screen(language, closing(), [choose('id-card-recording')]),
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
  'number-early': (language) => screen(language, early(), [choose('id-card-printing')], { paper: 'printed' }),
  'return-printing': (language) => screen(language, outage(busy()), goHome),
  'return-printed': (language) => screen(language, outage(busy()), goHome, { paper: 'printed' }),
  'return-not-printed': (language) => screen(language, outage(busy()), goHome, { paper: 'refused' }),
  'return-no-printer': (language) => screen(language, unpapered(outage(busy())), goHome),
  'return-unsure': (language) => screen(language, outage(busy()), goHome, { paper: 'unknown' }),
  'code-empty': (language) => screen(language, busy(), [{ type: 'have-return' }]),
  'code-digits': (language) => screen(language, busy(), typing('B0')),
  'code-letters': (language) => screen(language, busy(), typing('B010W')),
  'code-whole': (language) => screen(language, busy(), typing('B010WXVZ')),
  'code-unknown': (language) => screen(language, busy(), [...typing('B010WXVZ'), { type: 'use-return' }]),
  'code-all-letters': (language) => screen(language, busy(officeWith(26)), [{ type: 'have-return' }]),
  'back-accepted': (language) => {
    const { scenario, code } = sentHome()
    const nextDay = recovered(scenario).give(staff, { type: 'ConfirmDay' }, 24 * 60)
    return screen(language, nextDay, [scan(code)], { paper: 'printed', minutes: 24 * 60 })
  },
  'back-resumed': (language) => {
    const { scenario, code } = sentHome()
    return screen(language, recovered(scenario), [scan(code)])
  },
  'back-stopped': (language) => {
    const { scenario, code } = sentHome()
    return screen(language, scenario, [scan(code)], { minutes: 24 * 60 })
  },
  'back-too-early': (language) =>
    refusedBack(language, { reason: 'return-too-early', from: daySchema.parse('2026-11-26') }),
  'back-expired': (language) =>
    refusedBack(language, { reason: 'return-expired', until: daySchema.parse('2026-11-20') }),
  'back-of-today': (language) => refusedBack(language, { reason: 'ticket-of-today' }),
  'staff-what': (language) => screen(language, busy(), saysWhat),
  'staff-system': (language) => screen(language, busy(), saysSystem),
  'staff-why': (language) => screen(language, busy(), saysWhy),
  'staff-name': (language) => screen(language, busy(), saysWho),
  'staff-pin': (language) => screen(language, busy(), proves),
  'staff-system-pin': (language) => screen(language, busy(), [...saysSystem, ...provesIt]),
  'staff-wrong': (language) =>
    screen(language, busy(), raises, { answer: { ok: false, refusal: { reason: 'wrong-name-or-pin' } } }),
  'staff-raised': (language) => screen(language, busy(), raises),
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
  'live-return': () => <LiveKiosk scenario={recovered(sentHome().scenario)} />,
}

interface Circumstances {
  readonly freshness?: Freshness
  readonly door?: DeviceDoor
  /** False where the hub has not answered the last press. */
  readonly answered?: boolean
  /** What the hub answers, where it is not what the office decides. */
  readonly answer?: Answer
  readonly paper?: 'printed' | 'refused' | 'unknown'
  /** How long after the scenario's start the visitor comes. */
  readonly minutes?: number
  readonly laterMs?: number
  readonly openForMs?: number
}

function screen(language: Language, scenario: Scenario, actions: readonly Action[] = [], how: Circumstances = {}) {
  const { freshness = 'live', door = null, paper, minutes = 0, laterMs = 0, openForMs = 0 } = how
  const at = scenario.at + minutes * 60_000
  const flow = reduceFlow(visit(scenario, actions, at, how), { type: 'tick', at: at + laterMs })
  if (paper) printed(scenario, paper, minutes)
  const agents = new Set(scenario.state.printers[mainKiosk] ? [mainKiosk] : [])
  const view = kioskView(scenario.state, at, mainKiosk, agents, address)
  return (
    <KioskScreen
      link={linkWith(view, at, freshness)}
      door={door}
      flow={flow}
      language={language}
      at={at + laterMs}
      openedAt={at + laterMs - openForMs}
      act={() => undefined}
      onPainted={() => undefined}
    />
  )
}

/** What a visitor does, each press answered by the office. */
function visit(scenario: Scenario, actions: readonly Action[], at: number, how: Circumstances): Flow {
  const { answered = true, answer } = how
  return actions.reduce((before, action, i) => {
    const id = `visitor-${i}`
    const flow = reduceFlow(before, { type: 'act', action: seen(scenario, action, at), id, at })
    if (flow.press?.id !== id || !answered) return flow
    const given = answer ?? taken(scenario, flow.press.order, at)
    return reduceFlow(flow, { type: 'answer', id, answer: given, at })
  }, initialFlow(at))
}

function choose(service: string): Action {
  return { type: 'choose', service: serviceIdSchema.parse(service), availability: 'open', by: 'touch' }
}

/** The visitor sees what the office gives at this moment. */
function seen(scenario: Scenario, action: Action, at: number): Action {
  if (action.type !== 'choose') return action
  const view = kioskView(scenario.state, at, mainKiosk, new Set(), address)
  return { ...action, availability: view.services.find(({ id }) => id === action.service)?.availability ?? 'closed' }
}

function taken(scenario: Scenario, command: Order, at: number): Answer {
  if (command.type === 'RaiseByKey') return { ok: true, outcome: { kind: 'done' } }
  const id = commandIdSchema.parse('visitor-press')
  const secret = tokenSchema.parse('visitor-0000000000000000')
  const decision = decide(scenario.state, { id, at, actor: kiosk, secret, command })
  if (!decision.ok) return decision
  scenario.give(kiosk, command, (at - scenario.at) / 60_000)
  return { ok: true, outcome: outcomeOf(decision.events) }
}

function printed(scenario: Scenario, paper: 'printed' | 'refused' | 'unknown', minutes: number): void {
  const ticket = allTickets(scenario.state.tickets).at(-1)
  if (!ticket) throw new Error('no ticket was taken')
  const of = { ticket: ticket.id, attempt: 1 }
  scenario.give(agent, { type: 'StartPrinting', ...of }, minutes)
  const outcome = paper === 'printed' ? ({ kind: paper } as const) : ({ kind: paper, reason: 'paper-out' } as const)
  scenario.give(agent, { type: 'ReportPaper', ...of, outcome }, minutes)
}

/** A touch on what does not work, and one on what is offered instead. */
const goHome: readonly Action[] = [
  choose('id-card-printing'),
  { type: 'take-return', service: serviceIdSchema.parse('id-card-printing') },
]

function typing(signs: string): readonly Action[] {
  return [{ type: 'have-return' }, ...Array.from(signs, key)]
}

function scan(code: string): Action {
  return { type: 'scan', code }
}

function refusedBack(language: Language, refusal: Refusal) {
  return screen(language, busy(), [scan('a-code')], { answer: { ok: false, refusal } })
}

const { systems } = kioskView(busy().state, 0, mainKiosk, new Set(), address)
const service = (id: string): Action => ({
  type: 'report',
  action: { type: 'service', service: serviceIdSchema.parse(id), systems },
})
const next: Action = { type: 'report', action: { type: 'next' } }
const key = (sign: string): Action => ({ type: 'type', key: sign })
/** Siti holds the key and says what does not work, step by step. */
const saysWhat: readonly Action[] = [{ type: 'hold-key' }, service('id-card-recording'), service('id-card-printing')]
const saysSystem: readonly Action[] = [
  { type: 'hold-key' },
  { type: 'report', action: { type: 'system', system: systemIdSchema.parse('national-server'), systems } },
]
const saysWhy: readonly Action[] = [...saysWhat, next]
const named: readonly Action[] = [
  { type: 'report', action: { type: 'cause', cause: 'cause_central_server' } },
  ...Array.from('SITI', key),
]
const saysWho: readonly Action[] = [...saysWhy, ...named]
const provesIt: readonly Action[] = [next, ...named, next, ...Array.from('482913', key)]
const proves: readonly Action[] = [...saysWhat, ...provesIt]
const raises: readonly Action[] = [...proves, { type: 'raise', content: wholeOfficeNotice }]
