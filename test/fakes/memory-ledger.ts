import type { AppendResult, Damage, Ledger } from '../../kiosk/hub/ledger.ts'
import type { Event, Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'

/**
 * The ledger's contract in memory, for tests of what stands on it. It refuses what the real one refuses, keeps JSON
 * and not objects, and can be told to be slow, full or broken.
 */
export class MemoryLedger implements Ledger {
  readonly #rows: string[]
  readonly #commands: Set<CommandId>
  #seq: number
  /** Batches that came in, as the sequence numbers of each. */
  readonly batches: number[][] = []
  /** While set, `append` fails with this reason. */
  full: string | null = null
  /** While set, `append` rejects: the program under it has died. */
  broken = false
  #held: (() => void)[] | null = null
  #closed = false

  constructor(rows: string[] = []) {
    this.#rows = rows
    this.#commands = new Set(this.rows.map(({ command }) => command))
    this.#seq = rows.length
  }

  /** What would be found after the power came back. */
  get rows(): readonly Recorded[] {
    return this.#rows.map((row) => JSON.parse(row))
  }

  /** From now on appends wait, as on a card that takes its time, until `release`. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  async append(batch: readonly Recorded[]): Promise<AppendResult> {
    const held = this.#held
    if (held) await new Promise<void>((go) => held.push(go))
    if (this.broken || this.#closed) throw new Error('the ledger has ended')
    if (this.full !== null) return { kind: 'failed', why: this.full }
    const first = batch[0]?.seq
    if (first !== undefined && first !== this.#seq + 1) throw new Error(`event ${first} does not follow ${this.#seq}`)
    const known = batch.find(({ command }) => this.#commands.has(command))
    if (known) return { kind: 'known', command: known.command }
    this.#rows.push(...batch.map((recorded) => JSON.stringify(recorded)))
    for (const { command } of batch) this.#commands.add(command)
    this.#seq += batch.length
    this.batches.push(batch.map(({ seq }) => seq))
    return { kind: 'saved' }
  }

  async eventsOf(command: CommandId): Promise<readonly Event[]> {
    return this.rows.filter((row) => row.command === command).map(({ event }) => event)
  }

  async verify(): Promise<Damage | null> {
    return null
  }

  async close(): Promise<void> {
    this.#closed = true
  }
}
