import type { Clock } from '../emulator/clock.ts'
import { catchUp } from './commands.ts'
import { type Answer, Conversation } from './conversation.ts'
import { detailOf } from './details.ts'
import type { LinkFailure, Transport } from './link.ts'
import type { PrintJob, PrintOutcome, PrinterPort, PrinterStatus, PrinterTrouble } from './port.ts'
import type { PrinterProfile } from './profiles.ts'
import { answerMs, prove } from './proof.ts'
import { type Condition, confirmId, confirmRequest } from './status.ts'
import { pause } from './time-limit.ts'
import { Who } from './who.ts'

/**
 * A printer on any transport: the port's contract made out of a link that carries bytes. One loop does everything in
 * turn, a job or else a look at the printer, so that no question ever falls into the middle of a job.
 *
 * D-1  A job's bytes are written once. From its first byte on, the outcome is never `refused`.
 * D-2  Before a job the printer is asked, unless it tells its changes by itself and was heard within `freshMs`.
 * D-3  After it, proof is sought as far as the printer can give it: confirmation, else its state, else the end of the line.
 * D-4  Where the setting leaves it open, the printer is asked who it is: once on a connection, when it is well, and never
 *      between a job's bytes. One that does not answer status is not asked; silence is what the setting's profile is for.
 * D-5  What the printer has lost with its power (telling of changes) is asked for again when it answers again.
 */
