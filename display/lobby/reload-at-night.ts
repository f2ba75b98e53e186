import type { LobbyView } from '../../shared/views/lobby.ts'
import type { Link } from '../ui/connect.ts'
import { hubTime } from '../ui/link.ts'
import { isReloadDue } from './night.ts'

/** Loads the page afresh once a night, only while the hub answers: a page must not be let go that cannot come back. */
export function reloadAtNight(link: Link<LobbyView>): void {
  const openedAt = performance.now()
  setInterval(() => {
    const state = link.state()
    if (state.message === null || state.freshness !== 'live') return
    if (isReloadDue(state.message.view, hubTime(state, Date.now()), performance.now() - openedAt)) location.reload()
  }, lookEveryMs)
}

const lookEveryMs = 60_000
