import type { EpochMs } from '../../shared/ids.ts'
import type { RecoveryView } from '../../shared/views/common.ts'
import { announceAgeMsMax } from './call-queue.ts'

/** Something that works again and is to be said; pure parts of `voice-queue.ts`, whose V-7 says when. */
export interface FreshRecovery {
  readonly recovery: RecoveryView
  /** How many of its sentences were said, of those in every language one after the other. */
  readonly read: number
}

/**
 * What is to be said after a view: what waited and still holds, and what has ended since the view before, the oldest
 * first. `saidBefore` are the notices of the view before that the hall has heard.
 */
export function withRecoveries(
  waiting: readonly FreshRecovery[],
  saidBefore: ReadonlySet<number>,
  {
    notices,
    recoveries,
  }: { readonly notices: readonly { readonly id: number }[]; readonly recoveries: readonly RecoveryView[] },
): readonly FreshRecovery[] {
  const still = waiting.flatMap(({ recovery: { id }, read }) => {
    const recovery = recoveries.find((other) => other.id === id)
    return recovery ? [{ recovery, read }] : []
  })
  const stands = new Set<number>(notices.map(({ id }) => id))
  const ended = recoveries.filter(({ id }) => saidBefore.has(id) && !stands.has(id))
  return [...still, ...ended.toReversed().map((recovery) => ({ recovery, read: 0 }))]
}

/** Whether it still is as it was begun to be said: another notice may touch some of it meanwhile. */
export function stillHolds({ id, services }: RecoveryView, recoveries: readonly RecoveryView[]): boolean {
  return recoveries.some((other) => other.id === id && other.services.length === services.length)
}

export function isFresh({ recovery }: FreshRecovery, hubNow: EpochMs): boolean {
  return hubNow - recovery.endedAt <= announceAgeMsMax
}
