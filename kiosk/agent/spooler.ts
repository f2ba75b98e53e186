import type { Command, PaperOutcome } from '../../shared/commands.ts'
import type { CommandId, EpochMs } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { AgentView, Paper, PrintingJob, SlipPaper } from '../../shared/views/printing.ts'
import type { PrinterPort, PrintJob } from '../../hardware/printer/port.ts'
import type { Clock } from '../clock.ts'
import { PrinterReports } from './printer-reports.ts'

/**
 * Prints what the ledger says, once, and reports.
 *
 * A-1  Before the first byte of a ticket goes out, the ledger holds that its printing has started. Whatever happens
 *      after that, this ticket's paper is never begun again without a person asking for it.
 * A-2  A job that was started by an earlier run of the agent, or whose end was not reported, is reported as unknown: at
 *      once where this run finds it begun, and after a minute where it is begun later and not by this run. Until then it
 *      may be the job of another agent of the same kiosk, which reports it itself.
 * A-3  Papers come out one at a time, in the order of the view. A slip comes before the tickets that wait; one that
 *      was refused comes when the printer is well again.
 * A-4  Nothing is lost while the hub is away or cannot save: reports wait, and new jobs come with the next view. A
 *      ticket that the hub lets begin only long after it was asked is refused: nobody stands there any more.
 */
export class Spooler {
  readonly #parts: SpoolerParts
  readonly #reports: PrinterReports
  readonly #unsubscribe: () => void
  #view: AgentView = { kind: 'agent', wanted: [], started: [] }
  #slips: readonly Slip[] = []
  /** Jobs this run has dealt with, so that a view that is a moment old starts none again and reports none as lost. */
  readonly #jobs = new Map<string, JobState>()
  /** Begun, and not by this run: since when that is known. */
  readonly #foreign = new Map<string, EpochMs>()
  #isFirstView = true
  #cancelLook: (() => void) | null = null
  #working: Promise<void> | null = null
  #isStopped = false
  /** Ends the pauses under way. */
  readonly #pauses = new Set<() => void>()

