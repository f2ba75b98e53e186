import type { Language } from '../../shared/language.ts'
import { mediaTimes, slideMs, slideText, type MediaItem } from '../../shared/media.ts'

/**
 * Which picture, video or slide stands in the place of the large number, and which is made ready behind it, as a pure
 * reducer.
 *
 * M-1  Nothing stands there unless the place is free, and what stands over one call is gone with any other call: in the
 *      same step, whatever it was doing.
 * M-2  The place is taken once the newest call has stood there for `afterCallMs`.
 * M-3  An item comes up only when it is ready. At most two are held: the one shown and the next.
 * M-4  A picture and a slide have their time; a video ends by itself, or after `videoMsMax`.
 * M-5  What cannot be shown is passed over, and tried again in a later round, not within `retryMs`.
 * M-6  One that is alone stays; alone or not, nothing is taken away before the next is ready.
 * M-7  What is taken out of the list, or out of its date, is gone in the same step.
 * M-8  After a call the turn goes on behind the one it has cut off.
 * M-9  Where motion is unwanted there are no videos.
 *
 * It loads nothing and reads no clock (see `media-stage.ts`).
 */
export interface MediaTurn {
  readonly items: readonly TurnItem[]
  readonly place: Place | null
  readonly shown: Shown | null
  readonly next: { readonly key: string; readonly isReady: boolean } | null
  /** What came up last. */
  readonly last: string | null
  readonly failed: readonly string[]
  readonly failedAt: number
}

export interface TurnItem {
  /** Changes with what is to be seen. */
  readonly key: string
  readonly kind: MediaItem['kind']
  /** How long it stands, at the most. */
  readonly ms: number
}

export interface Place {
  readonly isFree: boolean
  /** The call that stands there; null where nobody is called. */
  readonly call: number | null
  /** Since when by the screen's steady clock; null where only the look itself can tell. */
  readonly since: number | null
}

export interface Shown {
  readonly key: string
  readonly since: number
  readonly call: number | null
  /** It has said itself that it is over. */
  readonly hasEnded: boolean
}

/** `at` is the screen's own steady clock, in ms. */
export type TurnEvent =
  | { readonly type: 'look'; readonly items: readonly TurnItem[]; readonly place: Place; readonly at: number }
  | { readonly type: 'ready' | 'failed' | 'ended'; readonly key: string; readonly at: number }

export const emptyTurn: MediaTurn = {
  items: [],
  place: null,
  shown: null,
  next: null,
  last: null,
  failed: [],
  failedAt: -Infinity,
}

export function reduceTurn(turn: MediaTurn, event: TurnEvent): MediaTurn {
  switch (event.type) {
    case 'look': {
      const { items, place, at } = event
      const before = turn.place
      const since = place.since ?? (before?.call === place.call ? before.since : null) ?? at
      return advance({ ...turn, items, place: { ...place, since } }, at)
    }
    case 'ready': {
      const { next } = turn
      return next?.key === event.key ? advance({ ...turn, next: { ...next, isReady: true } }, event.at) : turn
    }
    case 'failed': {
      const { key, at } = event
      const failed = turn.failed.includes(key) ? turn.failed : [...turn.failed, key]
      const shown = turn.shown?.key === key ? null : turn.shown
      const next = turn.next?.key === key ? null : turn.next
      return advance({ ...turn, shown, next, failed, failedAt: at }, at)
    }
    case 'ended': {
      const { shown } = turn
      return shown?.key === event.key ? advance({ ...turn, shown: { ...shown, hasEnded: true } }, event.at) : turn
    }
    default:
      return event satisfies never
  }
}

/** The list as this screen takes turns in it. */
export function turnItems(
  media: readonly MediaItem[],
  language: Language,
  office: Language,
  isMotionUnwanted: boolean,
): readonly TurnItem[] {
  return media
    .filter(({ kind }) => kind !== 'video' || !isMotionUnwanted)
    .map((item): TurnItem => {
      switch (item.kind) {
        case 'picture':
          return { key: item.address, kind: 'picture', ms: mediaTimes.pictureMs }
        case 'video':
          return { key: item.address, kind: 'video', ms: mediaTimes.videoMsMax }
        case 'slide':
          return { key: item.id, kind: 'slide', ms: slideMs(slideText(item.words, language, office)) }
        default:
          return item satisfies never
      }
    })
}

/** The key of an item in its turn. */
export function keyOf(item: MediaItem): string {
  return item.kind === 'slide' ? item.id : item.address
}

function advance(turn: MediaTurn, at: number): MediaTurn {
  const prepared = prepare(withdraw(turn), at)
  const turned = turnOver(prepared, at)
  return turned === prepared ? prepared : prepare(turned, at)
}

function withdraw(turn: MediaTurn): MediaTurn {
  const { items, place, shown, next } = turn
  const isListed = (key: string) => items.some((item) => item.key === key)
  const stands = shown !== null && place?.isFree === true && shown.call === place.call && isListed(shown.key)
  return { ...turn, shown: stands ? shown : null, next: next !== null && isListed(next.key) ? next : null }
}

/** Chooses what is made ready, where nothing is: the one after the last, of those that can be shown. */
function prepare(turn: MediaTurn, at: number): MediaTurn {
  const { items, shown, last } = turn
  if (turn.next !== null) return turn
  const failed = at - turn.failedAt >= retryMs ? [] : turn.failed
  const lastPlace = items.findIndex(({ key }) => key === last)
  const behind = [...items.slice(lastPlace + 1), ...items.slice(0, lastPlace + 1)]
  const next = behind.find(({ key }) => key !== shown?.key && !failed.includes(key))
  if (next === undefined) return { ...turn, failed }
  return { ...turn, failed, next: { key: next.key, isReady: next.kind === 'slide' } }
}

/** Brings up the next one where it is its turn. */
function turnOver(turn: MediaTurn, at: number): MediaTurn {
  const { items, place, shown, next } = turn
  if (place === null || !place.isFree || at - (place.since ?? at) < mediaTimes.afterCallMs) return turn
  if (shown !== null) {
    const ms = items.find(({ key }) => key === shown.key)?.ms ?? 0
    if (!shown.hasEnded && at - shown.since < ms) return turn
    if (next === null) return { ...turn, shown: { ...shown, since: at, hasEnded: false } }
  }
  if (next === null || !next.isReady) return turn
  const { call } = place
  return { ...turn, shown: { key: next.key, since: at, call, hasEnded: false }, next: null, last: next.key }
}

export const retryMs = 30_000
