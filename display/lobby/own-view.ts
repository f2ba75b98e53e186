import type { ScreenId } from '../../shared/ids.ts'
import type { ScreenSettings, Shows } from '../../shared/screens.ts'
import { earlierCallsOfService, isServiceOf, isShownOn } from '../../shared/shown-on-screen.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'

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
 * Behind the office's latest calls come as many earlier ones as the hub remembers of one service: among so many none is
 * missing, which board and voice would take for a call that was taken back.
 */
export function ownView(view: LobbyView, settings: ScreenSettings | undefined): OwnView {
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
        calls: [
          ...view.calls.filter(({ service }) => isServiceOf(shows, service)),
          ...view.earlierCalls.filter(({ service }) => isServiceOf(shows, service)).slice(0, earlierCallsOfService),
        ],
        earlierCalls: [],
        notices: view.notices.filter((notice) => isShownOn(shows, notice)),
        planned: view.planned.filter((notice) => isShownOn(shows, notice)),
        recoveries: view.recoveries.filter((recovery) => isShownOn(shows, recovery)),
      }
    }
    default:
      return shows satisfies never
  }
}

const everything: Shows = { kind: 'everything' }
