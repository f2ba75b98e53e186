import { useEffect } from 'react'
import { canBeOutageKey, usualOutageKey } from '../../shared/outage-key.ts'
import type { Action } from './visit.ts'

/**
 * The key with which staff say that something does not work: hidden in the machine or on its button box, and held for
 * 3 s, so that nobody comes upon it by chance. Until then nothing is seen of it. `code` is the key's place on a
 * keyboard, as in `KeyboardEvent.code`; `isReachable` is false while nothing could be raised.
 */
export function useOutageKey(code: string, isReachable: boolean, act: (action: Action) => void): void {
  useEffect(() => {
    if (!isReachable) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const letGo = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const down = (event: KeyboardEvent) => {
      if (event.code !== code) return
      event.preventDefault()
      // A key that is held repeats itself.
      if (!event.repeat && timer === undefined) timer = setTimeout(() => act({ type: 'hold-key' }), holdMs)
    }
    const up = (event: KeyboardEvent) => {
      if (event.code === code) letGo()
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', letGo)
    return () => {
      letGo()
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', letGo)
    }
  }, [code, isReachable, act])
}

/** The key as the page's address names it (`?outage-key=F12`), else, or where that is no key, the one hardly anything else uses. */
export function outageKeyIn(search: string): string {
  const named = new URLSearchParams(search).get('outage-key') ?? ''
  return canBeOutageKey(named) ? named : usualOutageKey
}

const holdMs = 3_000
