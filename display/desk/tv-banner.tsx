import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { bannerRoomPx } from '../lobby/banner-room.ts'
import { BoardBanner } from '../lobby/board-banner.tsx'
import { boardLayout } from '../lobby/board-layout.ts'
import { useDesk } from './desk-context.ts'
import styles from './tv-banner.module.css'

/**
 * The notices as the lobby screen draws them: its own banner in its own box, at the size of a full-HD screen, made
 * smaller as a whole by `scale`. It tells whether the words can be read at the size in which they fit.
 */
export function TvBanner({
  notices,
  language,
  now,
  scale,
  onFits,
}: {
  readonly notices: readonly NoticeView[]
  /** The language of the banner; the desk around it keeps its own. */
  readonly language: Language
  readonly now: EpochMs
  readonly scale: number
  readonly onFits: (language: Language, fits: boolean) => void
}) {
  const { timeZone } = useDesk()
  const tell = (fits: boolean) => onFits(language, fits)
  const roomPx = bannerRoomPx(notices, language, timeZone, now, tvScreen)
  const { bannerPx, unitPx } = boardLayout(tvScreen, notices.length, false, null, undefined, roomPx)
  return (
    <div className={styles['frame']} style={{ height: bannerPx * scale }}>
      <div
        className={styles['board']}
        lang={language}
        style={{ width: tvScreen.width, height: bannerPx, transform: `scale(${scale})` }}
      >
        <Measured sizePxMin={readableUnits * unitPx} isAlone={notices.length === 1} onFits={tell}>
          <BoardBanner notices={notices} language={language} timeZone={timeZone} now={now} unitPx={unitPx} />
        </Measured>
      </div>
    </div>
  )
}

/**
 * Watches what the box inside has settled on: the size of type, and how much it leaves out. Of one notice alone the
 * screen should say everything; of several it says less of each, which the picture shows.
 */
function Measured({
  sizePxMin,
  isAlone,
  onFits,
  children,
}: {
  readonly sizePxMin: number
  readonly isAlone: boolean
  readonly onFits: (fits: boolean) => void
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  const tell = useRef(onFits)
  useLayoutEffect(() => {
    tell.current = onFits
  })
  useLayoutEffect(() => {
    const box = ref.current?.firstElementChild
    if (!(box instanceof HTMLElement)) return undefined
    const measure = () => {
      const isReadable = parseFloat(box.style.fontSize) >= sizePxMin && box.scrollHeight <= box.clientHeight
      tell.current(isReadable && (!isAlone || Number(box.dataset['level'] ?? 0) === 0))
    }
    measure()
    const settled = new MutationObserver(measure)
    settled.observe(box, { attributes: true, attributeFilter: ['style', 'data-level'] })
    return () => settled.disconnect()
  }, [sizePxMin, isAlone])
  return (
    <div ref={ref} className={styles['measured']}>
      {children}
    </div>
  )
}

export const tvScreen = { width: 1920, height: 1080 } as const
/** The smallest type of sentences, in hundredths of the screen's height, that the board chooses of itself. */
const readableUnits = 2.6
