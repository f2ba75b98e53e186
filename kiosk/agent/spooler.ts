import type { Command, PrinterReport } from '../../shared/commands.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { AgentView, Paper, PrintingJob, SetupPaper } from '../../shared/views/printing.ts'
import type { PrinterPort, PrinterStatus, PrintJob } from '../../hardware/printer/port.ts'

/**
 * Prints what the ledger says, once, and reports.
 *
 * A-1  Before the first byte of a ticket goes out, the ledger holds that its printing has started. Whatever happens
 *      after that, this ticket's paper is never begun again without a person asking for it.
 * A-2  A job that was started by an earlier run of the agent, or whose end was not reported, is reported as unknown.
 * A-3  Papers come out one at a time, in the order of the view. A slip comes before the tickets that wait.
 * A-4  Nothing is lost while the hub is away: reports wait, and new jobs come with the next view.
 */
export class Spooler {
  readonly #parts: SpoolerParts
  #view: AgentView = { kind: 'agent', wanted: [], started: [] }
  #slips: SetupPaper[] = []
  /** Jobs of this run, so that a view that is a moment old starts none of them again and reports none as lost. */
  readonly #mine = new Set<string>()
  #working: Promise<void> | null = null
  #stopped = false
  readonly #unsubscribe: () => void

  constructor(parts: SpoolerParts) {
    this.#parts = parts
    this.#unsubscribe = parts.printer.onStatus((status) => {
      void this.#give({ type: 'ReportPrinter', report: reportOf(status) })
    })
  }

  /** The hub's newest view. */
  show(view: AgentView): void {
    this.#view = view
    for (const { ticket, attempt, number } of view.started) {
      const key = keyOf({ ticket, attempt })
      if (this.#mine.has(key)) continue
      this.#mine.add(key)
      this.#parts.log(`${number} was begun before this agent started: a person is asked whether it came out`)
      const outcome = { kind: 'unknown', reason: 'closed' } as const
      void this.#give({ type: 'ReportPaper', ticket, attempt, outcome })
    }
    this.#wake()
  }

  /** The connection to the hub is new: it does not know how the printer is. */
  connected(): void {
    void this.#give({ type: 'ReportPrinter', report: reportOf(this.#parts.printer.status()) })
  }

  slip(paper: SetupPaper): void {
    this.#slips.push(paper)
    this.#wake()
  }

  /** Starts nothing more; settles when the job under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#unsubscribe()
    await this.#working
  }

  #wake(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null
    })
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      const slip = this.#slips.shift()
      if (slip) {
        const outcome = await this.#parts.printer.print(await this.#parts.encode('setup', slip))
        this.#parts.log(`setup slip: ${outcome.kind}`)
        continue
      }
      const job = this.#view.wanted.find((wanted) => !this.#mine.has(keyOf(wanted)))
      if (!job) return
      this.#mine.add(keyOf(job))
      await this.#print(job)
    }
  }

  async #print({ ticket, attempt, paper }: PrintingJob): Promise<void> {
    // The bytes are made while the ledger takes note: neither waits for the other.
    const [job, answer] = await Promise.all([
      this.#parts.encode(paper.copy === 0 ? paper.number : `${paper.number}-copy-${paper.copy}`, paper),
      this.#give({ type: 'StartPrinting', ticket, attempt }),
    ])
    if (!answer.ok || answer.outcome.kind === 'paper-dropped') {
      if (!answer.ok && answer.refusal.reason === 'not-saved') this.#mine.delete(keyOf({ ticket, attempt }))
      return
    }
    const outcome = await this.#parts.printer.print(job)
    if ('reason' in outcome) this.#parts.log(`${job.name}: ${outcome.kind}, ${outcome.reason}`)
    await this.#give({ type: 'ReportPaper', ticket, attempt, outcome })
  }

  #give(command: Command): Promise<Answer> {
    return this.#parts.give(this.#parts.commandId(), command)
  }
}

export interface SpoolerParts {
  readonly printer: PrinterPort
  /** Gives a command to the hub; settles when it is answered, however long the hub is away. */
  readonly give: (id: CommandId, command: Command) => Promise<Answer>
  /** Never the same twice, also over runs: an id that was used before would be answered without being done. */
  readonly commandId: () => CommandId
  readonly encode: (name: string, paper: Paper) => Promise<PrintJob>
  readonly log: (line: string) => void
}

function keyOf({ ticket, attempt }: Pick<PrintingJob, 'ticket' | 'attempt'>): string {
  return `${ticket}/${attempt}`
}

function reportOf({ trouble, paperLow, speaks, confirms, detail }: PrinterStatus): PrinterReport {
  return { trouble, paperLow, speaks, confirms, detail: detail.slice(0, 300) }
}
