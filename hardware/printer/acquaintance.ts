import type { Clock } from '../emulator/clock.ts'
import type { Answer, Conversation } from './conversation.ts'
import { detailOf } from './details.ts'
import type { LinkFailure, Transport } from './link.ts'
import type { PrinterTrouble } from './port.ts'
import type { PrinterProfile } from './profiles.ts'
import { answerMs } from './proof.ts'
import { type Condition, confirmId, confirmRequest } from './status.ts'
import type { StatusBoard } from './status-board.ts'
import { Who } from './who.ts'

/**
 * What is known of one printer, and the questions that find it out: who it is, whether it speaks, confirms and tells
 * its changes. All that it hears stands on the board at once. It sends no job and opens no connection; the driver says
 * when it may ask, so that no question ever falls into the middle of a job.
 *
 * D-4  Where the setting leaves it open, the printer is asked who it is: once on a connection, when it is well, and never
 *      between a job's bytes. One that does not answer status is not asked; silence is what the setting's profile is for.
 * D-5  What the printer has lost with its power (telling of changes) is asked for again when it answers again.
 */
export class Acquaintance {
  readonly #transport: Pick<Transport, 'name' | 'manner'>
  readonly #who: Who
  readonly #clock: Clock
  readonly #board: StatusBoard
  /** What this printer has shown it can do: answered once, and confirmed once or not (null: not yet asked). */
  #spoke = false
  #confirms: boolean | null = null
  #confirmations = 0
  /** Of the present connection: settings sent; told of changes by itself; asked in vain. */
  #greeted = false
  #pushes = false
  #looking = false
  #silences = 0
  #heardAt = -Infinity
  #reachedAt = -Infinity

  constructor(transport: Pick<Transport, 'name' | 'manner'>, who: Who, clock: Clock, board: StatusBoard) {
    this.#transport = transport
    this.#who = who
    this.#clock = clock
    this.#board = board
  }

  get profile(): PrinterProfile {
    return this.#who.profile
  }

  /** Nobody is asked who never answered: it would cost every press the time of a silence. */
  get mayAsk(): boolean {
    return this.#who.profile.status && (this.#shouldSpeak || this.#silences === 0)
  }

  /** It tells its changes and was heard so lately that it need not be asked before a job. */
  get isFresh(): boolean {
    return this.#pushes && this.#clock.now() - this.#heardAt <= freshMs
  }

  /** A question is under way that nobody needs to wait for: the printer tells its changes by itself. */
  get canWait(): boolean {
    return this.#pushes && this.#looking
  }

  /** With what the next job will be confirmed; null for a printer that does not confirm. */
  nextConfirmId(): string | null {
    return this.#confirms === true ? this.#newConfirmId() : null
  }

  // ---- The connection comes and goes

