import type { Link } from '../ui/connect.ts'
import { hubTime } from '../ui/link.ts'
import { emptyQueue, reduceCalls, type Showing } from './call-queue.ts'
import type { OwnView } from './own-view.ts'

/**
 * The queue of calls of one page, fed by its link and driven by a steady clock. A store for `useSyncExternalStore`. A TV
 * that is told to show something else begins afresh: what was called elsewhere is no news on it.
 */
export interface CallBoard {
  readonly showing: () => Showing | null
  readonly subscribe: (listener: () => void) => () => void
}

export function watchCalls(link: Pick<Link<OwnView>, 'state' | 'subscribe'>): CallBoard {
  const listeners = new Set<() => void>()
  let queue = emptyQueue
  let taken: object | null = null
  let shown: string | null = null

  const take = (event: Parameters<typeof reduceCalls>[1]) => {
    const before = queue.showing
    queue = reduceCalls(queue, event)
    if (queue.showing === before) return
    for (const listener of listeners) listener()
  }
  const look = () => {
    const { message } = link.state()
    if (message === null || message === taken) return
    taken = message
    const { epoch, view } = message
    const shows = JSON.stringify(view.shows)
    if (shows !== shown) queue = { ...emptyQueue, showing: queue.showing }
    shown = shows
    take({ type: 'view', epoch, calls: view.calls, hubNow: hubTime(link.state(), Date.now()), at: performance.now() })
  }
  link.subscribe(look)
  look()
  setInterval(() => take({ type: 'tick', at: performance.now() }), tickMs)
  return {
    showing: () => queue.showing,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const tickMs = 100
