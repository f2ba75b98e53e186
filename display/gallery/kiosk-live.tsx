import { Kiosk } from '../../kiosk/screen/kiosk.tsx'
import { kioskCommandSchema, paperTroubleSchema, screenCommandSchema } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import { commandIdSchema, mainKiosk, screenIdSchema, tokenSchema } from '../../shared/ids.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { kioskView, type KioskView } from '../../shared/views/kiosk.ts'
import type { DoorAnswer, DoorMessage } from '../../shared/wire.ts'
import type { Link } from '../ui/connect.ts'
import { initialLink, reduceLink, type LinkState } from '../ui/link.ts'
import { address } from './kiosk-scenarios.ts'
import { kiosk, staff, type Scenario } from './scenario.ts'

/**
 * The kiosk's own program on a hub and a printer of its own, inside the page, for trying and for tests. They do as the
 * address says: `&hub=mute` never answers and `&hub=late` only when `window.office.answer()` is called; `&printer=`
 * takes a trouble. What was given is in `window.office.given`, and `window.office.latestCode()` is what a scanner reads
 * from the latest ticket.
 */
export function LiveKiosk({ scenario }: { readonly scenario: Scenario }) {
  const link = links.get(scenario) ?? linkInPage(scenario, new URLSearchParams(location.search))
  links.set(scenario, link)
  return <Kiosk link={link} search={location.search} />
}

function linkInPage(scenario: Scenario, query: URLSearchParams): Link<KioskView> {
  const trouble = paperTroubleSchema.nullable().parse(query.get('printer'))
  const listeners = new Set<() => void>()
  const answers = new Map<string, Answer>()
  const given: object[] = []
  const held: (() => void)[] = []
  let version = 0
  let state: LinkState<KioskView> = initialLink()

  const show = () => {
    const at = Date.now()
    const view = kioskView(scenario.state, scenario.at, mainKiosk, new Set([mainKiosk]), address)
    const message = { epoch: 'live', version: ++version, at: scenario.at, view }
    state = reduceLink(state, { type: 'view', message, at })
    for (const listener of listeners) listener()
  }
  const answer = (message: object, id: string): Answer => {
    const painted = screenCommandSchema.safeParse(message)
    const command = painted.success ? painted.data : kioskCommandSchema.parse(message)
    const actor = painted.success ? ({ kind: 'screen', screen: screenIdSchema.parse('live-screen') } as const) : kiosk
    const secret = tokenSchema.parse(id.padEnd(22, '0').slice(0, 44))
    const decision = decide(scenario.state, { id: commandIdSchema.parse(id), at: scenario.at, actor, secret, command })
    if (!decision.ok) return decision
    scenario.give(actor, command)
    if (!painted.success) print()
    return { ok: true, outcome: outcomeOf(decision.events) }
  }
  const raise = (message: DoorMessage): DoorAnswer => {
    if (message.type !== 'RaiseByKey' || message.name.toLowerCase() !== 'siti' || message.pin !== '482913')
      return { ok: false, refusal: { reason: 'wrong-name-or-pin' } }
    scenario.give(staff, { type: 'RaiseNotice', content: message.content })
    show()
    return { ok: true }
  }
  const print = () => {
    const ticket = allTickets(scenario.state.tickets).findLast(({ paper }) => paper.state === 'wanted')
    if (!ticket) return
    const agent = { kind: 'agent', kiosk: mainKiosk } as const
    const job = { ticket: ticket.id, attempt: ticket.paper.attempt }
    scenario.give(agent, { type: 'StartPrinting', ...job })
    setTimeout(() => {
      const outcome =
        trouble === null ? ({ kind: 'printed' } as const) : ({ kind: 'refused', reason: trouble } as const)
      scenario.give(agent, { type: 'ReportPaper', ...job, outcome })
      show()
    }, printMs)
  }
  show()
  setInterval(show, beatMs)
  const latestCode = () => `${address}/t/${allTickets(scenario.state.tickets).at(-1)?.token}`
  Object.assign(window, { office: { given, answer: () => held.splice(0).forEach((tell) => tell()), latestCode } })

  return {
    state: () => state,
    door: () => null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    give: (command, id = `unnamed-${given.length}`) =>
      new Promise((resolve) => {
        given.push(command)
        const tell = () => {
          const known = answers.get(id) ?? answer(command, id)
          answers.set(id, known)
          resolve(known)
          show()
        }
        if (query.get('hub') === 'late') held.push(tell)
        else if (query.get('hub') !== 'mute') tell()
      }),
    ask: (message) =>
      new Promise((resolve) => {
        given.push(message)
        if (query.get('hub') !== 'mute') resolve(raise(message))
      }),
    hear: () => undefined,
    print: () => Promise.reject(new Error('a kiosk asks for no slips')),
    close: () => undefined,
  }
}

const links = new WeakMap<Scenario, Link<KioskView>>()
const printMs = 900
const beatMs = 5_000
