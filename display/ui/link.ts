import type { Beat, View, ViewMessage } from '../../shared/wire.ts'
import { keepEqual } from './keep-equal.ts'

/**
 * A screen's link to the hub, as a pure reducer: what it last heard, how old that is, and what it may still show.
 *
 * L-1  Only a newer view replaces the one held: a higher version, or any version of another epoch.
 * L-2  A view that is not older, or a beat that names the view held, proves that what is shown is current; nothing else
 *      does. Silence is measured on the screen's own clock.
 * L-3  A beat with a version that is not held asks for the view again.
 * L-4  A view restored from the screen's own store is never taken for live: its calls are old.
 * L-5  What a socket brings first after it has joined is the hub's newest, whatever its version: it replaces what was
 *      held before, and so does any view what was restored.
 *
 * It opens no socket and reads no clock (see `connect.ts`).
 */
export interface LinkState<V extends View> {
  readonly message: ViewMessage<V> | null
  /** The screen's clock when the hub was last heard, in ms; null before that. */
  readonly heardAt: number | null
  /** What to add to the screen's clock to get the hub's, in ms. */
  readonly hubAheadMs: number
  readonly freshness: Freshness
}

/**
 * connecting  nothing heard yet since the page was opened
 * live        heard within 12 s
 * quiet       silent for 12 s: say since when
 * old         silent for 60 s: waiting times no longer hold
 * silent      silent for 180 s: people are told to listen for their number
 */
export type Freshness = 'connecting' | 'live' | 'quiet' | 'old' | 'silent'

export type LinkEvent<V extends View> =
  | { readonly type: 'view'; readonly message: ViewMessage<V>; readonly at: number }
  | { readonly type: 'beat'; readonly beat: Beat; readonly at: number }
  | { readonly type: 'restored'; readonly message: ViewMessage<V>; readonly heardAt: number; readonly at: number }
  | { readonly type: 'joined' }
  | { readonly type: 'tick'; readonly at: number }

/** Silence after which each step is reached, in ms. */
export const silenceMs = { quiet: 12_000, old: 60_000, silent: 180_000 } as const

export function initialLink<V extends View>(): LinkState<V> {
  return { message: null, heardAt: null, hubAheadMs: 0, freshness: 'connecting' }
}

export function reduceLink<V extends View>(state: LinkState<V>, event: LinkEvent<V>): LinkState<V> {
  switch (event.type) {
    case 'view': {
      const { message, at } = event
      if (isOlder(message, state.message)) return state
      // A view may have been made long before it was sent, so it can only correct the clock forward; a beat sets it.
      const hubAheadMs = Math.max(message.at - at, state.heardAt === null ? -Infinity : state.hubAheadMs)
      const view = keepEqual(state.message?.view, message.view)
      return { message: { ...message, view }, heardAt: at, hubAheadMs, freshness: 'live' }
    }
    case 'beat':
      // A beat alone does not make a restored view live: the view it speaks of has not come yet.
      return missesView(state, event.beat)
        ? state
        : { ...state, heardAt: event.at, hubAheadMs: event.beat.at - event.at, freshness: 'live' }
    case 'restored':
      return state.message === null
        ? withFreshness(
            { message: replaceable(event.message), heardAt: event.heardAt, hubAheadMs: 0, freshness: 'quiet' },
            event.at,
          )
        : state
    case 'joined':
      return state.message === null ? state : { ...state, message: replaceable(state.message) }
    case 'tick':
      return withFreshness(state, event.at)
    default:
      return event satisfies never
  }
}

/** Whether the hub speaks of a view this screen does not hold, so that it should ask again. */
export function missesView<V extends View>(state: LinkState<V>, beat: Beat): boolean {
  return state.message === null || state.message.epoch !== beat.epoch || state.message.version < beat.version
}

/** The hub's clock now, as well as this screen can tell, in ms since 1970. */
export function hubTime<V extends View>(state: LinkState<V>, at: number): number {
  return at + state.hubAheadMs
}

/** The hub's clock when it was last heard, in ms since 1970; null before that. */
export function heardTime<V extends View>(state: LinkState<V>): number | null {
  return state.heardAt === null ? null : hubTime(state, state.heardAt)
}

function isOlder(message: ViewMessage, held: ViewMessage | null): boolean {
  return held !== null && message.epoch === held.epoch && message.version < held.version
}

/** The hub counts versions from one: below that, every view is newer. */
function replaceable<V extends View>(message: ViewMessage<V>): ViewMessage<V> {
  return { ...message, version: 0 }
}

function withFreshness<V extends View>(state: LinkState<V>, at: number): LinkState<V> {
  if (state.heardAt === null) return state
  const silence = at - state.heardAt
  const measured: Freshness =
    silence >= silenceMs.silent
      ? 'silent'
      : silence >= silenceMs.old
        ? 'old'
        : silence >= silenceMs.quiet
          ? 'quiet'
          : 'live'
  // A link that was never live stays at least quiet, however young what it restored is.
  const freshness = state.freshness !== 'live' && measured === 'live' ? 'quiet' : measured
  return freshness === state.freshness ? state : { ...state, freshness }
}
