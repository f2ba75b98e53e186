import { useState } from 'react'
import { supervisorCommandSchema, type Command } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import { commandIdSchema, mainKiosk, tokenSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { TicketWords } from '../../shared/office.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { OfficeState } from '../../shared/state.ts'
import { deskView, type ConnectedScreen } from '../../shared/views/desk.ts'
import { noticePaper } from '../../shared/views/slips.ts'
import type {
  DeskDoor,
  DoorAnswer,
  DoorMessage,
  Person,
  ScreenAnswer,
  ScreenOrder,
  SlipAnswer,
  SlipRequest,
  StaffRole,
} from '../../shared/wire.ts'
import type { Desk } from '../desk/desk-context.ts'
import { DeskScreen } from '../desk/desk-screen.tsx'
import type { Freshness } from '../ui/link.ts'
import { exampleNow, opened } from './desk-scenarios.ts'
import { mediaWays } from './media-ways.ts'
import { linkWith, staff, type Scenario } from './scenario.ts'

/**
 * One desk in the state of a scenario. Its presses are real: each command goes through the hub's schema and the
 * office's own decisions, and the view that comes of it is shown. The window tells of every command as an event
 * `command`, so that a test knows exactly what was sent.
 */
export function DeskExample({
  language,
  door,
  scenario,
  freshness = 'live',
  supervisor = true,
  screens: connected = none,
  laterDays = 0,
  preview = noPrinter,
  recordings = noRecordings,
  media = noMedia,
  refuses = null,
}: {
  readonly language: Language
  readonly door?: DeskDoor | null
  readonly scenario?: Scenario
  readonly freshness?: Freshness
  readonly supervisor?: boolean
  readonly screens?: readonly ConnectedScreen[]
  /** How far the hub's clock has jumped ahead of the office's last event. */
  readonly laterDays?: number
  readonly preview?: Desk['preview']
  readonly recordings?: Desk['recordings']
  readonly media?: Desk['media']
  /** What every command is answered. */
  readonly refuses?: Refusal | null
}) {
  const [state, setState] = useState<OfficeState>(() => (scenario ?? opened()).state)
  const role: StaffRole = supervisor ? 'supervisor' : 'staff'
  const [people, setPeople] = useState<readonly Person[]>([
    { name: 'Siti', role },
    { name: 'Budi', role: 'staff' },
    { name: 'Raden Ajeng Kartika Puspitasari', role: 'staff' },
  ])
  const at = exampleNow + laterDays * 24 * 3_600_000
  const view = deskView(state, at, new Set([mainKiosk]), connected)
  const signedIn: DeskDoor = { state: 'signed-in', name: 'Siti', role, people }

  const give = async (given: object): Promise<Answer> => {
    window.dispatchEvent(new CustomEvent('command', { detail: given }))
    if (refuses !== null) return { ok: false, refusal: refuses }
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
  const order = async (asked: ScreenOrder): Promise<ScreenAnswer> => {
    window.dispatchEvent(new CustomEvent('order', { detail: asked }))
    return connected.some(({ screen, kind }) => kind === 'lobby' && screen === asked.screen)
      ? { ok: true }
      : { ok: false, refusal: { reason: 'no-such-screen' } }
  }
  const draw = (words: TicketWords) => {
    window.dispatchEvent(new CustomEvent('preview', { detail: words }))
    return preview(words)
  }
  const waysToHub = { give, ask, print, order, preview: draw, recordings, media }
  const desk = { ...plain, ...waysToHub, language, timeZone: state.office.timeZone, now: at }
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
  const secret = tokenSchema.parse(`gallery-${String(state.ticketsGiven).padStart(24, '0')}`)
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

const noPrinter: Desk['preview'] = async () => ({ ok: false, refusal: { reason: 'no-printer' } })
const noRecordings: Desk['recordings'] = async () => ({})
const noMedia = mediaWays({ items: [], troubles: [] })
const none: readonly ConnectedScreen[] = []
