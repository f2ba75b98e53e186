import type { Clock } from '../emulator/clock.ts'
import { Acquaintance } from './acquaintance.ts'
import { catchUp } from './commands.ts'
import { Conversation } from './conversation.ts'
import type { LinkFailure, Transport } from './link.ts'
import type { PrintJob, PrintOutcome, PrinterPort, PrinterStatus, PrinterTrouble } from './port.ts'
import type { PrinterProfile } from './profiles.ts'
import { prove } from './proof.ts'
import { confirmRequest } from './status.ts'
import { StatusBoard } from './status-board.ts'
import { pause } from './time-limit.ts'
import { Who } from './who.ts'

/**
 * A printer on any transport: the port's contract made out of a link that carries bytes. One loop does everything in
 * turn, a job or else a look at the printer, so that no question ever falls into the middle of a job.
 *
 * D-1  A job's bytes are written once. From its first byte on, the outcome is never `refused`.
 * D-2  Before a job the printer is asked, unless it tells its changes by itself and was heard a moment ago.
 * D-3  After it, proof is sought as far as the printer can give it: confirmation, else its state, else the end of the line.
 * D-4, D-5  Who it is and what it can do: see `acquaintance.ts`.
 */
export class PrinterDriver implements PrinterPort {
  readonly #transport: Transport
  readonly #who: Who
  readonly #known: Acquaintance
  readonly #board = new StatusBoard()
  readonly #clock: Clock
  readonly #log: (line: string) => void
  readonly #queue: { readonly job: PrintJob; readonly settle: (outcome: PrintOutcome) => void }[] = []
  readonly #finished: Promise<void>
  #talk: Conversation | null = null
  #closing = false
  #wake: () => void = () => undefined
  #failures = 0
  /** Bytes of a broken job that the printer may still be waiting for. */
  #owedBytes = 0

