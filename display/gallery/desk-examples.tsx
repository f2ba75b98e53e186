import { useState, type ReactElement } from 'react'
import { supervisorCommandSchema, type Command } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import {
  commandIdSchema,
  mainKiosk,
  noticeIdSchema,
  screenIdSchema,
  ticketIdSchema,
  tokenSchema,
} from '../../shared/ids.ts'
import { noticeContentSchema } from '../../shared/notice.ts'
import { officeSchema } from '../../shared/office.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import type { OfficeState } from '../../shared/state.ts'
import type { Language } from '../../shared/language.ts'
import { deskView, type ConnectedScreen } from '../../shared/views/desk.ts'
import { noticePaper } from '../../shared/views/slips.ts'
import type {
  DeskDoor,
  DoorAnswer,
  DoorMessage,
  Person,
  SlipAnswer,
  SlipRequest,
  StaffRole,
} from '../../shared/wire.ts'
import { DeskScreen } from '../desk/desk-screen.tsx'
import type { Freshness } from '../ui/link.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/**
 * The desk in every state. Its presses are real: each command goes through the hub's schema and the office's own
 * decisions, and the view that comes of it is shown.
 */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  connecting: (language) => <Example language={language} door={null} />,
  'set-up': (language) => <Example language={language} door={{ state: 'set-up' }} />,
  'sign-in': (language) => <Example language={language} door={{ state: 'sign-in' }} />,
  unpaired: (language) => <Example language={language} door={{ state: 'unpaired', pairingCode: 'KTM4-92RX' }} />,
  empty: (language) => <Example language={language} />,
  busy: (language) => <Example language={language} scenario={busy()} />,
  called: (language) => <Example language={language} scenario={called()} />,
  serving: (language) => <Example language={language} scenario={serving()} />,
  taken: (language) => <Example language={language} scenario={takenByOther()} />,
  notices: (language) => <Example language={language} scenario={withNotices()} screens={screens} />,
  trouble: (language) => <Example language={language} scenario={withTrouble()} laterDays={40} />,
  quiet: (language) => <Example language={language} scenario={serving()} freshness="quiet" />,
  silent: (language) => <Example language={language} scenario={serving()} freshness="silent" />,
  'long-names': (language) => <Example language={language} scenario={longNames()} screens={screens} />,
  staff: (language) => <Example language={language} scenario={withTrouble()} supervisor={false} laterDays={40} />,
}

/** Twenty to ten in the morning in the office's time zone. */
const start = Date.parse('2026-11-24T08:30:00+07:00')
const now = start + 71 * 60_000

function Example({
  language,
  door,
  scenario,
  freshness = 'live',
  supervisor = true,
  screens: connected = none,
  laterDays = 0,
}: {
  readonly language: Language
  readonly door?: DeskDoor | null
  readonly scenario?: Scenario
  readonly freshness?: Freshness
  readonly supervisor?: boolean
  readonly screens?: readonly ConnectedScreen[]
  /** How far the hub's clock has jumped ahead of the office's last event. */
  readonly laterDays?: number
}) {
  const [state, setState] = useState<OfficeState>(() => (scenario ?? opened()).state)
  const role: StaffRole = supervisor ? 'supervisor' : 'staff'
  const [people, setPeople] = useState<readonly Person[]>([
    { name: 'Siti', role },
    { name: 'Budi', role: 'staff' },
    { name: 'Raden Ajeng Kartika Puspitasari', role: 'staff' },
  ])
  const at = now + laterDays * 24 * 3_600_000
  const view = deskView(state, at, new Set([mainKiosk]), connected)
  const signedIn: DeskDoor = { state: 'signed-in', name: 'Siti', role, people }

  const give = async (given: object): Promise<Answer> => {
    const parsed = supervisorCommandSchema.safeParse(given)
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? ''
      return { ok: false, refusal: { reason: 'not-understood', field } }
    }
    const answered = decideAndEvolve(state, parsed.data, at)
    setState(answered.state)
    return answered.answer
  }
  const ask = async (message: DoorMessage): Promise<DoorAnswer> => {
    if (message.type === 'AddPerson') setPeople([...people, { name: message.name, role: message.role }])
    if (message.type === 'RemovePerson') setPeople(people.filter(({ name }) => name !== message.name))
    return answerAtDoor(message)
  }
  const print = async (slip: SlipRequest): Promise<SlipAnswer> =>
    slip.kind === 'notice' && noticePaper(state, slip.notice, at, 'http://gallery') === null
      ? { ok: false, refusal: { reason: 'no-such-notice' } }
      : { ok: true }
  const desk = { ...plain, language, timeZone: state.office.timeZone, now: at, give, ask, print }
  return (
    <DeskScreen
      link={linkWith(view, at, door === undefined ? freshness : 'connecting')}
      door={door === undefined ? signedIn : door}
      desk={desk}
    />
  )
}

function decideAndEvolve(state: OfficeState, command: Command, at: number): { state: OfficeState; answer: Answer } {
  const id = commandIdSchema.parse(`gallery-${state.ticketsGiven}`)
  const secret = tokenSchema.parse('gallery-gallery-gallery')
  const decision = decide(state, { id, at, actor: staff, secret, command })
  if (!decision.ok) return { state, answer: decision }
  const after = decision.events.reduce(
    (before, event) => evolve(before, { seq: 1, at, command: id, actor: staff, event }),
    state,
  )
  return { state: after, answer: { ok: true, outcome: outcomeOf(decision.events) } }
}

/** The gallery's door knows one PIN, 246810, and one code, LOKET. */
function answerAtDoor(message: DoorMessage): DoorAnswer {
  if ('pin' in message && message.pin !== '246810')
    return { ok: false, refusal: { reason: 'wait-before-retry', waitMs: 30_000 } }
  if ('code' in message && message.code !== 'LOKET') return { ok: false, refusal: { reason: 'wrong-code' } }
  return { ok: true }
}

