import { useSyncExternalStore } from 'react'
import type { Screen } from './legibility.ts'

/** The size of the window in CSS pixels, followed as it changes (a television that is turned, a monitor switched on). */
export function useWindowSize(): Screen {
  const size = useSyncExternalStore(subscribe, () => `${innerWidth}x${innerHeight}`)
  const [width = 0, height = 0] = size.split('x').map(Number)
  return { width, height }
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}
