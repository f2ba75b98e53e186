import { useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './fit-box.module.css'

/**
 * A box of fixed size whose words are set as large as fits without scrolling, from `sizeMax` down to `sizeMin` (px). It
 * measures again when what is in it changes, and once the typeface has come.
 */
export function FitBox({
  sizeMin,
  sizeMax,
  children,
}: {
  readonly sizeMin: number
  readonly sizeMax: number
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    const measure = () => fit(box, sizeMin, sizeMax)
    measure()
    const changes = new MutationObserver(measure)
    changes.observe(box, { subtree: true, childList: true, characterData: true })
    const size = new ResizeObserver(measure)
    size.observe(box)
    document.fonts.addEventListener('loadingdone', measure)
    return () => {
      changes.disconnect()
      size.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [sizeMin, sizeMax])
  return (
    <div ref={ref} className={styles['box']}>
      {children}
    </div>
  )
}

// Stepping down rather than halving: a layout that changes with the size fits at some sizes and not between them.
function fit(box: HTMLElement, sizeMin: number, sizeMax: number): void {
  for (let size = sizeMax; ; size *= stepDown) {
    box.style.fontSize = `${Math.max(size, sizeMin)}px`
    if (size <= sizeMin || (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth)) return
  }
}

const stepDown = 0.96
