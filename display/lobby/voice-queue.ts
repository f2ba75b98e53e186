import type { EpochMs } from '../../shared/ids.ts'
import type { NoticeView, RecoveryView } from '../../shared/views/common.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'
import { announceAgeMsMax, pendingMax } from './call-queue.ts'
import { isFresh, stillHolds, withRecoveries, type FreshRecovery } from './voice-recoveries.ts'

/**
 * What is said aloud now and what waits for its turn, as a pure reducer. The board shows a call for a few seconds; to say
 * it takes longer, so the voice has a queue of its own.
 *
 * V-1  One announcement at a time: the next begins when the player says that the one before has ended, or after
 *      `saidMsMax` if it never says so.
 * V-2  Calls are said in the order they were made. One that is older than `announceAgeMsMax` by the hub's clock when it
 *      comes, and all that this page was born with, are never said.
 * V-3  A recall is said again, in the turn its ticket already has if it still waits for one.
 * V-4  While more than `waitingBusyAbove` wait, a call is read once instead of twice; none is left out.
 * V-5  A notice is said when it is raised or changed, and every `noticeEveryMs` of the hub's clock while it stands. It
 *      gives way to a call, and goes on after it with the sentence that was cut off. One that this page was born with
 *      waits for its next time.
 * V-6  What is taken back falls silent, whether it waits or is being said. While the hub is not heard no notice is
 *      repeated.
 * V-7  When a notice that the hall has heard is over, what works again is said once, after the calls and before the
 *      notices. One that this page was born with, or that is older than `announceAgeMsMax` when its turn comes, is not.
 *
 * It makes no sound and reads no clock.
 */
export interface VoiceQueue {
  readonly saying: Announcement | null
  /** The highest call known; null before the first view. */
  readonly highest: number | null
  readonly epoch: string | null
  /** Calls that wait, the oldest first. */
  readonly pending: readonly LobbyCall[]
  /** The standing notices, the gravest first. */
  readonly notices: readonly StandingNotice[]
  /** What works again and is to be said, the oldest first. */
  readonly recoveries: readonly FreshRecovery[]
  readonly turns: number
}

export type Announcement = {
  /** Counts announcements: another turn is another announcement. */
  readonly turn: number
  /** The screen's steady clock when it began, in ms. */
  readonly since: number
} & (
  | { readonly kind: 'call'; readonly call: LobbyCall; readonly readings: 1 | 2 }
  /** Its first `read` sentences were said before it gave way. */
  | { readonly kind: 'notice'; readonly notice: NoticeView; readonly read: number }
  | { readonly kind: 'recovery'; readonly recovery: RecoveryView; readonly read: number }
)

export interface StandingNotice {
  readonly notice: NoticeView
  /** Its times to be said are numbered from 0, when it was last changed: the last one that is past and done with. */
  readonly saidTime: number
  readonly isDue: boolean
  /** Whether the hall has heard of it, here or before this page was opened. */
  readonly isKnown: boolean
  /** How many of its sentences were said, of those in every language one after the other. */
  readonly read: number
}

export type VoiceEvent =
  | {
      readonly type: 'view'
      readonly epoch: string
      /** Newest first, as the hub sends them. */
      readonly calls: readonly LobbyCall[]
      readonly notices: readonly NoticeView[]
      /** The newest first. */
      readonly recoveries: readonly RecoveryView[]
      readonly hubNow: EpochMs
      readonly at: number
    }
  /** `isLive`: the hub was heard within the last seconds. */
  | { readonly type: 'tick'; readonly hubNow: EpochMs; readonly isLive: boolean; readonly at: number }
  /** One more sentence of a notice was said. */
  | { readonly type: 'sentence-said'; readonly turn: number; readonly at: number }
  | { readonly type: 'said'; readonly turn: number; readonly at: number }

export const noticeEveryMs = 10 * 60_000

export const silentQueue: VoiceQueue = {
  saying: null,
  highest: null,
  epoch: null,
  pending: [],
  notices: [],
  recoveries: [],
  turns: 0,
}

export function reduceVoice(queue: VoiceQueue, event: VoiceEvent): VoiceQueue {
  switch (event.type) {
    case 'view':
      return advance(withNotices(withCalls(queue, event), event, queue.highest === null), event.at)
    case 'tick':
      return advance(withoutStale(event.isLive ? withTime(queue, event.hubNow) : queue, event.hubNow), event.at)
    case 'sentence-said':
      return isSaying(queue, event.turn) ? withSentence(queue) : queue
    case 'said':
      return isSaying(queue, event.turn) ? advance(ended(queue), event.at) : queue
    default:
      return event satisfies never
  }
}

function withCalls(queue: VoiceQueue, event: Extract<VoiceEvent, { type: 'view' }>): VoiceQueue {
  const { epoch, calls, hubNow } = event
  const highestHere = calls[0]?.call ?? 0
  if (queue.highest === null) return { ...queue, highest: highestHere, epoch }
  // A hub that began a new ledger counts from one again; otherwise its count never goes back.
  const known = epoch === queue.epoch ? queue.highest : Math.min(queue.highest, highestHere)
  const fresh = calls
    .filter(({ call, at }) => call > known && hubNow - at <= announceAgeMsMax)
    .toReversed()
    .reduce(
      enqueue,
      queue.pending.filter((call) => !isTakenBack(call, calls)),
    )
  const { saying } = queue
  const isSilenced = saying?.kind === 'call' && isTakenBack(saying.call, calls)
  return {
    ...queue,
    highest: Math.max(known, highestHere),
    epoch,
    pending: fresh.slice(-pendingMax),
    saying: isSilenced ? null : saying,
  }
}