export class PrinterDriver implements PrinterPort {
  readonly #transport: Transport
  readonly #who: Who
  readonly #clock: Clock
  readonly #log: (line: string) => void
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  readonly #queue: { readonly job: PrintJob; readonly settle: (outcome: PrintOutcome) => void }[] = []
  readonly #finished: Promise<void>
  #status: PrinterStatus
  #talk: Conversation | null = null
  #closing = false
  #wake: () => void = () => undefined
  /** What this printer has shown it can do: answered once, and confirmed once or not (null: not yet asked). */
  #spoke = false
  #confirms: boolean | null = null
  /** Of the present connection: settings sent; told of changes by itself; asked in vain. */
  #greeted = false
  #pushes = false
  #looking = false
  #silences = 0
  #heardAt = -Infinity
  #reachedAt = -Infinity
  #failures = 0
  #confirmations = 0
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
    this.#clock = clock
    this.#log = log
    this.#status = { trouble: 'offline', paperLow: false, speaks: false, confirms: false, detail: 'not connected yet' }
    this.#finished = this.#run()
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    if (this.#closing || this.#queue.length >= queueMax)
      return Promise.resolve({ kind: 'refused', reason: this.#closing ? 'offline' : 'error' })
    return new Promise((settle) => {
      this.#queue.push({ job, settle })
      this.#wake()
      // A printer that tells its changes need not be waited for; nobody presses a button to watch a question answered.
      if (this.#pushes && this.#looking) this.#talk?.giveWay()
    })
  }

  status(): PrinterStatus {
    return this.#status
  }

  profile(): Promise<PrinterProfile> {
    return this.#who.settledProfile()
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
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
    if (!talk) return { kind: 'refused', reason: this.#status.trouble ?? 'unplugged' }
    const reason = await this.#preflight(talk, startBy)
    if (this.#closing) return { kind: 'refused', reason: 'offline' }
    const outcome = reason === null ? await this.#send(talk, job) : ({ kind: 'refused', reason } as const)
    this.#release(talk)
    return outcome
  }

  /** What stops the job before its first byte, or null. */
  async #preflight(talk: Conversation, startBy: number): Promise<PrinterTrouble | null> {
    if (!this.#greeted) await this.#greet(talk)
    if (talk.ended) return talk.ended.trouble
    if (!this.#mayAsk()) return null
    if (this.#pushes && this.#clock.now() - this.#heardAt <= freshMs) return this.#status.trouble
    // On a shared printer silence is somebody else's job: wait for the turn with the question already in line.
    const shared = this.#transport.manner === 'shared' && this.#spoke
    const answer = await this.#askTwice(talk, shared ? startBy - this.#clock.now() : answerMs)
    this.#learn(answer)
    if (answer.kind === 'condition') return this.#status.trouble
    if (answer.kind === 'ended') return answer.failure.trouble
    if (answer.kind === 'garbled') return 'garbled'
    if (!this.#shouldSpeak()) return null
    return shared ? 'busy-elsewhere' : 'offline'
  }

  async #send(talk: Conversation, job: PrintJob): Promise<PrintOutcome> {
    const id = this.#confirms === true ? confirmId((this.#confirmations += 1)) : null
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
    const sent = { id, speaks: this.#mayAsk(), lineMs }
    const proof = await prove(talk, this.#clock, sent, (answer) => this.#learn(answer))
    if (proof.kind === 'unknown') return this.#unknown(proof.reason)
    this.#owedBytes = 0
    return proof
  }

  #unknown(reason: PrinterTrouble | 'no-answer'): PrintOutcome {
    return { kind: 'unknown', reason: this.#closing ? 'closed' : reason }
  }

  // ---- Between jobs

  /** Looks at the printer; returns how long to wait before the next look, in milliseconds. */
  async #beat(): Promise<number> {
    const talk = await this.#connected(this.#clock.now())
    if (!talk) {
      this.#who.stopWaiting()
      const backoffMs = Math.min(backoffMsMax, backoffMsMin * 2 ** Math.min(this.#failures, 10))
      this.#failures += 1
      return backoffMs
    }
    this.#failures = 0
    if (!this.#greeted) await this.#greet(talk)
    else if (!this.#who.isSettled && this.#status.trouble === null) await this.#askWho(talk)
    else if (this.#mayAsk()) await this.#look(talk)
    else await this.#lookAtMute(talk)
    this.#release(talk)
    return this.#transport.manner === 'shared' && this.#status.trouble === 'busy-elsewhere' ? backoffMsMin : beatMs
  }

  async #look(talk: Conversation): Promise<void> {
    const told = talk.pushed
    this.#looking = true
    const answer = await this.#askTwice(talk, answerMs)
    this.#looking = false
    this.#learn(answer)
    // A change it did not tell of: it has lost its settings, so its power was gone for a moment.
    const changed = answer.kind === 'condition' && told !== null && !sameCondition(answer.condition, told)
    if (this.#pushes && changed && sameCondition(talk.pushed ?? told, told)) this.#greeted = false
  }

  async #lookAtMute(talk: Conversation): Promise<void> {
    await talk.check()
    if (talk.ended) return
    // A line that hung up unseen shows only when something is written; and a printer may learn to speak.
    if (this.#who.profile.status) await talk.nudge(answerMs)
    if (talk.spokeUnasked) this.#greeted = false
    this.#set({ trouble: null, paperLow: false, detail: detailOf(null, this.#name) })
  }

  /** The first questions on a connection, and again after the printer was away. */
  async #greet(talk: Conversation): Promise<void> {
    await this.#firstQuestions(talk)
    this.#who.stopWaiting()
  }

  async #firstQuestions(talk: Conversation): Promise<void> {
    this.#pushes = false
    this.#silences = 0
    if (!this.#who.profile.status) {
      this.#greeted = true
      return this.#lookAtMute(talk)
    }
    const answer = await this.#askTwice(talk, answerMs)
    this.#learn(answer)
    if (answer.kind === 'silent' && !this.#shouldSpeak()) this.#greeted = true
    // A printer with its cover open carries out nothing but status requests: the rest waits until it is well.
    if (!isWell(answer)) return
    if (!this.#who.isSettled) await this.#askWho(talk)
    if (this.#who.profile.confirm === 'gsH' && this.#confirms === null) {
      const id = confirmId((this.#confirmations += 1))
      await talk.write(confirmRequest(id), answerMs)
      const confirms = await talk.confirmed(id, probeMs)
      // A "no" is remembered for good, so it must come from a printer that could have answered.
      if (!confirms && !isWell(await talk.ask(answerMs))) return
      this.#confirms = confirms
      this.#set({ confirms })
    }
    if (this.#transport.manner === 'kept') this.#pushes = await talk.askForChanges(answerMs)
    this.#greeted = !talk.ended
  }

  async #askWho(talk: Conversation): Promise<void> {
    if (await this.#who.ask(talk)) {
      this.#confirms = null
      this.#set({ confirms: false })
    }
    if (this.#status.trouble === null) this.#set({ detail: detailOf(null, this.#name) })
  }

  get #name(): string {
    return this.#who.nameAt(this.#transport.name)
  }

  async #askTwice(talk: Conversation, ms: number): Promise<Answer> {
    const answer = await talk.ask(ms)
    const again = (answer.kind === 'silent' || answer.kind === 'garbled') && ms <= answerMs
    return again ? talk.ask(ms) : answer
  }

  /** Nobody is asked who never answered: it would cost every press the time of a silence. */
  #mayAsk(): boolean {
    return this.#who.profile.status && (this.#shouldSpeak() || this.#silences === 0)
  }

  /** Silence from this printer means something. */
  #shouldSpeak(): boolean {
    return this.#spoke || this.#who.profile.confirm !== 'none'
  }

  /** Takes an answer for the newest truth. */
  #learn(answer: Answer): void {
    switch (answer.kind) {
      case 'condition':
        this.#spoke = true
        this.#silences = 0
        this.#reachedAt = this.#clock.now()
        return
      case 'garbled':
        return this.#set({ trouble: 'garbled', detail: detailOf('garbled', this.#name) })
      case 'silent':
        this.#silences += 1
        this.#greeted = false
        this.#pushes = false
        if (!this.#shouldSpeak())
          return this.#set({ trouble: null, paperLow: false, detail: detailOf(null, this.#name) })
        if (this.#transport.manner === 'kept')
          return this.#set({ trouble: 'offline', detail: detailOf('silent', this.#name) })
        if (this.#clock.now() - this.#reachedAt >= lostMs)
          this.#set({ trouble: 'busy-elsewhere', detail: detailOf('busy-elsewhere', this.#name) })
        return
      case 'interrupted':
      case 'ended':
    }
  }

  #tell(condition: Condition): void {
    this.#heardAt = this.#clock.now()
    this.#set({ ...condition, speaks: true, detail: detailOf(condition.trouble, this.#name) })
  }

  // ---- The connection

  /** The conversation with the printer, newly opened where there is none; null when that failed by `startBy`. */
  async #connected(startBy: number): Promise<Conversation | null> {
    while (!this.#closing && (!this.#talk || this.#talk.ended)) {
      const connected = await this.#transport.connect(connectMs)
      if (connected.kind === 'open') {
        const talk = new Conversation(connected.link, this.#clock)
        this.#talk = talk
        // What a printer can do outlives a connection that was closed on purpose.
        if (this.#transport.manner === 'kept') {
          this.#greeted = false
          this.#who.mayBeAnother()
        }
        talk.onChange((condition) => this.#tell(condition))
        talk.onEnd((failure) => this.#lose(talk, failure))
        if (this.#closing) await talk.close()
        continue
      }
      // A shared printer that was there a moment ago is busy with another host.
      const lost = this.#transport.manner === 'kept' || this.#clock.now() - this.#reachedAt >= lostMs
      if (lost) this.#set({ ...connected.failure })
      if (lost && this.#who.mayBeAnother()) this.#greeted = false
      if (lost || this.#closing || this.#clock.now() >= startBy) return null
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
      this.#greeted = false
      this.#pushes = false
      this.#set({ ...failure })
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

  #set(change: Partial<PrinterStatus>): void {
    const status = { ...this.#status, ...change }
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}

function isWell(answer: Answer): boolean {
  return answer.kind === 'condition' && answer.condition.trouble === null
}

function sameCondition(one: Condition, other: Condition): boolean {
  return one.trouble === other.trouble && one.paperLow === other.paperLow
}

const queueMax = 100
/** How long a job waits for its printer before the first byte. */
const startMs = 8000
const connectMs = 1000
/** Between two looks at a printer that is there. */
const beatMs = 1000
const probeMs = 1000
/** A printer that tells its changes and was heard so lately need not be asked before a job. */
const freshMs = 2000
/** Beyond the time the line itself needs, until the bytes are out of this machine. */
const writeSlackMs = 3000
/** A shared printer may be out of reach so long, for another host's job, before that is trouble. */
const lostMs = 2000
const backoffMsMin = 250
const backoffMsMax = 2000
const owedBytesMax = 8192
