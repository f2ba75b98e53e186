import type { PrinterPort, PrinterStatus, PrintJob, PrintOutcome } from './port.ts'
import type { PrinterProfile } from './profiles.ts'

/**
 * Several printers behind one port: the first without trouble prints, and the others stand in for it. The port's
 * contract (P-1 to P-6) holds for all of them together:
 *
 * X-1  A job that one printer refused is offered to the next, because nothing came out. One that is printed, sent or
 *      unknown is offered to nobody else.
 * X-2  Jobs are done one at a time over all printers, so that papers come out in their order.
 * X-3  The status is that of the first printer without trouble, or of the first when all have some; its detail says
 *      which prints and what is wrong with the others.
 */
export class SparePrinters implements PrinterPort {
  readonly #printers: readonly OneOfSeveral[]
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  readonly #unsubscribes: readonly (() => void)[]
  #status: PrinterStatus
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #isClosing = false

  /** `printers` in the order in which they are preferred; at least one. */
  constructor(printers: readonly OneOfSeveral[]) {
    this.#printers = printers
    this.#status = together(printers)
    this.#unsubscribes = printers.map(({ port }) => port.onStatus(() => this.#look()))
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    if (this.#isClosing || this.#waiting >= waitingMax)
      return Promise.resolve({ kind: 'refused', reason: this.#isClosing ? 'offline' : 'error' })
    this.#waiting++
    const outcome = this.#last.then(() => {
      this.#waiting--
      return this.#serve(job)
    })
    this.#last = outcome
    return outcome
  }

  status(): PrinterStatus {
    return this.#status
  }

  /** Of the printer that is preferred; a job that goes to another one is laid out again for that one. */
  profile(): Promise<PrinterProfile> {
    const [preferred] = this.#printers
    if (!preferred) throw new Error('a spare printer needs a first one')
    return preferred.port.profile()
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#isClosing = true
    for (const unsubscribe of this.#unsubscribes) unsubscribe()
    await Promise.all(this.#printers.map(({ port }) => port.close()))
    await this.#last
  }

  async #serve(job: PrintJob): Promise<PrintOutcome> {
    const refusals = new Map<OneOfSeveral, PrintOutcome>()
    // A printer in trouble is asked too when the well ones have refused: it may be well by now.
    for (const printer of this.#printers.toSorted((one, other) => troubles(one) - troubles(other))) {
      if (this.#isClosing) return { kind: 'refused', reason: 'offline' }
      const outcome = await offer(printer, job)
      if (outcome.kind !== 'refused') return outcome
      refusals.set(printer, outcome)
    }
    // What is wrong with the first is what somebody should see to.
    const first = this.#printers.find((printer) => refusals.has(printer))
    return (first && refusals.get(first)) ?? { kind: 'refused', reason: 'offline' }
  }

  #look(): void {
    const status = together(this.#printers)
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}

export interface OneOfSeveral {
  readonly port: PrinterPort
  /** The job as this printer takes it: its own width, its own commands. */
  readonly fitted: (job: PrintJob) => Promise<PrintJob>
}

/** A job that cannot be made to fit this printer did not come out of it. */
async function offer({ port, fitted }: OneOfSeveral, job: PrintJob): Promise<PrintOutcome> {
  const own = await fitted(job).catch(() => null)
  return own ? port.print(own) : { kind: 'refused', reason: 'error' }
}

function together(printers: readonly OneOfSeveral[]): PrinterStatus {
  const all = printers.map(({ port }) => port.status())
  const well = all.findIndex(({ trouble }) => trouble === null)
  const chosen = all[Math.max(0, well)]
  if (!chosen) throw new Error('a spare printer needs a first one')
  const others = all.flatMap(({ trouble, detail }, i) => (trouble === null ? [] : [`printer ${i + 1}: ${detail}`]))
  return {
    ...chosen,
    detail:
      well < 0
        ? `none of ${all.length} printers prints; ${others.join('; ')}`
        : [`printer ${well + 1} of ${all.length} prints: ${chosen.detail}`, ...others].join('; '),
  }
}

function troubles({ port }: OneOfSeveral): number {
  return port.status().trouble === null ? 0 : 1
}

const waitingMax = 100
