import type { Link } from '../ui/connect.ts'
import { hubTime } from '../ui/link.ts'
import type { OwnView } from './own-view.ts'
import type { Player } from './sound-player.ts'
import { conductVoice } from './voice-conductor.ts'

/**
 * Has everything said that the page's link brings, for as long as the page is open; what the TV shows may change. It
 * lets the board be painted first: getting a sound ready must not hold up the frame that shows the number.
 */
export function sayCalls(link: Pick<Link<OwnView>, 'state' | 'subscribe'>, player: Player): void {
  const conductor = conductVoice(player, () => performance.now())
  let heard: object | null = null
  let shown: string | null = null
  let isLooking = false
  const look = () => {
    isLooking = false
    const { message } = link.state()
    if (message === null || message === heard) return
    heard = message
    const shows = JSON.stringify(message.view.shows)
    if (shows !== shown) conductor.forget()
    shown = shows
    conductor.hear({ epoch: message.epoch, ...message.view }, hubTime(link.state(), Date.now()))
  }
  link.subscribe(() => {
    if (isLooking) return
    isLooking = true
    setTimeout(look, paintedMs)
  })
  look()
  setInterval(() => conductor.tick(hubTime(link.state(), Date.now()), link.state().freshness === 'live'), tickMs)
}

const tickMs = 250
/** Two frames and a little. */
const paintedMs = 40