  connected(talk: Conversation): void {
    // What a printer can do outlives a connection that was closed on purpose.
    if (this.#transport.manner === 'kept') {
      this.#greeted = false
      this.#who.mayBeAnother()
    }
    talk.onChange((condition) => this.#tell(condition))
  }

  /** The printer could not be reached; false where that is no trouble yet. */
  missed(failure: LinkFailure): boolean {
    // A shared printer that was there a moment ago is busy with another host.
    const isLost = this.#transport.manner === 'kept' || this.#clock.now() - this.#reachedAt >= lostMs
    if (isLost) this.#board.set({ ...failure })
    if (isLost && this.#who.mayBeAnother()) this.#greeted = false
    return isLost
  }

  /** A connection that was to be kept has ended. */
  lost(failure: LinkFailure): void {
    this.#greeted = false
    this.#pushes = false
    this.#board.set({ ...failure })
  }

  /** Nobody can be asked for now. */
  stopWaiting(): void {
    this.#who.stopWaiting()
  }

  // ---- Questions

  /** One look at a printer that has nothing to print: at a new one, the first questions. */
  async look(talk: Conversation): Promise<void> {
    if (!this.#greeted) await this.greet(talk)
    else if (!this.#who.isSettled && this.#board.status.trouble === null) await this.#askWho(talk)
    else if (this.mayAsk) await this.#askHow(talk)
    else await this.#lookAtMute(talk)
  }

  /** The first questions on a connection, and again after the printer was away; nothing where they have been asked. */
  async greet(talk: Conversation): Promise<void> {
    if (this.#greeted) return
    await this.#firstQuestions(talk)
    this.#who.stopWaiting()
  }

  /** What stops a job before its first byte, or null. On a shared printer it may take until `startBy`. */
  async obstacle(talk: Conversation, startBy: number): Promise<PrinterTrouble | null> {
    // On a shared printer silence is somebody else's job: wait for the turn with the question already in line.
    const shared = this.#transport.manner === 'shared' && this.#spoke
    const answer = await this.#askTwice(talk, shared ? startBy - this.#clock.now() : answerMs)
    this.learn(answer)
    if (answer.kind === 'condition') return this.#board.status.trouble
    if (answer.kind === 'ended') return answer.failure.trouble
    if (answer.kind === 'garbled') return 'garbled'
    if (!this.#shouldSpeak) return null
    return shared ? 'busy-elsewhere' : 'offline'
  }

  /** It has confirmed a job: as good as an answer, where changes since would have been told. */
  confirmed(): void {
    this.#heardAt = this.#clock.now()
  }

  /** Takes an answer for the newest truth. */
  learn(answer: Answer): void {
    switch (answer.kind) {
      case 'condition':
        this.#spoke = true
        this.#silences = 0
        this.#reachedAt = this.#clock.now()
        return
      case 'garbled':
        return this.#board.set({ trouble: 'garbled', detail: detailOf('garbled', this.#name) })
      case 'silent':
        this.#silences += 1
        this.#greeted = false
        this.#pushes = false
        if (!this.#shouldSpeak) return this.#seemsWell()
        if (this.#transport.manner === 'kept')
          return this.#board.set({ trouble: 'offline', detail: detailOf('silent', this.#name) })
        if (this.#clock.now() - this.#reachedAt >= lostMs)
          this.#board.set({ trouble: 'busy-elsewhere', detail: detailOf('busy-elsewhere', this.#name) })
        return
      case 'interrupted':
      case 'ended':
    }
  }

  async #firstQuestions(talk: Conversation): Promise<void> {
    this.#pushes = false
    this.#silences = 0
    if (!this.#who.profile.status) {
      this.#greeted = true
      return this.#lookAtMute(talk)
    }
    const answer = await this.#askTwice(talk, answerMs)
    this.learn(answer)
    if (answer.kind === 'silent' && !this.#shouldSpeak) this.#greeted = true
    // A printer with its cover open carries out nothing but status requests: the rest waits until it is well.
    if (!isWell(answer)) return
    if (!this.#who.isSettled) await this.#askWho(talk)
    if (this.#who.profile.confirm === 'gsH' && this.#confirms === null) {
      const id = this.#newConfirmId()
      await talk.write(confirmRequest(id), answerMs)
      const confirms = await talk.confirmed(id, probeMs)
      // A "no" is remembered for good, so it must come from a printer that could have answered.
      if (!confirms && !isWell(await talk.ask(answerMs))) return
      this.#confirms = confirms
      this.#board.set({ confirms })
    }
    if (this.#transport.manner === 'kept') this.#pushes = await talk.askForChanges(answerMs)
    this.#greeted = !talk.ended
  }

  async #askWho(talk: Conversation): Promise<void> {
    if (await this.#who.ask(talk)) {
      this.#confirms = null
      this.#board.set({ confirms: false })
    }
    if (this.#board.status.trouble === null) this.#board.set({ detail: detailOf(null, this.#name) })
  }

  async #askHow(talk: Conversation): Promise<void> {
    const told = talk.pushed
    this.#looking = true
    const answer = await this.#askTwice(talk, answerMs)
    this.#looking = false
    this.learn(answer)
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
    this.#seemsWell()
  }

  async #askTwice(talk: Conversation, ms: number): Promise<Answer> {
    const answer = await talk.ask(ms)
    const again = (answer.kind === 'silent' || answer.kind === 'garbled') && ms <= answerMs
    return again ? talk.ask(ms) : answer
  }

  #tell(condition: Condition): void {
    this.#heardAt = this.#clock.now()
    this.#board.set({ ...condition, speaks: true, detail: detailOf(condition.trouble, this.#name) })
  }

  /** Nothing speaks against it, as far as one can tell of a mute one. */
  #seemsWell(): void {
    this.#board.set({ trouble: null, paperLow: false, detail: detailOf(null, this.#name) })
  }

  #newConfirmId(): string {
    return confirmId((this.#confirmations += 1))
  }

  /** Silence from this printer means something. */
  get #shouldSpeak(): boolean {
    return this.#spoke || this.#who.profile.confirm !== 'none'
  }

  get #name(): string {
    return this.#who.nameAt(this.#transport.name)
  }
}

function isWell(answer: Answer): boolean {
  return answer.kind === 'condition' && answer.condition.trouble === null
}

function sameCondition(one: Condition, other: Condition): boolean {
  return one.trouble === other.trouble && one.paperLow === other.paperLow
}

const probeMs = 1000
/** A printer that tells its changes and was heard so lately need not be asked before a job. */
const freshMs = 2000
/** A shared printer may be out of reach so long, for another host's job, before that is trouble. */
const lostMs = 2000
