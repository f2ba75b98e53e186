import { useEffect, useRef } from 'react'
import { noBurst, readKey, type KeyBurst } from './key-burst.ts'
import type { Action, Page } from './visit.ts'

/**
 * Keys that are no ticket buttons. A scanner, which types a whole code and ends it with Enter, is listened to on every
 * page, and what it types presses no button that has the focus. A keyboard is listened to where a page asks for signs.
 * `isReachable` is false while nothing could be answered.
 */
export function useKeys(page: Page, isReachable: boolean, act: (action: Action) => void): void {
  const latest = useRef({ page, isReachable })
  useEffect(() => {
    latest.current = { page, isReachable }
  })
  useEffect(() => {
    let burst: KeyBurst = noBurst
    let timer: ReturnType<typeof setTimeout> | undefined
    /** Signs that turned out to be a person's. */
    const type = (signs: string) => {
      clearTimeout(timer)
      for (const key of signs) act({ type: 'type', key })
    }
    const pressed = (event: KeyboardEvent) => {
      const { key } = event
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const { page, isReachable } = latest.current
      const before = burst.text
      const { burst: next, scanned } = readKey(burst, key, event.timeStamp)
      burst = next
      if (scanned !== null) {
        clearTimeout(timer)
        event.preventDefault()
        event.stopImmediatePropagation()
        if (isReachable) act({ type: 'scan', code: scanned })
        return
      }
      if (page.kind !== 'code' && page.kind !== 'staff') {
        if (burst.text.length > 1) event.preventDefault()
        return
      }
      // Enter and the space bar press the button that has the focus.
      const isForButton = document.activeElement instanceof HTMLButtonElement
      if (key === 'Enter') {
        type(before)
        if (!isForButton) act(enterOn(page))
      } else if (key === 'Backspace' || (key === ' ' && isForButton)) {
        type(before)
        burst = noBurst
        if (key === 'Backspace') act({ type: 'type', key })
      } else if (key.length === 1) {
        event.preventDefault()
        if (burst.text.length === 1) type(before)
        clearTimeout(timer)
        timer = setTimeout(() => {
          type(burst.text)
          burst = noBurst
        }, typedAfterMs)
      }
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', pressed, { capture: true })
    }
  }, [act])
}

/** Enter goes on where that means one thing; a notice is raised only by its own button. */
function enterOn(page: Page & { kind: 'code' | 'staff' }): Action {
  return page.kind === 'staff' ? { type: 'report', action: { type: 'next' } } : { type: 'use-return' }
}

/** How long a scanner that has halted is waited for; a person sees the sign then, or with the next key. */
const typedAfterMs = 200
