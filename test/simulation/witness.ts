import type { Event, Recorded } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import { commandMessageSchema } from '../../shared/wire.ts'
import type { CommandId, Day, TicketId, Token } from '../../shared/ids.ts'
import { outcomeOf, type Answer } from '../../shared/outcome.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import { flawsOf } from '../core/invariants.ts'
import { BookOfDays } from './book-of-days.ts'
import type { Diary } from './diary.ts'
import type { Judge } from './judge.ts'
import type { TrueTime } from './true-time.ts'

/**
 * Sees everything that reaches the card, in its order, and holds it against what was promised; and every answer that
 * leaves a hub, and holds it against the card.
 */
export class Witness {
  /** The state as the whole ledger makes it, from its first event on. */
  state: OfficeState = initialState
  readonly tickets = new Map<TicketId, Issued>()
  /** When each call was made, true time. */
  readonly calls = new Map<number, number>()
  readonly tokens = new Set<Token>()
  /** Every attempt at a paper, by ticket. */
  readonly attempts = new Map<TicketId, Attempt[]>()
  readonly #judge: Judge
  readonly #diary: Diary
  readonly #time: TrueTime
  readonly #days: BookOfDays
  readonly #events = new Map<CommandId, Event[]>()
  readonly #answers = new Map<string, string>()
  #seq = 0
  #commits = 0

  constructor(judge: Judge, diary: Diary, time: TrueTime) {
    this.#judge = judge
    this.#diary = diary
    this.#time = time
    this.#days = new BookOfDays(judge)
  }

  get days(): number {
    return this.#days.count
  }

  /** The last event on the card. */
  get seq(): number {
    return this.#seq
  }

  /** What a command has brought about. */
  eventsOf(id: string): readonly Event[] {
    return this.#events.get(id as CommandId) ?? []
  }

  kept(batch: readonly Recorded[], rows: readonly string[]): void {
    for (const recorded of batch) this.#keptOne(recorded)
    for (const row of rows) this.#diary.mark(row)
    if (this.#commits++ % 8 === 0) this.lookThrough()
  }

  /** Everything that must hold of the state as a whole. */
  lookThrough(): void {
    const flaws = flawsOf(this.state)
    this.#judge.must(flaws.length === 0, 'number', () => `the state is not sound: ${flaws.join('; ')}`)
    const raised = [...this.#days.standing].toSorted((a, b) => a - b).join(' ')
    const standing = this.state.notices.map(({ id }) => id).join(' ')
    this.#judge.must(raised === standing, 'notice', () => `notices "${standing}" stand of "${raised}" that should`)
  }

  /** A hub answers a command; whether the answer arrives is another matter. */
  answered(asked: unknown, answer: Answer): void {
    const message = commandMessageSchema.safeParse(asked)
    if (!message.success || !answer.ok) return
    const { id } = message.data
    const { outcome } = answer
    const told = JSON.stringify(outcome)
    const before = this.#answers.get(id)
    this.#judge.must(
      before === undefined || before === told,
      'number',
      () => `command ${id} was answered ${String(before)}, and then ${told}`,
    )
    this.#answers.set(id, told)
    const kept = this.eventsOf(id)
    if (outcome.kind === 'done' && kept.length === 0) return
    this.#judge.must(
      kept.length > 0 && JSON.stringify(outcomeOf(kept)) === told,
      'number',
      () =>
        `command ${id} was answered ${told}, and the ledger holds ${kept.map(({ type }) => type).join(', ') || 'nothing of it'}`,
    )
  }

  #keptOne(recorded: Recorded): void {
    const { seq, command, event } = recorded
    this.#judge.must(seq === ++this.#seq, 'replay', () => `event ${seq} is at place ${this.#seq} of the ledger`)
    const events = this.#events.get(command) ?? []
    this.#events.set(command, [...events, event])
    const before = this.state
    this.state = evolve(before, recorded)
    this.#days.add(before, recorded)
    switch (event.type) {
      case 'TicketTaken':
      case 'ReturnTicketTaken': {
        const { ticket, number, token, service } = event
        const gave = events.some(({ type }) => type === 'TicketTaken' || type === 'ReturnTicketTaken')
        this.#judge.must(!gave, 'number', () => `command ${command} gave two tickets, the second is ${number}`)
        this.tickets.set(ticket, { ticket, number, token, service, day: this.state.day, takenAt: recorded.at, command })
        this.tokens.add(token)
        this.attempts.set(ticket, [{ copy: 0, outcome: null }])
        return
      }
      case 'PaperAskedFor':
        this.attempts.get(event.ticket)?.push({ copy: event.copy, outcome: null })
        return
      case 'PaperReported': {
        const attempt = this.attempts.get(event.ticket)?.[event.attempt - 1]
        if (attempt) attempt.outcome = event.outcome.kind
        return
      }
      case 'TicketCalled':
      case 'TicketRecalled':
        this.calls.set(event.call, this.#time.now())
        return
      default:
    }
  }
}

/** One time that paper was asked for; null as long as nobody has said what came of it. */
export interface Attempt {
  readonly copy: number
  outcome: 'printed' | 'sent' | 'refused' | 'unknown' | null
}

/** A ticket as it was given. */
export interface Issued {
  readonly ticket: TicketId
  readonly number: string
  readonly token: Token
  readonly service: string
  readonly day: Day
  /** By the hub's clock. */
  readonly takenAt: number
  readonly command: CommandId
}