  constructor(
    transport: Transport,
    profile: PrinterProfile,
    clock: Clock,
    log: (line: string) => void,
    detects = false,
  ) {
    this.#transport = transport
    this.#who = new Who(profile, detects, clock)
    this.#known = new Acquaintance(transport, this.#who, clock, this.#board)
    this.#clock = clock
    this.#log = log
    this.#finished = this.#run()
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    if (this.#closing || this.#queue.length >= queueMax)
      return Promise.resolve({ kind: 'refused', reason: this.#closing ? 'offline' : 'error' })
    return new Promise((settle) => {
      this.#queue.push({ job, settle })
      this.#wake()
      // Nobody presses a button to watch a question answered.
      if (this.#known.canWait) this.#talk?.giveWay()
    })
  }

  status(): PrinterStatus {
    return this.#board.status
  }

  profile(): Promise<PrinterProfile> {
    return this.#who.settledProfile()
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#board.onStatus(listener)
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const { settle } of this.#queue.splice(0)) settle({ kind: 'refused', reason: 'offline' })
    this.#wake()
    await this.#talk?.close()
    await this.#finished
  }

  async #run(): Promise<void> {
    // The caller of the constructor first gets its port.
    await Promise.resolve()
    while (!this.#closing) {
      const next = this.#queue.shift()
      if (next) {
        const outcome = await this.#serve(next.job)
        this.#log(`${next.job.name}: ${'reason' in outcome ? `${outcome.kind} (${outcome.reason})` : outcome.kind}`)
        next.settle(outcome)
      } else {
        const napMs = await this.#beat()
        if (this.#queue.length === 0 && !this.#closing) await this.#nap(napMs)
      }
    }
    await this.#talk?.close()
  }

  /** Looks at the printer; returns how long to wait before the next look, in milliseconds. */
  async #beat(): Promise<number> {
    const talk = await this.#connected(this.#clock.now())
    if (!talk) {
      this.#known.stopWaiting()
      const backoffMs = Math.min(backoffMsMax, backoffMsMin * 2 ** Math.min(this.#failures, 10))
      this.#failures += 1
      return backoffMs
    }
    this.#failures = 0
    await this.#known.look(talk)
    this.#release(talk)
    return this.#transport.manner === 'shared' && this.status().trouble === 'busy-elsewhere' ? backoffMsMin : beatMs
  }

  async #nap(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
    this.#wake = () => undefined
  }

  // ---- A job

  async #serve(job: PrintJob): Promise<PrintOutcome> {
    const startBy = this.#clock.now() + startMs
    const talk = await this.#connected(startBy)
    if (!talk) return { kind: 'refused', reason: this.status().trouble ?? 'unplugged' }
    const reason = await this.#preflight(talk, startBy)
    if (this.#closing) return { kind: 'refused', reason: 'offline' }
    const outcome = reason === null ? await this.#send(talk, job) : ({ kind: 'refused', reason } as const)
    this.#release(talk)
    return outcome
  }

  /** What stops the job before its first byte, or null. */
  async #preflight(talk: Conversation, startBy: number): Promise<PrinterTrouble | null> {
    await this.#known.greet(talk)
    if (talk.ended) return talk.ended.trouble
    if (!this.#known.mayAsk) return null
    return this.#known.isFresh ? this.status().trouble : this.#known.obstacle(talk, startBy)
  }

  async #send(talk: Conversation, job: PrintJob): Promise<PrintOutcome> {
    const id = this.#known.nextConfirmId()
    const bytes = Buffer.concat([
      catchUp(this.#owedBytes, this.#who.profile.cut),
      job.bytes,
      id === null ? new Uint8Array() : confirmRequest(id),
    ])
    const lineMs = bytes.length * this.#transport.byteMs
    const owedBefore = this.#owedBytes
    this.#owedBytes = Math.min(owedBytesMax, Math.max(owedBefore, job.bytes.length))
    const written = await talk.write(bytes, writeSlackMs + 1.5 * lineMs)
    if (written.kind === 'failed') {
      if (!written.begun) this.#owedBytes = owedBefore
      // What is still on its way out of this machine must not reach the paper behind everybody's back.
      await talk.close()
      this.#lose(talk, written.failure)
      if (written.begun) return this.#unknown(written.failure.trouble)
      return { kind: 'refused', reason: this.#closing ? 'offline' : written.failure.trouble }
    }
    const sent = { id, speaks: this.#known.mayAsk, lineMs }
    const proof = await prove(talk, this.#clock, sent, (answer) => this.#known.learn(answer))
    if (proof.kind === 'unknown') return this.#unknown(proof.reason)
    if (proof.kind === 'printed') this.#known.confirmed()
    this.#owedBytes = 0
    return proof
  }

  #unknown(reason: PrinterTrouble | 'no-answer'): PrintOutcome {
    return { kind: 'unknown', reason: this.#closing ? 'closed' : reason }
  }

  // ---- The connection

  /** The conversation with the printer, newly opened where there is none; null when that failed by `startBy`. */
  async #connected(startBy: number): Promise<Conversation | null> {
    while (!this.#closing && (!this.#talk || this.#talk.ended)) {
      const connected = await this.#transport.connect(connectMs)
      if (connected.kind === 'open') {
        const talk = new Conversation(connected.link, this.#clock)
        this.#talk = talk
        this.#known.connected(talk)
        talk.onEnd((failure) => this.#lose(talk, failure))
        if (this.#closing) await talk.close()
        continue
      }
      const isLost = this.#known.missed(connected.failure)
      if (isLost || this.#closing || this.#clock.now() >= startBy) return null
      await pause(this.#clock, backoffMsMin)
    }
    return this.#closing ? null : this.#talk
  }

  #lose(talk: Conversation, failure: LinkFailure): void {
    if (this.#talk !== talk) return
    this.#talk = null
    // What was lost unseen is still open on this side.
    void talk.close()
    if (this.#closing) return
    if (this.#transport.manner === 'kept') {
      this.#known.lost(failure)
      this.#log(failure.detail)
    }
    this.#wake()
  }

  /** Leaves a shared printer to others. */
  #release(talk: Conversation): void {
    if (this.#transport.manner === 'kept' || this.#talk !== talk) return
    this.#talk = null
    void talk.close()
  }
}

const queueMax = 100
/** How long a job waits for its printer before the first byte. */
const startMs = 8000
const connectMs = 1000
/** Between two looks at a printer that is there. */
const beatMs = 1000
/** Beyond the time the line itself needs, until the bytes are out of this machine. */
const writeSlackMs = 3000
const backoffMsMin = 250
const backoffMsMax = 2000
const owedBytesMax = 8192
