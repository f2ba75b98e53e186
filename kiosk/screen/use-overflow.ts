import { useEffect, useState, type RefObject } from 'react'

/** Whether a box holds more than it shows: further down, only further up (its end is seen), or nothing more. */
export type Rest = 'none' | 'below' | 'above'

/**
 * Looks whether what `box` holds would fit into all of `room`, also into the part of it that a button for more takes up.
 * So the answer does not depend on the one before: a page that was too long for a moment, while its letters were still
 * wider, gets rid of its button again.
 */
export function useOverflow(room: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): Rest {
  const [rest, setRest] = useState<Rest>('none')
  useEffect(() => {
    const [around, element] = [room.current, box.current]
    if (!around || !element) return undefined
    const look = () => {
      const { marginTop, marginBottom } = getComputedStyle(element)
      const heightMax = around.clientHeight - Number.parseFloat(marginTop) - Number.parseFloat(marginBottom)
      const hidden = element.scrollHeight - element.clientHeight
      const isWhole = element.scrollHeight <= heightMax + 1
      setRest(isWhole ? 'none' : element.scrollTop < hidden - 1 ? 'below' : 'above')
    }
    const sizes = new ResizeObserver(look)
    const watch = () => {
      for (const part of [around, element, ...element.children]) sizes.observe(part)
      look()
    }
    watch()
    const parts = new MutationObserver(watch)
    parts.observe(element, { childList: true })
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      parts.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [room, box])
  return rest
}
