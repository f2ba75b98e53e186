import { type PrinterProfile, printerProfiles } from '../../hardware/printer/profiles.ts'
import type { PrinterPort, PrinterStatus, PrinterTrouble, PrintJob, PrintOutcome } from '../../hardware/printer/port.ts'

/**
 * The printer port's contract without a device, for tests of what stands on it: jobs one at a time in their order,
 * refused while there is trouble, unknown when it is told to break one. `papers` is what lies in the tray.
 */
export class FakePrinter implements PrinterPort {
  /** The names of the jobs whose paper came out, whole or broken, in their order. */
  readonly papers: string[] = []
  /** Jobs that were offered, also those that were refused. */
  readonly offered: string[] = []
  /** Runs when a job's first byte is about to go out. */
  onFirstByte: (job: PrintJob) => void = () => {}
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  #status: PrinterStatus
  #closed = false
  #last: Promise<unknown> = Promise.resolve()
  #held: (() => void)[] | null = null
  #breaking: { readonly paper: boolean } | null = null

  constructor({ confirms = true, detail = 'the fake printer is ready' } = {}) {
    this.#status = { trouble: null, paperLow: false, speaks: confirms, confirms, detail }
  }

  /** Something is wrong with the printer from now on, or nothing any more. */
  change(change: Partial<PrinterStatus>): void {
    this.#status = { ...this.#status, ...change }
    for (const listener of this.#listeners) listener(this.#status)
  }

  trouble(trouble: PrinterTrouble | null): void {
    this.change({ trouble, detail: trouble === null ? 'the fake printer is ready' : `the fake printer: ${trouble}` })
  }

  /** The job under way, or else the next one, ends unknown: with a piece of paper, or without. */
  breakNext(paper: boolean): void {
    this.#breaking = { paper }
  }

  /** From now on a job's paper takes until `release` to come out. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    this.offered.push(job.name)
    const outcome = this.#last.then(() => this.#serve(job))
    this.#last = outcome
    return outcome
  }

  status(): PrinterStatus {
    return this.#status
  }

  profile(): Promise<PrinterProfile> {
    return Promise.resolve(printerProfiles.epson80)
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.release()
    await this.#last
  }

  async #serve(job: PrintJob): Promise<PrintOutcome> {
    if (this.#closed) return { kind: 'refused', reason: 'offline' }
    if (this.#status.trouble !== null) return { kind: 'refused', reason: this.#status.trouble }
    this.onFirstByte(job)
    const held = this.#held
    if (held) await new Promise<void>((go) => held.push(go))
    const breaking = this.#breaking
    this.#breaking = null
    if (breaking?.paper !== false) this.papers.push(job.name)
    if (this.#closed) return { kind: 'unknown', reason: 'closed' }
    if (breaking) return { kind: 'unknown', reason: this.#status.trouble ?? 'no-answer' }
    return { kind: this.#status.confirms ? 'printed' : 'sent' }
  }
}
