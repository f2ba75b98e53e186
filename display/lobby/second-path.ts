import type { LobbyView } from '../../shared/views/lobby.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import type { Link } from '../ui/connect.ts'
import { silenceMs } from '../ui/link.ts'

/**
 * A second way to the hub, for a board whose socket is silent: the same view by plain HTTP, every ten seconds, until
 * the socket speaks again. What comes this way is as good as what the socket brings; what does not come changes nothing.
 */
export function watchSecondPath(link: Link<LobbyView>, address: string): () => void {
  const openedAt = Date.now()
  let asked = -Infinity
  let heardHereAt: number | null = null
  let isAsking = false

  const ask = async () => {
    try {
      const answer = await fetch(`${address}/api/lobby.json`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(answerMsMax),
      })
      if (!answer.ok) return
      const message = (await answer.json()) as ViewMessage<LobbyView>
      if (message.view.kind !== 'lobby') return
      link.hear(message)
      heardHereAt = link.state().heardAt
    } catch {
      // No way through here either: the board already says since when it has not heard.
    }
  }
  const timer = setInterval(() => {
    const now = Date.now()
    const heardAt = link.state().heardAt
    if (isAsking || now - asked < askEveryMs || !isSocketSilent(heardAt ?? openedAt, heardHereAt, now)) return
    asked = now
    isAsking = true
    void ask().finally(() => {
      isAsking = false
    })
  }, 1_000)
  return () => clearInterval(timer)
}

/** Whether the socket has been silent too long: nothing heard lately, or the last thing heard came by this way. */
export function isSocketSilent(heardAt: number, heardHereAt: number | null, now: number): boolean {
  return now - heardAt >= silenceMs.quiet || heardAt === heardHereAt
}

const askEveryMs = 10_000
const answerMsMax = 8_000
