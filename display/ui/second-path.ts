import type { View, ViewMessage } from '../../shared/wire.ts'
import type { Link } from './connect.ts'
import { silenceMs } from './link.ts'

/**
 * A second way to the hub, for a page whose socket is silent or whose network lets none through: the same view by plain
 * HTTP from `source`, every ten seconds, until the socket speaks again. What comes this way is as good as what the socket
 * brings, and an older one is refused by the link; what does not come changes nothing.
 */
export function watchSecondPath<V extends View>(link: Link<V>, source: string): () => void {
  const openedAt = Date.now()
  let asked = -Infinity
  let heardHereAt: number | null = null
  let isAsking = false

  const ask = async () => {
    try {
      const answer = await fetch(source, {
        cache: 'no-store',
        signal: AbortSignal.timeout(answerMsMax),
      })
      if (!answer.ok) return
      link.hear((await answer.json()) as ViewMessage<V>)
      heardHereAt = link.state().heardAt
    } catch {
      // No way through here either: the page already says since when it has not heard.
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
