/**
 * Two touches that are one: a finger that trembles, or a person who is used to double clicks. The second one would land
 * on whatever the first has brought under the finger, for instance another service.
 */
export interface Touch {
  readonly x: number
  readonly y: number
  /** In ms. */
  readonly at: number
}

export function isSameTouch(before: Touch | null, next: Touch, gapMsMax: number = sameTouchLimits.gapMsMax): boolean {
  if (before === null) return false
  const nearby = Math.hypot(next.x - before.x, next.y - before.y) <= sameTouchLimits.distancePxMax
  return nearby && next.at - before.at <= gapMsMax
}

export const sameTouchLimits = {
  distancePxMax: 60,
  gapMsMax: 600,
  /** On a key, which does not move away and which "00" needs twice, only a tremble is one touch. */
  keyGapMsMax: 150,
} as const
