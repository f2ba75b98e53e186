import type { Event, Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'

/**
 * The office's append-only list of events, and the contract of everything that keeps it.
 *
 * G-1  `append` takes the events of some commands and settles `saved` only when all of them would survive the loss of
 *      power; otherwise none of them is kept and it says why. Batches are kept in the order given.
 * G-2  `seq` counts from 1 without gaps. A batch that does not follow the last one is a broken invariant and rejects.
 * G-3  The events of a command are kept once. A batch with a command that is known already is refused whole, `known`.
 * G-4  What was appended is never changed or removed, and a changed bit is found: `damage` names the first event that
 *      does not fit. Events of today are checked when the ledger is opened, older ones soon after.
 * G-5  One writer: a second one on the same ledger is refused when it opens.
 *
 * It knows nothing of what events mean, except that `DayBegan` is where reading starts.
 */
export interface Ledger {
  append(batch: readonly Recorded[]): Promise<AppendResult>
  /** The events of one command, in order; empty when it is not known. */
  eventsOf(command: CommandId): Promise<readonly Event[]>
  /** Checks the whole chain from the first event on, while appends go on between its steps. */
  verify(): Promise<Damage | null>
  close(): Promise<void>
}

export type AppendResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'known'; readonly command: CommandId }
  | { readonly kind: 'failed'; readonly why: string }

/** The first place at which the ledger is not what was written. `seq` is null where no event can be named. */
export interface Damage {
  readonly seq: number | null
  readonly what: string
}

export type OpenedLedger =
  /** `recorded` are the events from the last `DayBegan` on. */
  | { readonly ok: true; readonly ledger: Ledger; readonly recorded: readonly Recorded[] }
  | { readonly ok: false; readonly damage: Damage }