function withNotices(
  queue: VoiceQueue,
  { notices, recoveries, hubNow }: Extract<VoiceEvent, { type: 'view' }>,
  isFirst: boolean,
): VoiceQueue {
  const standing = notices.map((notice): StandingNotice => {
    const known = queue.notices.find((other) => other.notice.id === notice.id)
    if (known?.notice.revision === notice.revision) return { ...known, notice }
    const isNews = known !== undefined || !isFirst || hubNow - notice.updatedAt <= announceAgeMsMax
    const isKnown = known?.isKnown ?? !isNews
    return { notice, saidTime: timeOf(notice, hubNow) - (isNews ? 1 : 0), isDue: false, isKnown, read: 0 }
  })
  const { saying } = queue
  const isSilenced =
    (saying?.kind === 'notice' &&
      !notices.some(({ id, revision }) => id === saying.notice.id && revision === saying.notice.revision)) ||
    (saying?.kind === 'recovery' && !stillHolds(saying.recovery, recoveries))
  const heard = new Set(queue.notices.filter(({ isKnown }) => isKnown).map(({ notice }) => notice.id))
  const fresh = withRecoveries(queue.recoveries, heard, { notices, recoveries })
  const silenced = isSilenced ? { ...queue, saying: null } : queue
  return withoutStale(withTime({ ...silenced, notices: standing, recoveries: fresh }, hubNow), hubNow)
}

function withTime(queue: VoiceQueue, hubNow: EpochMs): VoiceQueue {
  const isNew = queue.notices.some((standing) => !standing.isDue && timeOf(standing.notice, hubNow) > standing.saidTime)
  if (!isNew) return queue
  const notices = queue.notices.map((standing) =>
    timeOf(standing.notice, hubNow) > standing.saidTime
      ? { ...standing, saidTime: timeOf(standing.notice, hubNow), isDue: true }
      : standing,
  )
  return { ...queue, notices }
}

function withoutStale(queue: VoiceQueue, hubNow: EpochMs): VoiceQueue {
  const recoveries = queue.recoveries.filter((fresh) => isFresh(fresh, hubNow))
  return recoveries.length === queue.recoveries.length ? queue : { ...queue, recoveries }
}

/** Goes on to the next announcement when it is its time. */
function advance(queue: VoiceQueue, at: number): VoiceQueue {
  const { saying, pending, turns } = queue
  if (saying && at - saying.since > saidMsMax) return advance(ended(queue), at)
  const isBusy = pending.length > waitingBusyAbove
  if (saying?.kind === 'call')
    return isBusy && saying.readings === 2 ? { ...queue, saying: { ...saying, readings: 1 } } : queue

  const [call, ...rest] = pending
  if (call) {
    const readings = rest.length > waitingBusyAbove ? 1 : 2
    return {
      ...queue,
      pending: rest,
      turns: turns + 1,
      saying: { kind: 'call', turn: turns + 1, since: at, call, readings },
    }
  }
  const turn = { turn: turns + 1, since: at }
  const [fresh] = queue.recoveries
  if (fresh && saying?.kind !== 'recovery')
    return { ...queue, turns: turn.turn, saying: { kind: 'recovery', ...turn, ...fresh } }
  const due = saying ? undefined : queue.notices.find(({ isDue }) => isDue)
  if (!due) return queue
  const { notice, read } = due
  const begun = { ...queue, turns: turn.turn, saying: { kind: 'notice', ...turn, notice, read } as const }
  return withStanding(begun, (standing) => ({ ...standing, isKnown: true }))
}

function withSentence(queue: VoiceQueue): VoiceQueue {
  const { saying } = queue
  if (saying?.kind === 'recovery') {
    const recoveries = queue.recoveries.map((fresh) =>
      fresh.recovery.id === saying.recovery.id ? { ...fresh, read: fresh.read + 1 } : fresh,
    )
    return { ...queue, recoveries }
  }
  return withStanding(queue, (standing) => ({ ...standing, read: standing.read + 1 }))
}

function ended(queue: VoiceQueue): VoiceQueue {
  const { saying } = queue
  if (saying?.kind === 'recovery') {
    const recoveries = queue.recoveries.filter(({ recovery }) => recovery.id !== saying.recovery.id)
    return { ...queue, recoveries, saying: null }
  }
  return { ...withStanding(queue, (standing) => ({ ...standing, isDue: false, read: 0 })), saying: null }
}

/** Changes what is known of the notice that is being said, if one is. */
function withStanding(queue: VoiceQueue, change: (standing: StandingNotice) => StandingNotice): VoiceQueue {
  const { saying } = queue
  if (saying?.kind !== 'notice') return queue
  const notices = queue.notices.map((standing) =>
    standing.notice.id === saying.notice.id ? change(standing) : standing,
  )
  return { ...queue, notices }
}

function isSaying({ saying }: VoiceQueue, turn: number): boolean {
  return saying?.turn === turn
}

/** How many times it was time to say a notice since it was last changed, less one. */
function timeOf({ updatedAt }: NoticeView, hubNow: EpochMs): number {
  return Math.max(0, Math.floor((hubNow - updatedAt) / noticeEveryMs))
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

const waitingBusyAbove = 3
/** Far longer than anything takes: three languages, each sentence. */
const saidMsMax = 4 * 60_000
