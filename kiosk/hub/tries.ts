import type { EpochMs } from '../../shared/ids.ts'

/**
 * How failed tries slow down and then lock. Pure: counts go in and come out; the guard keeps them.
 *
 * Five tries are free; then each further one must wait, 30 s at first and twice as long every time, 15 minutes at the
 * most; after thirty the door stays shut until a supervisor lets the person in again. Counts are kept for each person
 * and device, so that a visitor at one screen locks nobody out at another, and for each person from all devices, to
 * bound a search spread over many: one hundred an hour is the most that NIST SP 800-63B allows, sixty are allowed here.
 */
export interface Failures {
  readonly count: number
  readonly lastAt: EpochMs
}

/** How long until the next try is listened to, in ms: 0 for now, null for never. */
export function waitBeforeTry(failures: Failures | undefined, now: EpochMs): number | null {
  if (!failures || failures.count < freeTries) return 0
  if (failures.count >= triesMax) return null
  const pause = Math.min(firstPauseMs * 2 ** (failures.count - freeTries), longestPauseMs)
  // A clock that went back must not lengthen the pause beyond what it ever was.
  return Math.min(pause, Math.max(0, failures.lastAt + pause - now))
}

export function waitBeforeTryFromAnywhere(failures: Failures | undefined, now: EpochMs): number {
  if (!failures || failures.count < triesFromAnywhereMax) return 0
  return Math.min(hourMs, Math.max(0, failures.lastAt + hourMs - now))
}

export function withFailure(failures: Failures | undefined, now: EpochMs): Failures {
  return { count: (failures?.count ?? 0) + 1, lastAt: now }
}

/** Counts from all devices start afresh after an hour of quiet. */
export function withFailureFromAnywhere(failures: Failures | undefined, now: EpochMs): Failures {
  const quiet = failures !== undefined && now - failures.lastAt > hourMs
  return withFailure(quiet ? undefined : failures, now)
}

const freeTries = 5
const triesMax = 30
const triesFromAnywhereMax = 60
const firstPauseMs = 30_000
const longestPauseMs = 15 * 60_000
const hourMs = 60 * 60_000
