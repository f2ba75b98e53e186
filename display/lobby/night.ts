import { localTime } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'

/**
 * What a screen does for itself over weeks: it dims while the office sleeps, moves the picture by a hair so that
 * nothing burns in, and loads its page afresh once a night.
 */

/**
 * Dark while closed, until an hour before opening; bright as long as somebody may still be called, and while numbers
 * are given before the counters open.
 */
export function isDimmed(view: LobbyView, now: EpochMs): boolean {
  const { open, until } = view.office.opening
  if (open || view.office.early || isCalling(view, now)) return false
  return until === null || until - now > brightBeforeOpeningMs
}

/** Somebody was called lately, whatever the clock says of the opening hours. */
export function isCalling(view: LobbyView, now: EpochMs): boolean {
  const newest = view.calls[0]
  return newest !== undefined && now - newest.at < callingMs
}

/** How far the picture is moved now, in hundredths of the shorter side: once round a small ring in 40 minutes. */
export function shiftOf(now: EpochMs): { readonly x: number; readonly y: number } {
  const step = Math.floor(now / shiftEveryMs) % ring.length
  const [x, y] = ring[step] ?? [0, 0]
  return { x: x * shiftUnits, y: y * shiftUnits }
}

/**
 * Whether the page should be loaded afresh now: between two and four at night, nobody waiting or called, the hub
 * answering, and not within six hours of the last time, so that it happens once a night.
 */
export function isReloadDue(view: LobbyView, now: EpochMs, openForMs: number): boolean {
  const { minute } = localTime(now, view.office.timeZone)
  const isNight = minute >= 2 * 60 && minute < 4 * 60
  const isEmpty = view.services.every(({ waiting }) => waiting === 0) && !isCalling(view, now)
  return isNight && isEmpty && openForMs > reloadNotBeforeMs
}

const ring: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
]
const shiftUnits = 0.3
const shiftEveryMs = 5 * 60_000
const brightBeforeOpeningMs = 60 * 60_000
const callingMs = 60 * 60_000
const reloadNotBeforeMs = 6 * 60 * 60_000
