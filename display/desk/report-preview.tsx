import { useLayoutEffect, useRef, useState } from 'react'
import type { NoticeId } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { Language } from '../../shared/language.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { boardLayout } from '../lobby/board-layout.ts'
import { FitBox } from '../lobby/fit-box.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { useDesk } from './desk-context.ts'
import { previewOf } from './draft-preview.ts'
import styles from './report.module.css'

/**
 * The banner as the lobby screen will draw it: its own box, at the size of a full-HD screen, made smaller as a whole.
 * Where that would be too small to read, on a phone, the same banner stands in the phone's own size.
 */
export function ReportPreview({
  view,
  content,
  editing,
  language,
}: {
  readonly view: DeskView
  readonly content: NoticeContent | null
  readonly editing: NoticeId | null
  /** The language of the banner; the desk around it keeps its own. */
  readonly language: Language
}) {
  const { say, timeZone, now } = useDesk()
  const frame = useRef<HTMLDivElement>(null)
  const [widthPx, setWidthPx] = useState(0)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const measure = () => setWidthPx(element.clientWidth)
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  const { bannerPx, unitPx } = boardLayout(fullHd, 1, false)
  const scale = widthPx / fullHd.width
  const notices = content === null ? [] : [previewOf(content, editing, view, now)]
  const banner = <NoticeBanner notices={notices} language={language} timeZone={timeZone} now={now} />
  return (
    <section className={styles['preview']} aria-label={say('preview')}>
      <div ref={frame} className={styles['screen']}>
        {widthPx >= scaledPxMin ? (
          <div style={{ height: bannerPx * scale }}>
            {content === null ? (
              <p className={styles['nothing']}>{say('preview_nothing')}</p>
            ) : (
              <div
                className={styles['board']}
                lang={language}
                style={{ width: fullHd.width, height: bannerPx, transform: `scale(${scale})` }}
              >
                <FitBox sizeMin={1.2 * unitPx} sizeMax={4.4 * unitPx}>
                  {banner}
                </FitBox>
              </div>
            )}
          </div>
        ) : (
          <div lang={language}>
            {content === null ? <p className={styles['nothing']}>{say('preview_nothing')}</p> : banner}
          </div>
        )}
      </div>
    </section>
  )
}

const fullHd = { width: 1920, height: 1080 }
const scaledPxMin = 560
