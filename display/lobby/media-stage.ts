import type { Language } from '../../shared/language.ts'
import type { MediaFile, MediaItem } from '../../shared/media.ts'
import type { Link } from '../ui/connect.ts'
import { hubTime } from '../ui/link.ts'
import type { CallBoard } from './call-board.ts'
import { loadMedia, type Loaded } from './media-loading.ts'
import { isPlaceFree } from './media-place.ts'
import { emptyTurn, keyOf, reduceTurn, turnItems, type MediaTurn, type Shown, type TurnEvent } from './media-turn.ts'
import type { OwnView } from './own-view.ts'

/**
 * The turn of pictures, videos and slides on one page, fed by its link and its calls and driven by a steady clock. A
 * store for `useSyncExternalStore`. It holds at most two files at a time and lets go of them itself.
 */
export interface MediaStage {
  readonly playing: () => Playing | null
  readonly subscribe: (listener: () => void) => () => void
}

/** What stands in the place of the large number, and over which call. */
export interface Playing {
  readonly item: MediaItem
  readonly call: number | null
  /** The picture or video itself, ready to be put on the page; null for a slide. */
  readonly element: HTMLElement | null
}

export function watchMedia(
  link: Pick<Link<OwnView>, 'state' | 'subscribe'>,
  calls: CallBoard,
  address: string,
  languageOf: (view: OwnView) => Language,
): MediaStage {
  const listeners = new Set<() => void>()
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  const held = new Map<string, Loaded>()
  let media: readonly MediaItem[] = []
  let turn = emptyTurn
  let started: Shown | null = null
  let playing: Playing | null = null

  const take = (event: TurnEvent) => {
    const before = turn
    turn = reduceTurn(turn, event)
    holdFiles(before)
    const next = playingNow()
    if (next?.item === playing?.item && next?.call === playing?.call && next?.element === playing?.element) return
    playing = next
    for (const listener of listeners) listener()
  }

  /**
   * Loads what is next, lets go of what is neither shown nor next, and sets a video going. What a call has cut off and is
   * next again, because it is alone, begins afresh like any other.
   */
  const holdFiles = (before: MediaTurn) => {
    const { shown, next } = turn
    const isKept = (key: string) => key === shown?.key || (key === next?.key && key === before.next?.key)
    for (const [key, loaded] of held) {
      if (isKept(key)) continue
      loaded.letGo()
      held.delete(key)
    }
    const file = media.find((item): item is MediaFile => keyOf(item) === next?.key && item.kind !== 'slide')
    if (file && !held.has(file.address)) held.set(file.address, load(file))
    if (shown !== null && shown.since !== started?.since) held.get(shown.key)?.play()
    started = shown
  }
  const load = (file: MediaFile): Loaded =>
    loadMedia(file, address + file.address, (type) => take({ type, key: file.address, at: performance.now() }))

  const playingNow = (): Playing | null => {
    const { shown } = turn
    const item = media.find((each) => keyOf(each) === shown?.key)
    if (shown === null || item === undefined) return null
    return { item, call: shown.call, element: held.get(shown.key)?.element ?? null }
  }

  const look = () => {
    const state = link.state()
    const view = state.message?.view
    if (!view) return
    if (view.media.length === 0 && turn.items.length === 0) return
    media = view.media
    for (const item of media) if (item.kind !== 'slide') held.get(item.address)?.describe(item.description)
    const showing = calls.showing()
    take({
      type: 'look',
      items: turnItems(media, languageOf(view), view.office.language, motion.matches),
      place: {
        isFree: isPlaceFree(state, showing, hubTime(state, Date.now())),
        call: showing?.call.call ?? null,
        since: showing?.since ?? null,
      },
      at: performance.now(),
    })
  }
  link.subscribe(look)
  calls.subscribe(look)
  setInterval(look, tickMs)
  look()
  return {
    playing: () => playing,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const tickMs = 500
