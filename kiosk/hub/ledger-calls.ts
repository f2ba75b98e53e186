import type { Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { AppendResult, Damage } from './ledger.ts'

/** What crosses between the hub's thread and the ledger's worker: one request, one reply of the same `call`. */
export type LedgerRequest = { readonly call: number } & (
  | { readonly type: 'append'; readonly batch: readonly Recorded[] }
  | { readonly type: 'rowsOf'; readonly command: CommandId }
  | { readonly type: 'verify' }
  | { readonly type: 'close' }
)

export type LedgerReply =
  | { readonly call: number; readonly ok: true; readonly value: LedgerValue }
  | { readonly call: number; readonly ok: false; readonly why: string }

export type LedgerValue =
  | { readonly type: 'append'; readonly result: AppendResult }
  | { readonly type: 'rowsOf'; readonly rows: readonly KeptRow[] }
  | { readonly type: 'verify'; readonly damage: Damage | null }
  | { readonly type: 'done' }

/** The first message of the worker, before any request. */
export type LedgerGreeting =
  | { readonly type: 'opened'; readonly rows: readonly KeptRow[] }
  | { readonly type: 'damaged'; readonly damage: Damage }

/** An event as its row holds it: actor and event are still JSON text, and nothing in it has been parsed. */
export interface KeptRow {
  readonly seq: number
  readonly at: number
  readonly command: string
  readonly actor: string
  readonly data: string
}
