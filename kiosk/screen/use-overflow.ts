import { useEffect, useState, type RefObject } from 'react'

/** Whether a box holds more than it shows: further down, only further up (its end is seen), or nothing more. */
export type Rest = 'none' | 'below' | 'above'

export function useOverflow(box: RefObject<HTMLElement | null>): Rest {
  const [rest, setRest] = useState<Rest>('none')
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const look = () => {
      const hidden = element.scrollHeight - element.clientHeight
      setRest(hidden <= 1 ? 'none' : element.scrollTop < hidden - 1 ? 'below' : 'above')
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return rest
}
