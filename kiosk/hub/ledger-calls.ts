import type { Event, Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { AppendResult, Damage } from './ledger.ts'

/** What crosses between the hub's thread and the ledger's worker: one request, one reply of the same `call`. */
export type LedgerRequest = { readonly call: number } & (
  | { readonly type: 'append'; readonly batch: readonly Recorded[] }
  | { readonly type: 'eventsOf'; readonly command: CommandId }
  | { readonly type: 'verify' }
  | { readonly type: 'close' }
)

export type LedgerReply =
  | { readonly call: number; readonly ok: true; readonly value: LedgerValue }
  | { readonly call: number; readonly ok: false; readonly why: string }

export type LedgerValue =
  | { readonly type: 'append'; readonly result: AppendResult }
  | { readonly type: 'eventsOf'; readonly events: readonly Event[] }
  | { readonly type: 'verify'; readonly damage: Damage | null }
  | { readonly type: 'done' }

/** The first message of the worker, before any request. */
export type LedgerGreeting =
  | { readonly type: 'opened'; readonly recorded: readonly Recorded[] }
  | { readonly type: 'damaged'; readonly damage: Damage }
