import type { ScreenId } from '../../shared/ids.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import type { Link } from '../ui/connect.ts'
import type { LinkState } from '../ui/link.ts'
import { ownSettings, ownView, type OwnView } from './own-view.ts'

/**
 * The page's link as this TV sees it: every state with the view cut down to what the TV shows. A state, and a message in
 * it, is the same object as long as the one it was made of is: stores and queues compare them.
 */
export function ownLink(link: Link<LobbyView>, screen: ScreenId): Link<OwnView> {
  let whole: LinkState<LobbyView> | null = null
  let own: LinkState<OwnView> = { ...link.state(), message: null }
  let wholeMessage: ViewMessage<LobbyView> | null = null

  const cut = (message: ViewMessage<LobbyView> | null): ViewMessage<OwnView> | null => {
    if (message === null) return null
    if (message === wholeMessage) return own.message
    const { view } = message
    return { ...message, view: ownView(view, ownSettings(view, screen)) }
  }
  return {
    ...link,
    state: () => {
      const next = link.state()
      if (next === whole) return own
      own = { ...next, message: cut(next.message) }
      whole = next
      wholeMessage = next.message
      return own
    },
  }
}
