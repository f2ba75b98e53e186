import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { bannerLevels, NoticeBanner } from '../ui/notice-banner.tsx'
import { FitBox } from './fit-box.tsx'

/**
 * The banner as the board shows it: it fills its box and never scrolls. Of several notices less is said of each, so
 * that sentences stay at 28 px and headings at 40 px of a full-HD screen.
 */
export function BoardBanner({
  notices,
  language,
  timeZone,
  now,
  unitPx,
  isLarge = false,
}: {
  readonly notices: readonly NoticeView[]
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
  readonly unitPx: number
  /** It is what the screen is for: sentences may be as large as a heading elsewhere. */
  readonly isLarge?: boolean
}) {
  return (
    <FitBox
      sizeMin={sentenceUnitsMin * unitPx}
      sizeMax={(isLarge ? sentenceUnitsLarge : sentenceUnitsMax) * unitPx}
      sizeLeast={sentenceUnitsLeast * unitPx}
      levels={bannerLevels}
    >
      <NoticeBanner notices={notices} language={language} timeZone={timeZone} now={now} isBoard />
    </FitBox>
  )
}

/** In hundredths of the shorter side: 28 px of 1080. */
const sentenceUnitsMin = 2.6
const sentenceUnitsMax = 4.4
const sentenceUnitsLarge = 8
/** Where even the headings of a dozen notices do not fit. */
const sentenceUnitsLeast = 1.2
