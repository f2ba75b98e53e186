import { Image } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { DeskScreen, DeskView } from '../../shared/views/desk.ts'
import { boardLayout } from '../lobby/board-layout.ts'
import { noticesOf, showsOf } from './screens-lines.ts'
import styles from './screens-picture.module.css'

/**
 * A TV in small, in its own proportions: the strip of the notices it has painted, the number it says it shows, or that
 * pictures stand in its place, and what is beside them. A sketch from what the screen reported, not a copy of it; whoever does not see it reads the sentences.
 */
export function ScreenPicture({ screen, view }: { readonly screen: DeskScreen; readonly view: DeskView }) {
  const { report, number, painted } = screen
  const { widthPx: width, heightPx: height } = report ?? usual
  if (width === 0 || height === 0) return null
  const notices = noticesOf(screen, view.notices).filter(({ id, revision }) => painted[id] === revision)
  const scale = sidePx / Math.max(width, height)
  const layout = boardLayout({ width, height }, notices.length, false, screen.settings?.viewing)
  const px = (length: number) => length * scale
  const isNumbers = showsOf(screen).kind !== 'notices'
  return (
    <div className={styles['frame']} aria-hidden="true">
      <div className={styles['screen']} style={{ width: px(width), height: px(height) }}>
        {notices.length > 0 && (
          <div className={styles['banner']} style={{ height: px(isNumbers ? layout.bannerPx : height * 0.5) }}>
            {notices.map(({ id }) => (
              <span key={id} />
            ))}
          </div>
        )}
        <div className={styles['header']} style={{ height: px(layout.headerPx) }} />
        {isNumbers ? (
          <div className={styles['body']} data-portrait={height > width || undefined}>
            <span
              className={styles['number']}
              style={{ '--share': share(layout.nowWidthPx / width), fontSize: px(layout.numberPx) } as CSSProperties}
            >
              {report?.media ? <Image className={styles['media']} focusable="false" /> : number}
            </span>
            <Bars count={layout.rows} />
          </div>
        ) : (
          <div className={styles['services']} style={{ gridTemplateColumns: `repeat(${height > width ? 1 : 3}, 1fr)` }}>
            {view.services.map(({ id }) => (
              <span key={id} />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function Bars({ count }: { readonly count: number }) {
  return (
    <span className={styles['list']}>
      {Array.from({ length: count }, (_, row) => (
        // Rows of a sketch have no names.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={row} />
      ))}
    </span>
  )
}

function share(part: number): string {
  return `${Math.round(part * 100)}%`
}

const sidePx = 150
const usual = { widthPx: 1920, heightPx: 1080 } as const
