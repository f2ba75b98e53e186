import { useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './fit-box.module.css'

/**
 * A box of fixed size whose words are set as large as fits without scrolling, from `sizeMax` down to `sizeMin` (px).
 * What is in it may know how to say less: the attribute `data-level` goes up from 0 to `levels` - 1 until it fits.
 * Only where the shortest does not fit either is it set smaller, down to `sizeLeast`.
 *
 * It measures again when what is in it changes, and once the typeface has come.
 */
export function FitBox({
  sizeMin,
  sizeMax,
  sizeLeast = sizeMin,
  levels = 1,
  children,
}: {
  readonly sizeMin: number
  readonly sizeMax: number
  readonly sizeLeast?: number
  readonly levels?: number
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    const measure = () => fit(box, { sizeMin, sizeMax, sizeLeast, levels })
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
  }, [sizeMin, sizeMax, sizeLeast, levels])
  return (
    <div ref={ref} className={styles['box']}>
      {children}
    </div>
  )
}

interface Sizes {
  readonly sizeMin: number
  readonly sizeMax: number
  readonly sizeLeast: number
  readonly levels: number
}

// Stepping down rather than halving: a layout that changes with the size fits at some sizes and not between them.
function fit(box: HTMLElement, { sizeMin, sizeMax, sizeLeast, levels }: Sizes): void {
  const fitsAt = (size: number) => {
    box.style.fontSize = `${size}px`
    return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth
  }
  let isFitting = false
  for (let level = 0; level < levels && !isFitting; level++) {
    box.dataset['level'] = String(level)
    isFitting = fitsAt(sizeMin)
  }
  const floor = isFitting ? sizeMin : sizeLeast
  for (let size = sizeMax; ; size *= stepDown) {
    const tried = Math.max(size, floor)
    if (fitsAt(tried) || tried === floor) return
  }
}

const stepDown = 0.96
