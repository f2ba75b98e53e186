import type { PhoneView } from '../../shared/views/phone.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import { isSocketSilent } from '../lobby/second-path.ts'
import type { Link } from '../ui/connect.ts'

/**
 * A second way to the hub, for a phone whose network lets no socket through: the same view by plain HTTP, every ten
 * seconds, until the socket speaks again. What does not come changes nothing; an answer older than what the phone holds
 * is refused by the link.
 */
export function watchSecondPath(link: Link<PhoneView>, address: string, token: string): () => void {
  const openedAt = Date.now()
  let asked = -Infinity
  let heardHereAt: number | null = null
  let isAsking = false

  const ask = async () => {
    try {
      const answer = await fetch(`${address}/api/t/${token}.json`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(answerMsMax),
      })
      if (!answer.ok) return
      const message = (await answer.json()) as ViewMessage<PhoneView>
      if (message.view.kind !== 'phone') return
      link.hear(message)
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

const askEveryMs = 10_000
const answerMsMax = 8_000
