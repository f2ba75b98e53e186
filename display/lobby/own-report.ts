import type { EpochMs } from '../../shared/ids.ts'
import type { Viewing } from '../../shared/viewing.ts'
import type { ScreenReport } from '../../shared/wire.ts'
import { boardLayout } from './board-layout.ts'
import type { Showing } from './call-queue.ts'
import type { Screen } from './legibility.ts'
import { isCalling } from './night.ts'
import type { OwnView } from './own-view.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'

/** What this TV tells the desk about itself; the same value as long as nothing of it changes. */
export function ownReport({
  view,
  showing,
  screen,
  viewing,
  now,
  soundIsOff,
  version,
  showsMedia,
}: {
  readonly view: OwnView
  readonly showing: Showing | null
  readonly screen: Screen
  readonly viewing: Viewing | null
  readonly now: EpochMs
  readonly soundIsOff: boolean
  readonly version: string
  /** Whatever it is that plays: a report for each slide would be too many. */
  readonly showsMedia: boolean
}): ScreenReport {
  return {
    version,
    widthPx: screen.width,
    heightPx: screen.height,
    sound: soundIsOff ? 'off' : 'on',
    call: callShown(view, showing, now)?.call ?? null,
    // A screen without calls has no number to be read.
    isLegible: view.shows.kind === 'notices' ? null : (boardLayout(screen, 0, false, viewing).reach?.fits ?? null),
    // Left out where there are none, so that a hub of before takes it as well.
    ...(showsMedia && { media: true }),
  }
}

/** The call that stands on the board: none once the office is closed and nobody has been called for long. */
export function callShown(view: OwnView, showing: Showing | null, now: EpochMs): LobbyCall | null {
  return view.office.opening.open || isCalling(view, now) ? (showing?.call ?? null) : null
}

/** Of the page that runs: the name of its program, which the build gives another name when anything in it changes. */
export function pageVersion(page: Document): string {
  const source = page.querySelector('script[src]')?.getAttribute('src') ?? ''
  return (source.split('/').at(-1) ?? '').replace(/\.\w+$/, '').slice(0, versionLengthMax)
}

const versionLengthMax = 60
