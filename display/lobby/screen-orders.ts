import type { ScreenOrder } from '../../shared/wire.ts'
import type { OfficeLink } from '../ui/connect.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'

/** What a desk has this TV do: load its page anew, or say for a while which one it is. A store, as `isNamed` is shown. */
export interface ScreenOrders {
  /** Whether the TV says its name now. */
  readonly isNamed: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

export function followOrders(link: Pick<OfficeLink<LobbyView>, 'onOrder'>, reload: () => void): ScreenOrders {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const name = (next: ReturnType<typeof setTimeout> | null) => {
    if (timer !== null) clearTimeout(timer)
    timer = next
    for (const listener of listeners) listener()
  }
  const follow: Readonly<Record<ScreenOrder['order'], () => void>> = {
    'show-name': () => name(setTimeout(() => name(null), nameShownMs)),
    // The desk is still to be told that the order was heard.
    reload: () => void setTimeout(reload, heardMs),
  }
  link.onOrder((order) => follow[order]())
  return {
    isNamed: () => timer !== null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const nameShownMs = 15_000
const heardMs = 500
