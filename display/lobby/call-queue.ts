import type { EpochMs } from '../../shared/ids.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'

/**
 * Which call the board shows now and which wait for their turn, as a pure reducer: calls that come within seconds of
 * each other are shown one after the other, in the order they were made.
 *
 * Q-1  Every call gets its time on the board, at least `callShownMs` (`callShownBusyMs` while many wait); none is lost.
 * Q-2  What was called before the first view of this page's life is shown, never announced; nor is a call older than
 *      `announceAgeMsMax` by the hub's clock, whenever it comes. So neither a reload nor a reconnect replays a call.
 * Q-3  A recall is announced again, in the turn its ticket already has if it still waits for one.
 * Q-4  A call taken back disappears, whether shown or waiting.
 *
 * It makes no sound and reads no clock.
 */
export interface CallQueue {
  /** The highest call known; null before the first view. */
  readonly highest: number | null
  readonly epoch: string | null
  readonly showing: Showing | null
  readonly pending: readonly LobbyCall[]
}

export interface Showing {
  readonly call: LobbyCall
  /** The screen's own steady clock when it came up, in ms. */
  readonly since: number
  /** Whether it is news: sounded, and brought in with a movement. */
  readonly announced: boolean
}

export type CallEvent =
  | {
      readonly type: 'view'
      readonly epoch: string
      /** Newest first, as the hub sends them. */
      readonly calls: readonly LobbyCall[]
      readonly hubNow: EpochMs
      readonly at: number
    }
  | { readonly type: 'tick'; readonly at: number }

export const callShownMs = 4_000
export const callShownBusyMs = 2_500
export const announceAgeMsMax = 60_000
/** As many as counters can have somebody called at once; beyond it the oldest go straight to the list. */
export const pendingMax = 60

export const emptyQueue: CallQueue = { highest: null, epoch: null, showing: null, pending: [] }

export function reduceCalls(queue: CallQueue, event: CallEvent): CallQueue {
  switch (event.type) {
    case 'view':
      return advance(withView(queue, event), event.at)
    case 'tick':
      return advance(queue, event.at)
    default:
      return event satisfies never
  }
}

function withView(queue: CallQueue, { epoch, calls, hubNow, at }: Extract<CallEvent, { type: 'view' }>): CallQueue {
  const newest = calls[0]
  const highestHere = newest?.call ?? 0
  if (queue.highest === null) return { highest: highestHere, epoch, showing: resting(newest, at), pending: [] }

  // A hub that began a new ledger counts from one again; otherwise its count never goes back.
  const known = epoch === queue.epoch ? queue.highest : Math.min(queue.highest, highestHere)
  const fresh = calls
    .filter(({ call, at: calledAt }) => call > known && hubNow - calledAt <= announceAgeMsMax)
    .toReversed()
  const standing = queue.pending.filter((call) => !isTakenBack(call, calls))
  const pending = fresh.reduce(enqueue, standing).slice(-pendingMax)
  const showing = queue.showing && !isTakenBack(queue.showing.call, calls) ? queue.showing : null
  // With nothing to announce the board rests on the newest call.
  const rests = pending.length === 0 && showing?.call.call !== newest?.call
  return { highest: Math.max(known, highestHere), epoch, pending, showing: rests ? resting(newest, at) : showing }
}

/** Brings up the next call once the one shown has had its time. */
function advance(queue: CallQueue, at: number): CallQueue {
  const [next, ...pending] = queue.pending
  if (!next) return queue
  const timeMs = queue.pending.length > busyAbove ? callShownBusyMs : callShownMs
  const { showing } = queue
  const itsTime = showing === null || !showing.announced || at - showing.since >= timeMs
  return itsTime ? { ...queue, showing: { call: next, since: at, announced: true }, pending } : queue
}

function enqueue(pending: readonly LobbyCall[], call: LobbyCall): readonly LobbyCall[] {
  const place = pending.findIndex(({ ticket }) => ticket === call.ticket)
  return place < 0 ? [...pending, call] : pending.with(place, call)
}

/** Gone from the list although older calls are still on it, and not because its ticket was called again. */
function isTakenBack({ call, ticket }: LobbyCall, calls: readonly LobbyCall[]): boolean {
  if (calls.some((other) => other.ticket === ticket)) return false
  const oldest = calls.at(-1)
  return oldest === undefined || call > oldest.call
}

function resting(call: LobbyCall | undefined, at: number): Showing | null {
  return call ? { call, since: at, announced: false } : null
}

const busyAbove = 4
