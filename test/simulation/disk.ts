import type { Ledger, OpenedLedger } from '../../kiosk/hub/ledger.ts'
import { parseRows } from '../../kiosk/hub/ledger-rows.ts'
import type { Recorded } from '../../shared/events.ts'
import { MemoryLedger } from '../fakes/memory-ledger.ts'
import type { Process } from './machine.ts'
import type { Stage } from './stage.ts'

/**
 * kept                   it is safe
 * sync-fails             the card says no, and nothing is there
 * sync-fails-but-found   the card says no, and what was written is found all the same when the ledger is next opened,
 *                        unless something else was written over it
 * thread-dies            the ledger's thread ends, and with it the hub
 * killed-before          the hub is killed when nothing is safe yet
 * killed-after           the hub is killed when it is safe, and nobody has been told
 */
export type CommitFate =
  | 'kept'
  | 'sync-fails'
  | 'sync-fails-but-found'
  | 'thread-dies'
  | 'killed-before'
  | 'killed-after'

/**
 * The card the ledger lies on. What has been committed survives everything; what was only under way when the hub ends
 * does not, whole. It can be slow or full, fail to sync, or take its program with it.
 */
export class Disk {
  /** What becomes of the next commit. */
  next: CommitFate = 'kept'
  #late: Promise<void> = Promise.resolve()
  #slowUntil = 0
  #isFull = false
  #freedAt = 0
  readonly #rows: string[] = []
  readonly #stage: Pick<Stage, 'dice' | 'steady' | 'sabotage'>
  readonly #onKept: (batch: readonly Recorded[], rows: readonly string[]) => void
  /** A batch whose sync failed, and which lies on the card all the same until something else is written over it. */
  #ghost: readonly Recorded[] = []

  constructor(
    stage: Pick<Stage, 'dice' | 'steady' | 'sabotage'>,
    onKept: (batch: readonly Recorded[], rows: readonly string[]) => void,
  ) {
    this.#stage = stage
    this.#onKept = onKept
  }

  get rows(): readonly string[] {
    return this.#rows
  }

  /** Since when it keeps what it is given without delay; infinity while it does not. */
  get wellSince(): number {
    return this.#isFull ? Infinity : Math.max(this.#freedAt, this.#slowUntil)
  }

  /** It takes long over everything, for so long. */
  slow(ms: number): void {
    this.#slowUntil = this.#stage.steady.now() + ms
  }

  fill(): void {
    this.#isFull = true
  }

  empty(): void {
    this.#isFull = false
    this.#freedAt = this.#stage.steady.now()
  }

  /** As a hub opens it that has just started: what is read is checked as it is in the product. */
  open(process: Process): Extract<OpenedLedger, { ok: true }> {
    const found = this.#ghost
    this.#ghost = []
    this.#keep(found)
    const memory = new MemoryLedger(this.#rows)
    process.onEnd(() => void memory.close())
    return { ok: true, ledger: this.#overCard(memory, process), recorded: this.#readToday() }
  }

  #overCard(memory: MemoryLedger, process: Process): Ledger {
    return {
      append: async (batch) => {
        if (this.#stage.sabotage === 'card-answers-early') {
          this.#late = this.#late.then(() => process.wait(this.#takesMs())).then(() => this.#keepLate(memory, batch))
          return { kind: 'saved' }
        }
        await process.wait(this.#takesMs())
        const next = this.#isFull ? 'kept' : this.next
        if (!this.#isFull) this.next = 'kept'
        if (next === 'thread-dies') throw new Error("the ledger's thread has ended")
        if (next === 'killed-before') process.end('ended')
        if (!process.isRunning) return new Promise(() => {})
        const syncFails = next === 'sync-fails' || next === 'sync-fails-but-found'
        memory.full = this.#isFull ? 'SQLITE_FULL' : syncFails ? 'SQLITE_IOERR_FSYNC' : null
        const before = this.#rows.length
        const result = await memory.append(batch)
        if (syncFails) this.#ghost = next === 'sync-fails' ? [] : batch
        if (result.kind === 'saved') {
          this.#ghost = []
          this.#onKept(batch, this.#rows.slice(before))
        }
        if (next === 'killed-after') process.end('ended')
        await process.wait(this.#takesMs())
        return result
      },
      eventsOf: async (command) => {
        await process.wait(this.#takesMs())
        return memory.eventsOf(command)
      },
      verify: () => memory.verify(),
      close: () => memory.close(),
    }
  }

  async #keepLate(memory: MemoryLedger, batch: readonly Recorded[]): Promise<void> {
    const before = this.#rows.length
    await memory.append(batch)
    this.#onKept(batch, this.#rows.slice(before))
  }

  #keep(batch: readonly Recorded[]): void {
    if (batch.length === 0) return
    const rows = batch.map((recorded) => JSON.stringify(recorded))
    this.#rows.push(...rows)
    this.#onKept(batch, rows)
  }

  /** From the last `DayBegan` on, as every ledger is read. */
  #readToday(): readonly Recorded[] {
    const from = this.#rows.findLastIndex((row) => row.includes('"event":{"type":"DayBegan"'))
    const rows = this.#rows.slice(Math.max(0, from)).map((row) => {
      const { seq, at, command, actor, event } = JSON.parse(row)
      return { seq, at, command, actor: JSON.stringify(actor), data: JSON.stringify(event) }
    })
    const parsed = parseRows(rows)
    if ('damage' in parsed) throw new Error(parsed.damage.what)
    return parsed.recorded
  }

  #takesMs(): number {
    const { dice, steady } = this.#stage
    if (steady.now() < this.#slowUntil) return dice.between(200, 5_000)
    return dice.chance(5) ? dice.between(10, 200) : dice.between(0, 10)
  }
}
