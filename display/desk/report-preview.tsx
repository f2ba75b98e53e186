import { useLayoutEffect, useRef, useState } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { useDesk } from './desk-context.ts'
import styles from './report.module.css'
import { TvBanner, tvScreen } from './tv-banner.tsx'

/**
 * The banner as the lobby screen will draw it. Where that would be too small to read, on a phone, the same banner stands
 * in the phone's own size. The languages that are not looked at are drawn out of sight, so that own words too long in
 * one of them are found before they are raised. Where the screen would leave out the same without them, because names
 * are long or much stands beside, they are not: nobody can do anything about that.
 */
export function ReportPreview({
  notices,
  ownless,
  languages,
  shown,
  at,
  onFits,
}: {
  /** The gravest first; none as long as nothing is said to be affected. */
  readonly notices: readonly NoticeView[]
  /** The same without the author's own words; null where there are none. */
  readonly ownless: readonly NoticeView[] | null
  /** All that the office speaks. */
  readonly languages: readonly Language[]
  readonly shown: Language
  /** When it goes up. */
  readonly at: EpochMs
  readonly onFits: (board: MeasuredBoard, language: Language, fits: boolean) => void
}) {
  const { say, timeZone } = useDesk()
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
  const isScaled = widthPx >= scaledPxMin
  const onWholeFits = (language: Language, fits: boolean) => onFits('whole', language, fits)
  const scale = widthPx / tvScreen.width
  const unseen = notices.length === 0 ? [] : languages.filter((language) => !isScaled || language !== shown)
  return (
    <section className={styles['preview']} aria-label={say('preview')}>
      <div ref={frame} className={styles['screen']}>
        {notices.length === 0 ? (
          <p className={styles['nothing']}>{say('preview_nothing')}</p>
        ) : isScaled ? (
          <TvBanner notices={notices} language={shown} now={at} scale={scale} onFits={onWholeFits} />
        ) : (
          <div lang={shown}>
            <NoticeBanner notices={notices} language={shown} timeZone={timeZone} now={at} />
          </div>
        )}
      </div>
      <div className={styles['unseen']} aria-hidden="true" inert>
        {unseen.map((language) => (
          <TvBanner key={language} notices={notices} language={language} now={at} scale={1} onFits={onWholeFits} />
        ))}
        {ownless !== null &&
          languages.map((language) => (
            <TvBanner
              key={`${language} ownless`}
              notices={ownless}
              language={language}
              now={at}
              scale={1}
              onFits={(_, fits) => onFits('ownless', language, fits)}
            />
          ))}
      </div>
    </section>
  )
}

/** What is measured: the banner as it would go up, and the same without its author's own words. */
export type MeasuredBoard = 'whole' | 'ownless'

/** Narrower than this, in CSS pixels, the picture of a whole lobby screen cannot be read. */
const scaledPxMin = 560