const remembered = new Map<string, string>()
const plain = {
  memory: {
    recall: (key: string) => remembered.get(key) ?? null,
    remember: (key: string, value: string) => void remembered.set(key, value),
  },
}

const budi = { kind: 'staff', name: 'Budi' } as const
const printerAgent = { kind: 'agent', kiosk: mainKiosk } as const
const service = (index: number) => exampleOffice.services[index % exampleOffice.services.length]?.id ?? noService()
const counter = (index: number) => exampleOffice.counters[index]?.id ?? noService()
const ticket = (id: number) => ticketIdSchema.parse(id)
const noService = () => {
  throw new Error('the example office has no such service or counter')
}

/** Thirty people waiting, the first services the fullest, every seventh with priority. */
function busy(): Scenario {
  const scenario = opened()
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

function called(): Scenario {
  return busy().give(staff, { type: 'CallNext', counter: counter(0) }, 70)
}

function serving(): Scenario {
  return called().give(staff, { type: 'StartServing', counter: counter(0) }, 70)
}

function takenByOther(): Scenario {
  const scenario = busy()
  for (const { id } of exampleOffice.counters.filter((_, i) => i !== 1))
    scenario.give(budi, { type: 'CallNext', counter: id }, 70)
  return scenario
}

const none: readonly ConnectedScreen[] = []
const screens: readonly ConnectedScreen[] = ['Lantai 1', 'Lantai 2', 'Pintu depan'].map((name, i) => ({
  screen: screenIdSchema.parse(`screen-${i + 1}-of-three`),
  kind: i === 2 ? 'kiosk' : 'lobby',
  name,
  painted: { [noticeIdSchema.parse(1)]: i < 2 ? 1 : 0, [noticeIdSchema.parse(2)]: 1 },
}))

/** An outage of the national server whose promised news is overdue, and crowding told to all. */
function withNotices(): Scenario {
  return called()
    .give(
      staff,
      {
        type: 'RaiseNotice',
        content: noticeContentSchema.parse({
          kind: 'outage',
          scope: { office: false, services: [], systems: ['national-server'] },
          cause: {
            id: 'Server pusat sedang tidak dapat dihubungi.',
            en: 'The central server cannot be reached.',
            su: 'Server puseur ayeuna teu tiasa dikontak.',
          },
          instruction: null,
          since: null,
          expectedEnd: null,
          nextNews: start + 62 * 60_000,
          newTickets: 'stop',
          waiting: 'hold',
        }),
      },
      20,
    )
    .give(
      budi,
      {
        type: 'RaiseNotice',
        content: noticeContentSchema.parse({
          kind: 'information',
          scope: { office: true, services: [], systems: [] },
          cause: 'Hari ini ramai. Waktu tunggu lebih lama dari biasanya.',
          instruction: null,
          since: null,
          expectedEnd: null,
          nextNews: start + 150 * 60_000,
          newTickets: 'give',
          waiting: 'keep',
        }),
      },
      40,
    )
}

/** A ticket machine without paper, and two papers of which nobody knows whether they came out. */
function withTrouble(): Scenario {
  const scenario = called()
  for (let copies = 0; copies < 2; copies++) {
    scenario.give(kiosk, { type: 'TakeTicket', service: service(2), class: 'regular' }, 70)
    const doubted = { ticket: ticket(scenario.state.ticketsGiven), attempt: 1 }
    scenario
      .give(printerAgent, { type: 'StartPrinting', ...doubted }, 70)
      .give(printerAgent, { type: 'ReportPaper', ...doubted, outcome: { kind: 'unknown', reason: 'no-answer' } }, 70)
  }
  return scenario.give(printerAgent, { type: 'ReportPrinter', report: { ...ready, trouble: 'paper-out' } }, 70)
}

const ready = { trouble: null, paperLow: false, speaks: true, confirms: true, detail: '' }

/** The example office with its ticket machine ready. */
function opened(office = exampleOffice): Scenario {
  return new Scenario(start, office).give(printerAgent, { type: 'ReportPrinter', report: ready })
}

/** The longest names an office document allows, everywhere at once. */
function longNames(): Scenario {
  const long = (text: string) => `${text} untuk Warga Negara Indonesia dan Orang Asing Tinggal Tetap`.slice(0, 60)
  const office = officeSchema.parse({
    ...exampleOffice,
    services: exampleOffice.services.map((known) => ({ ...known, name: long(known.name.id) })),
    counters: exampleOffice.counters.map((known) => ({ ...known, name: long(known.name.id) })),
    systems: exampleOffice.systems.map((known) => ({ ...known, name: long(known.name.id) })),
  })
  const scenario = opened(office)
  for (let i = 0; i < 12; i++)
    scenario.give(kiosk, { type: 'TakeTicket', service: service(i), class: 'priority' }, 2 * i)
  return scenario.give(staff, { type: 'CallNext', counter: counter(0) }, 60).give(
    staff,
    {
      type: 'RaiseNotice',
      content: noticeContentSchema.parse({
        kind: 'degraded',
        scope: { office: false, services: exampleOffice.services.slice(0, 5).map(({ id }) => id), systems: [] },
        cause: long('Tanda tangan elektronik sedang tertunda'),
        instruction: long('Silakan serahkan berkas Anda sekarang'),
        since: null,
        expectedEnd: start + 30 * 3_600_000,
        nextNews: start + 26 * 3_600_000,
        newTickets: 'warn',
        waiting: 'keep',
      }),
    },
    60,
  )
}
