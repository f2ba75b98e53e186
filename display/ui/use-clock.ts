import { useEffect, useState } from 'react'
import type { View } from '../../shared/wire.ts'
import { hubTime, type LinkState } from './link.ts'

/** The hub's time in ms, drawn afresh every `everyMs`. */
export function useClock<V extends View>(link: LinkState<V>, everyMs = 1_000): number {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return hubTime(link, at)
}
