import { z } from 'zod'
import type { PrinterPort, PrinterStatus, PrinterTrouble, PrintJob, PrintOutcome } from '../../hardware/printer/port.ts'
import { type PrinterProfile, printerProfiles } from '../../hardware/printer/profiles.ts'
import type { Paper } from '../../shared/views/printing.ts'
import type { Process } from './machine.ts'
import type { Stage } from './stage.ts'

/**
 * A printer as a thing on the counter: what came out of it stays, whatever happens to the programs. Its port keeps
 * the contract of `hardware/printer/port.ts` for one run of an agent.
 */
export class Printer {
  /** Every piece of paper with something on it, in the order in which they came out. */
  readonly tray: Piece[] = []
  /** What becomes of the job under way, or else of the next one. */
  breaks: Breakage | null = null
  #paceMs = usualMs
  readonly #stage: Stage
  readonly #confirms: boolean
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  #trouble: PrinterTrouble | null = null
  #healedAt = 0
  #isPrinting: ((trouble: PrinterTrouble) => void) | null = null

  constructor(stage: Stage, confirms: boolean) {
    this.#stage = stage
    this.#confirms = confirms
  }

  /** Since when nothing is wrong with it, steady time; infinity while something is. */
  get wellSince(): number {
    return this.#trouble === null && this.#paceMs === usualMs ? this.#healedAt : Infinity
  }

  get trouble(): PrinterTrouble | null {
    return this.#trouble
  }

  /** Something is wrong from now on, also with the paper under way; or nothing any more. */
  change(trouble: PrinterTrouble | null): void {
    if (trouble === null && this.#trouble !== null) this.#healedAt = this.#stage.steady.now()
    this.#trouble = trouble
    if (trouble !== null) this.#isPrinting?.(trouble)
    for (const listener of this.#listeners) listener(this.status())
  }

  /** A paper takes so long from now on; as usual where nothing is said. */
  pace(ms = usualMs): void {
    this.#healedAt = this.#stage.steady.now()
    this.#paceMs = ms
  }

  status(): PrinterStatus {
    const detail = this.#trouble ?? 'the printer is ready'
    return { trouble: this.#trouble, paperLow: false, speaks: this.#confirms, confirms: this.#confirms, detail }
  }

  port(process: Process): PrinterPort {
    let last: Promise<unknown> = Promise.resolve()
    let isClosed = false
    const listeners = new Set<(status: PrinterStatus) => void>()
    process.onEnd((how) => {
      for (const listener of listeners) this.#listeners.delete(listener)
      if (how === 'power' || this.#stage.dice.chance(50)) this.#isPrinting?.('unplugged')
    })
    const serve = async (job: PrintJob): Promise<PrintOutcome> => {
      if (!process.isRunning) return new Promise(() => {})
      if (isClosed) return { kind: 'refused', reason: 'offline' }
      if (this.#trouble !== null) return { kind: 'refused', reason: this.#trouble }
      const outcome = await this.#print(job)
      return isClosed && outcome.kind === 'unknown' ? { kind: 'unknown', reason: 'closed' } : outcome
    }
    return {
      print: (job) => {
        const outcome = last.then(() => serve(job))
        last = outcome
        return outcome
      },
      status: () => this.status(),
      profile: (): Promise<PrinterProfile> => Promise.resolve(printerProfiles.epson80),
      onStatus: (listener) => {
        listeners.add(listener)
        this.#listeners.add(listener)
        return () => {
          listeners.delete(listener)
          this.#listeners.delete(listener)
        }
      },
      close: async () => {
        isClosed = true
        this.#isPrinting?.('offline')
        await last
      },
    }
  }

  /** From the first byte on. The paper goes on coming out when the program that asked for it dies, or breaks off. */
  #print(job: PrintJob): Promise<PrintOutcome> {
    const { dice, sabotage } = this.#stage
    const shown = pieceSchema.parse(JSON.parse(Buffer.from(job.bytes).toString()))
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>()
    const finish = (breakage: Breakage | null) => {
      cancel()
      this.#isPrinting = null
      const bytes = breakage ? Math.min(breakage.atByte, job.bytes.length) : job.bytes.length
      if (bytes > 0) this.tray.push({ ...shown, isWhole: bytes === job.bytes.length })
      if (sabotage === 'printers-deny-paper' && breakage) resolve({ kind: 'refused', reason: 'error' })
      else if (breakage) resolve({ kind: 'unknown', reason: breakage.reason })
      else resolve({ kind: this.#confirms ? 'printed' : 'sent' })
    }
    const cancel = this.#stage.steady.after(this.#paceMs, () => {
      const { breaks } = this
      this.breaks = null
      finish(breaks)
    })
    this.#isPrinting = (reason) => finish({ reason, atByte: dice.below(job.bytes.length + 1) })
    return promise
  }
}

/** Bytes of a job that a simulated printer can be asked about afterwards. */
export function bytesOf(paper: Paper): Uint8Array {
  const piece: z.input<typeof pieceSchema> =
    paper.kind === 'ticket'
      ? { kind: 'ticket', number: paper.number, code: paper.code, takenAt: paper.takenAt, copy: paper.copy }
      : { kind: 'slip' }
  return Buffer.from(JSON.stringify(piece))
}

const pieceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ticket'),
    number: z.string(),
    code: z.string(),
    takenAt: z.number(),
    copy: z.number(),
  }),
  z.strictObject({ kind: z.literal('slip') }),
])

/** One piece of paper; one that is not whole was broken off at some byte. */
export type Piece = z.infer<typeof pieceSchema> & { readonly isWhole: boolean }

interface Breakage {
  readonly reason: PrinterTrouble | 'no-answer'
  /** How much of the job is on the paper; beyond its length, all of it. */
  readonly atByte: number
}

const usualMs = 2_200
