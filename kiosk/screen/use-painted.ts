import { useEffect, useRef } from 'react'
import type { NoticeId } from '../../shared/ids.ts'
import type { NoticeView } from '../../shared/views/common.ts'

/**
 * Calls `onPainted` for every notice shown, each time they are put on the page, when the browser has really painted
 * them: the first animation frame comes before a paint, the second after it. A window that is hidden paints nothing
 * and says nothing.
 */
export function usePainted(
  notices: readonly NoticeView[],
  onPainted: (notice: NoticeId, revision: number) => void,
): void {
  const latest = useRef({ notices, onPainted })
  useEffect(() => {
    latest.current = { notices, onPainted }
  })
  const shown = notices.map(({ id, revision }) => `${id}.${revision}`).join(' ')
  useEffect(() => {
    if (shown === '') return undefined
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        for (const { id, revision } of latest.current.notices) latest.current.onPainted(id, revision)
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
}