  constructor(parts: SpoolerParts) {
    this.#parts = parts
    this.#reports = new PrinterReports(parts.printer, (command) => this.#giveUntilSaved(command))
    this.#unsubscribe = parts.printer.onStatus(({ trouble }) => {
      if (trouble !== null) return
      this.#slips = this.#slips.map((slip) => ({ ...slip, waits: false }))
      this.#wake()
    })
  }

  /** The hub's newest view. */
  show(view: AgentView): void {
    this.#view = view
    this.#reportLost()
    this.#isFirstView = false
    const shown = new Set([...view.wanted, ...view.started].map(keyOf))
    for (const key of this.#foreign.keys()) if (!shown.has(key)) this.#foreign.delete(key)
    for (const [key, state] of this.#jobs) if (state !== 'under-way' && !shown.has(key)) this.#jobs.delete(key)
    this.#wake()
  }

  /** The connection to the hub is new: it does not know how the printer is. */
  connected(): void {
    this.#reports.tell()
  }

  slip(paper: SlipPaper): void {
    this.#slips = [...this.#slips, { paper, until: this.#parts.clock.now() + slipLifeMs, waits: false }]
    this.#wake()
  }

  /** Starts nothing more; settles when the job under way has ended and is reported, or the hub is too slow for that. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#unsubscribe()
    this.#reports.stop()
    this.#cancelLook?.()
    for (const end of this.#pauses) end()
    if (!this.#working) return
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const cancel = this.#parts.clock.after(stopMsMax, resolve)
    await Promise.race([this.#working, late])
    cancel()
  }

  #wake(): void {
    if (!this.#isStopped) this.#working ??= this.#work()
  }

  async #work(): Promise<void> {
    // Whoever woke it goes on first, and `#working` is set.
    await Promise.resolve()
    for (let next = this.#next(); next; next = this.#next()) await next()
    this.#working = null
  }

  #next(): (() => Promise<void>) | null {
    if (this.#isStopped) return null
    const now = this.#parts.clock.now()
    this.#slips = this.#slips.filter(({ until }) => now < until)
    const slip = this.#slips.find(({ waits }) => !waits)
    if (slip) return () => this.#printSlip(slip)
    const job = this.#view.wanted.find((wanted) => !this.#jobs.has(keyOf(wanted)))
    return job ? () => this.#print(job) : null
  }

  async #printSlip(slip: Slip): Promise<void> {
    const { printer, log } = this.#parts
    const job = await this.#encoded(slip.paper.kind, slip.paper)
    const outcome = job ? await printer.print(job) : failed
    log(`${slip.paper.kind} slip: ${outcome.kind}`)
    const others = this.#slips.filter((other) => other !== slip)
    this.#slips = job && outcome.kind === 'refused' ? [{ ...slip, waits: true }, ...others] : others
  }

  async #print({ ticket, attempt, paper }: PrintingJob): Promise<void> {
    const { clock, printer, log } = this.#parts
    const key = keyOf({ ticket, attempt })
    this.#jobs.set(key, 'under-way')
    const askedAt = clock.now()
    const name = paper.copy === 0 ? paper.number : `${paper.number}-copy-${paper.copy}`
    // The bytes are made while the ledger takes note: neither waits for the other.
    const [job, answer] = await Promise.all([
      this.#encoded(name, paper),
      this.#give({ type: 'StartPrinting', ticket, attempt }),
    ])
    if (!answer.ok) {
      if (!isPassing(answer)) return this.#leave(key)
      this.#jobs.delete(key)
      return this.#pause()
    }
    if (answer.outcome.kind === 'paper-dropped') {
      this.#jobs.set(key, 'ended')
      return
    }
    const isLate = clock.now() - askedAt > startMsMax
    const outcome = isLate ? late : job ? await printer.print(job) : failed
    if ('reason' in outcome) log(`${name}: ${outcome.kind}, ${outcome.reason}`)
    const reported = await this.#giveUntilSaved({ type: 'ReportPaper', ticket, attempt, outcome })
    if (reported.ok) this.#jobs.set(key, 'ended')
    else this.#leave(key)
  }

  /** Not this run's: if the ledger holds that it has started, somebody else has started it. */
  #leave(key: string): void {
    this.#jobs.set(key, 'not-ours')
    this.#reportLost()
  }

  #reportLost(): void {
    if (this.#isStopped) return
    const now = this.#parts.clock.now()
    for (const { ticket, attempt, number } of this.#view.started) {
      const key = keyOf({ ticket, attempt })
      if ((this.#jobs.get(key) ?? 'not-ours') !== 'not-ours') continue
      const since = this.#foreign.get(key) ?? (this.#isFirstView ? -Infinity : now)
      this.#foreign.set(key, since)
      if (Math.abs(now - since) < otherMsMax) {
        this.#lookAgain()
        continue
      }
      this.#jobs.set(key, 'ended')
      this.#parts.log(`${number} was begun and its end is not known: a person is asked whether it came out`)
      void this.#reportOne(key, { ticket, attempt })
    }
  }

  /** A hub whose clock is wrong may take the ticket for another day's: it is told again while it shows it as begun. */
  async #reportOne(key: string, job: Pick<PrintingJob, 'ticket' | 'attempt'>): Promise<void> {
    const outcome = { kind: 'unknown', reason: 'closed' } as const
    const answer = await this.#giveUntilSaved({ type: 'ReportPaper', ...job, outcome })
    if (answer.ok || !this.#jobs.has(key)) return
    this.#foreign.set(key, this.#parts.clock.now())
    this.#leave(key)
  }

  #lookAgain(): void {
    this.#cancelLook ??= this.#parts.clock.after(otherMsMax, () => {
      this.#cancelLook = null
      this.#reportLost()
    })
  }

  /** Null when the paper cannot be laid out: that is a fault of the program, and must not hold up other papers. */
  async #encoded(name: string, paper: Paper): Promise<PrintJob | null> {
    try {
      return await this.#parts.encode(name, paper)
    } catch (error) {
      this.#parts.log(`${name} cannot be laid out: ${String(error)}`)
      return null
    }
  }

  /** Ends with a refusal only when the same command would be refused for ever, or the spooler is stopped. */
  async #giveUntilSaved(command: Command): Promise<Answer> {
    for (;;) {
      const answer = await this.#give(command)
      if (this.#isStopped || !isPassing(answer)) return answer
      await this.#pause()
    }
  }

  #give(command: Command): Promise<Answer> {
    return this.#parts.give(this.#parts.commandId(), command)
  }

  async #pause(): Promise<void> {
    if (this.#isStopped) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const cancel = this.#parts.clock.after(retryMs, resolve)
    this.#pauses.add(resolve)
    await promise
    cancel()
    this.#pauses.delete(resolve)
  }
}

export interface SpoolerParts {
  readonly printer: PrinterPort
  /** Gives a command to the hub; settles when it is answered, however long the hub is away. */
  readonly give: (id: CommandId, command: Command) => Promise<Answer>
  /** Never the same twice, also over runs: an id that was used before would be answered without being done. */
  readonly commandId: () => CommandId
  readonly encode: (name: string, paper: Paper) => Promise<PrintJob>
  readonly clock: Clock
  readonly log: (line: string) => void
}

/**
 * under-way  this run has asked for its start, or prints it
 * ended      reported, or dropped
 * not-ours   this run did not begin it; whether it was begun at all, the ledger knows
 */
type JobState = 'under-way' | 'ended' | 'not-ours'

interface Slip {
  readonly paper: SlipPaper
  readonly until: EpochMs
  /** It was refused: the next news that the printer is well brings it back. */
  readonly waits: boolean
}

/** The hub is well but cannot take it now. */
function isPassing(answer: Answer): boolean {
  return !answer.ok && (answer.refusal.reason === 'not-saved' || answer.refusal.reason === 'too-fast')
}

function keyOf({ ticket, attempt }: Pick<PrintingJob, 'ticket' | 'attempt'>): string {
  return `${ticket}/${attempt}`
}

const failed: PaperOutcome = { kind: 'refused', reason: 'error' }
const late: PaperOutcome = { kind: 'refused', reason: 'offline' }
/** How long the hub may take to let a ticket begin; whoever waited has by then gone on with the number on the screen. */
const startMsMax = 30_000
const retryMs = 1000
/** Longer than any job may take, from its first byte to its report. */
const otherMsMax = 60_000
/** How long a report may hold up the end of the program; without it the next run reports the job as unknown. */
const stopMsMax = 2000
/** A slip is printed for somebody who stands there. */
const slipLifeMs = 30 * 60_000
