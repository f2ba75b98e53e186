import { useEffect, useRef } from 'react'
import type { NoticeId } from '../../shared/ids.ts'
import type { NoticeView } from '../../shared/views/common.ts'

/**
 * Calls `onPainted` for every notice shown, once for each revision of it, when the browser has really painted it: the
 * first animation frame comes before a paint, the second after it. A window that is hidden paints nothing and says so.
 */
export function usePainted(
  notices: readonly NoticeView[],
  onPainted: (notice: NoticeId, revision: number) => void,
): void {
  const told = useRef(new Set<string>())
  const tell = useRef(onPainted)
  useEffect(() => {
    tell.current = onPainted
  })
  const shown = JSON.stringify(notices.map(({ id, revision }) => [id, revision]))
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        for (const [notice, revision] of JSON.parse(shown) as [NoticeId, number][]) {
          const key = `${notice} ${revision}`
          if (told.current.has(key)) continue
          told.current.add(key)
          tell.current(notice, revision)
        }
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
}
