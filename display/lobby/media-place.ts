import type { EpochMs } from '../../shared/ids.ts'
import type { LinkState } from '../ui/link.ts'
import { saysUnconfirmed } from '../ui/office-day.ts'
import type { Showing } from './call-queue.ts'
import { isCalling } from './night.ts'
import type { OwnView } from './own-view.ts'

/**
 * Whether what plays stands in the place of the large number. Seen from the call's own side: whatever stands over
 * another one is gone in the frame in which this one comes.
 */
export function isPlaceLent(
  playing: { readonly call: number | null } | null,
  link: LinkState<OwnView>,
  showing: Showing | null,
  now: EpochMs,
): boolean {
  return playing !== null && playing.call === (showing?.call.call ?? null) && isPlaceFree(link, showing, now)
}

/**
 * Whether the place of the large number may be lent to the office's pictures at all: only on a live board that calls
 * numbers, while somebody may be called (it is never dimmed then), with nothing said across it and no call that still waits
 * for its turn there.
 */
export function isPlaceFree(link: LinkState<OwnView>, showing: Showing | null, now: EpochMs): boolean {
  if (link.message === null || link.freshness !== 'live') return false
  const { view } = link.message
  const { shows, notices, recoveries, office, calls } = view
  return (
    shows.kind !== 'notices' &&
    notices.length === 0 &&
    recoveries.length === 0 &&
    (showing?.call.call ?? null) === (calls[0]?.call ?? null) &&
    // When the office opens is of more use than any picture.
    (office.opening.open || isCalling(view, now)) &&
    !saysUnconfirmed(office, now)
  )
}
