import type { Actor, Command } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import type { Event } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import { commandIdSchema, mainKiosk, type CommandId, type TicketId } from '../../shared/ids.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import type { OfficeState } from '../../shared/state.ts'
import type { Ticket } from '../../shared/ticket.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { agentView } from '../../shared/views/agent.ts'
import type { AgentView } from '../../shared/views/printing.ts'
import { letters } from '../core/small-office.ts'
import { agent, kiosk, siti } from '../core/steps.ts'
import { given, secret } from '../core/story.ts'
import type { VirtualClock } from './virtual-clock.ts'

/**
 * A hub as the agent of the main kiosk meets it, over a link that repeats a command until it is answered: the core's
 * own decisions, the same answer to the same id, and views that never come before the answer they follow from. It can
 * be away, lose answers, and be unable to save.
 */
export class DecidingHub {
  /** The agent's commands that were accepted, and the facts they made, in order. */
  readonly facts: Event[] = []
  /** How often a command of this type was asked, answered or not. */
  readonly asked: Command['type'][] = []
  /** While set, nothing can be saved. */
  full = false
  /** Where the newest view goes; nobody, while no agent is connected. */
  onView: ((view: AgentView) => void) | null = null
  readonly #clock: VirtualClock
  readonly #answers = new Map<CommandId, Answer>()
  #state: OfficeState = given().state
  #seq = 0
  #away: { readonly decides: boolean; readonly back: (() => void)[] } | null = null
  #showing = false

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  /** Somebody presses; the ticket that was given. */
  press(): TicketId {
    const answer = this.#decide(this.#ownId(), kiosk, { type: 'TakeTicket', service: letters, class: 'regular' })
    if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error(`no ticket: ${JSON.stringify(answer)}`)
    return answer.outcome.ticket
  }

  /** Staff ask for the paper again. */
  printAgain(ticket: TicketId): Answer {
    return this.#decide(this.#ownId(), siti, { type: 'PrintAgain', ticket })
  }

  paper(id: TicketId): Ticket['paper'] {
    const ticket = ticketOf(this.#state.tickets, id)
    if (!ticket) throw new Error(`there is no ticket ${id}`)
    return ticket.paper
  }

  get printer() {
    return this.#state.printers[mainKiosk]
  }

  view(): AgentView {
    return agentView(this.#state, this.#clock.now(), mainKiosk, 'http://127.0.0.1:8080')
  }

  /** Decided by a program that is not the agent under test but has its name: the one that ran before it. */
  byAnotherAgent(command: Command): Answer {
    return this.#decide(this.#ownId(), agent, command)
  }

  /** The agent's end of the link. An agent that has ended is given a link of its own, which may be `cut`. */
  link(): AgentLink {
    let isCut = false
    return {
      give: async (id, command) => {
        this.asked.push(command.type)
        for (;;) {
          const away = this.#away
          if (isCut) return new Promise(() => {})
          if (away?.decides) this.#decide(id, agent, command)
          if (!away) break
          await new Promise<void>((back) => away.back.push(back))
        }
        const answer = this.#decide(id, agent, command)
        this.#showSoon()
        return isCut ? new Promise(() => {}) : answer
      },
      cut: () => {
        isCut = true
      },
    }
  }

  /** The hub is out of reach: before it has heard what is asked, or after it has done it and before it answers. */
  leave(when: 'before-deciding' | 'before-answering' = 'before-deciding'): void {
    this.#away = { decides: when === 'before-answering', back: [] }
  }

  comeBack(): void {
    const back = this.#away?.back ?? []
    this.#away = null
    for (const go of back) go()
    this.#showSoon()
  }

  #decide(id: CommandId, actor: Actor, command: Command): Answer {
    const known = this.#answers.get(id)
    if (known) return known
    if (this.full) return { ok: false, refusal: { reason: 'not-saved' } }
    const at = this.#clock.now()
    const decision = decide(this.#state, { id, at, actor, command, secret: secret(this.#seq) })
    const answer: Answer = decision.ok
      ? { ok: true, outcome: outcomeOf(decision.events) }
      : { ok: false, refusal: decision.refusal }
    this.#answers.set(id, answer)
    for (const event of decision.ok ? decision.events : []) {
      this.#state = evolve(this.#state, { seq: ++this.#seq, at, command: id, actor, event })
      this.facts.push(event)
    }
    this.#showSoon()
    return answer
  }

  /** Views are made of the newest state and come after the answers, several changes at once. */
  #showSoon(): void {
    if (this.#showing) return
    this.#showing = true
    setImmediate(() => {
      this.#showing = false
      if (!this.#away) this.onView?.(this.view())
    })
  }

  #ownId(): CommandId {
    return commandIdSchema.parse(`of-the-hub-${String((this.#ids += 1))}`)
  }
  #ids = 0
}

export interface AgentLink {
  readonly give: (id: CommandId, command: Command) => Promise<Answer>
  /** Nothing more is heard of the agent, and nothing more reaches it. */
  cut(): void
}
