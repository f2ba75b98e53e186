import { localDate } from '../../shared/day.ts'
import type { ScreenId } from '../../shared/ids.ts'
import type { ScreenSettings, Shows } from '../../shared/screens.ts'
import { isServiceOf, isShownOn } from '../../shared/shown-notices.ts'
import type { LobbyCall, LobbyView } from '../../shared/views/lobby.ts'

/** What the hub sends every TV, cut down to what this one shows; board and voice know nothing else. */
export interface OwnView extends LobbyView {
  readonly shows: Shows
}

/** What was said of this screen; undefined where nothing was. */
export function ownSettings({ screens }: LobbyView, screen: ScreenId): ScreenSettings | undefined {
  return screens.find((each) => each.screen === screen)
}

/**
 * Of the whole office what this TV shows: everything, or the calls of its services with what touches them, or no calls
 * at all. One whose services the office no longer has shows everything rather than nothing.
 *
 * The hub keeps the office's latest calls alone, so `before` are this TV's own: they stay when others push them out.
 */
export function ownView(
  view: LobbyView,
  settings: ScreenSettings | undefined,
  before: readonly LobbyCall[] = [],
): OwnView {
  const shows = settings?.shows ?? everything
  switch (shows.kind) {
    case 'everything':
      return { ...view, shows }
    case 'notices':
      return { ...view, shows, calls: [] }
    case 'services': {
      const services = view.services.filter((service) => isServiceOf(shows, service))
      if (services.length === 0) return { ...view, shows: everything }
      return {
        ...view,
        shows,
        services,
        calls: withEarlier(view, before).filter(({ service }) => isServiceOf(shows, service)),
        notices: view.notices.filter((notice) => isShownOn(shows, notice)),
        planned: view.planned.filter((notice) => isShownOn(shows, notice)),
        recoveries: view.recoveries.filter((recovery) => isShownOn(shows, recovery)),
      }
    }
    default:
      return shows satisfies never
  }
}

/** The calls of the view, and behind them those of the same day that are older than all of these. */
function withEarlier({ calls, office }: LobbyView, before: readonly LobbyCall[]): readonly LobbyCall[] {
  const oldest = calls.at(-1)
  if (!oldest) return []
  const day = localDate(oldest.at, office.timeZone)
  const earlier = before.filter(
    ({ call, ticket, at }) =>
      call < oldest.call && localDate(at, office.timeZone) === day && !calls.some((newer) => newer.ticket === ticket),
  )
  return [...calls, ...earlier].slice(0, calls.length + earlierMax)
}

const everything: Shows = { kind: 'everything' }
/** As many rows as the longest list on a board has, and more. */
const earlierMax = 20
