import { useEffect } from 'react'
import type { Action } from './visit.ts'
import { isSameTouch, sameTouchLimits, type Touch } from './touch.ts'

/**
 * What a browser does that a machine on a wall must not: menus, zoom, dragging, and taking a trembling finger for two
 * touches. Every touch also tells the flow that somebody is there.
 */
export function useManners(act: (action: Action) => void): void {
  useEffect(() => {
    const controller = new AbortController()
    const listening = { capture: true, passive: false, signal: controller.signal }
    const refuse = (event: Event) => event.preventDefault()
    for (const name of ['contextmenu', 'dragstart', 'gesturestart', 'selectstart'])
      window.addEventListener(name, refuse, listening)
    window.addEventListener('wheel', (event) => event.ctrlKey && refuse(event), listening)
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.ctrlKey && ['+', '-', '=', '0'].includes(event.key)) refuse(event)
      },
      listening,
    )
    window.addEventListener('pointerdown', () => act({ type: 'stay' }), listening)

    let last: Touch | null = null
    window.addEventListener(
      'click',
      (event) => {
        // A click made by a key or by assistive technology has no place.
        if (event.detail === 0) return
        const touch = { x: event.clientX, y: event.clientY, at: event.timeStamp }
        const isKey = event.target instanceof Element && event.target.closest('fieldset') !== null
        const same = isSameTouch(last, touch, isKey ? sameTouchLimits.keyGapMsMax : sameTouchLimits.gapMsMax)
        last = touch
        if (!same) return
        event.preventDefault()
        event.stopPropagation()
      },
      listening,
    )
    return () => controller.abort()
  }, [act])
}
