import type { Actor, Command } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import type { Event, Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import type { Ledger } from './ledger.ts'

/**
 * The one loop through which anything changes.
 *
 * S-1  A command is decided on the state as the ledger has it, never on what is still being written.
 * S-2  What arrives while a batch is being written goes into the next one, so that a slow card is waited for once
 *      for all of them.
 * S-3  An answer goes out after its events are safe. When they cannot be kept, the answer is `not-saved` and nothing
 *      has happened.
 * S-4  The same id gets the same answer: from memory, from the batch under way, or from the ledger.
 */
export class Submit {
  readonly #parts: SubmitParts
  readonly #answers = new Map<CommandId, Promise<Answer>>()
  readonly #waiting: Waiting[] = []
  #state: OfficeState
  #seq: number
  #running = false

  constructor(parts: SubmitParts, recorded: readonly Recorded[]) {
    this.#parts = parts
    this.#state = recorded.reduce(evolve, initialState)
    this.#seq = recorded.at(-1)?.seq ?? 0
    for (const [command, events] of byCommand(recorded)) this.#remember(command, Promise.resolve(answerOf(events)))
  }

  /** What the office knows, as far as the ledger has it. */
  get state(): OfficeState {
    return this.#state
  }

  /** The last event in the ledger. */
  get seq(): number {
    return this.#seq
  }

  give(id: CommandId, actor: Actor, command: Command): Promise<Answer> {
    const known = this.#answers.get(id)
    if (known) return known
    if (this.#waiting.length >= submitLimits.waiting) {
      return Promise.resolve({ ok: false, refusal: { reason: 'too-fast' } })
    }
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ id, actor, command, resolve, reject })
    })
    this.#remember(id, answer)
    if (!this.#running) void this.#run()
    return answer
  }

  async #run(): Promise<void> {
    this.#running = true
    // Whatever else was asked in this turn of the event loop joins the first batch.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, submitLimits.batch)
      try {
        await this.#commit(batch)
      } catch (error) {
        for (const { reject } of batch) reject(error)
        this.#parts.onBroken(error)
        break
      }
    }
    this.#running = false
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const { ledger } = this.#parts
    const { decided, state } = this.#decideAll(batch)
    const recorded = decided.flatMap(({ recorded }) => recorded)
    const result = recorded.length === 0 ? ({ kind: 'saved' } as const) : await ledger.append(recorded)
    switch (result.kind) {
      case 'saved':
        this.#state = state
        this.#seq += recorded.length
        for (const { waiting, answer } of decided) waiting.resolve(answer)
        if (recorded.length > 0) this.#parts.onCommitted(this.#state)
        this.#parts.onSaving(null)
        return
      case 'known': {
        // An id from another day, sent again: its answer is in the ledger, and the others are decided anew.
        const old = batch.find(({ id }) => id === result.command)
        if (!old) throw new Error('the ledger knows a command that was not given')
        old.resolve(answerOf(await ledger.eventsOf(old.id)))
        return this.#commit(batch.filter((waiting) => waiting !== old))
      }
      case 'failed':
        for (const { id, resolve } of batch) {
          // Forgotten, so that the same id may be tried again once there is room.
          this.#answers.delete(id)
          resolve({ ok: false, refusal: { reason: 'not-saved' } })
        }
        this.#parts.onSaving(result.why)
        return
      default:
        result satisfies never
    }
  }

  /** Decides a batch in order, each command on the state the ones before it lead to. */
  #decideAll(batch: readonly Waiting[]): { decided: readonly Decided[]; state: OfficeState } {
    const { clock, randomness } = this.#parts
    const at = Math.max(0, Math.trunc(clock.now()))
    let state = this.#state
    let seq = this.#seq
    const decided = batch.map((waiting): Decided => {
      const { id, actor, command } = waiting
      const decision = decide(state, { id, at, actor, command, secret: randomness.token() })
      if (!decision.ok) return { waiting, recorded: [], answer: { ok: false, refusal: decision.refusal } }
      const recorded = decision.events.map((event): Recorded => ({ seq: ++seq, at, command: id, actor, event }))
      state = recorded.reduce(evolve, state)
      return { waiting, recorded, answer: answerOf(decision.events) }
    })
    return { decided, state }
  }

  #remember(id: CommandId, answer: Promise<Answer>): void {
    this.#answers.set(id, answer)
    if (this.#answers.size <= submitLimits.answers) return
    const [oldest] = this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
  }
}

export interface SubmitParts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly randomness: Randomness
  readonly onCommitted: (state: OfficeState) => void
  /** Why nothing can be kept now, null as soon as it can again. */
  readonly onSaving: (why: string | null) => void
  /** The ledger or the core broke an invariant: the hub must end. */
  readonly onBroken: (error: unknown) => void
}

/** Commands waiting at the most; commands in one transaction; answers kept in memory. */
export const submitLimits = { waiting: 20_000, batch: 1_000, answers: 50_000 } as const

interface Waiting {
  readonly id: CommandId
  readonly actor: Actor
  readonly command: Command
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

interface Decided {
  readonly waiting: Waiting
  readonly recorded: readonly Recorded[]
  readonly answer: Answer
}

function answerOf(events: readonly Event[]): Answer {
  return { ok: true, outcome: outcomeOf(events) }
}

function byCommand(recorded: readonly Recorded[]): ReadonlyMap<CommandId, readonly Event[]> {
  const events = new Map<CommandId, Event[]>()
  for (const { command, event } of recorded) {
    const known = events.get(command)
    if (known) known.push(event)
    else events.set(command, [event])
  }
  return events
}
