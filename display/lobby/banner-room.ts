import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { factWeights, marksOf, noticeFacts, stillOpenTogether, type NoticeFact } from '../ui/notice-banner-facts.ts'
import type { Screen } from './legibility.ts'

/**
 * How high the banner must be, in CSS pixels, to say one or two notices in full and in large letters; null for more of
 * them, of which less is said anyway. Worked out from the lengths of the sentences, so that the board knows its places
 * before anything is drawn. An estimate: the banner sets its words as large as fits into the box that it really gets.
 */
export function bannerRoomPx(
  notices: readonly NoticeView[],
  language: Language,
  timeZone: string,
  now: EpochMs,
  screen: Screen,
): number | null {
  const units = sentenceUnits[notices.length]
  if (units === undefined) return null
  const sizePx = (units * Math.min(screen.width, screen.height)) / 100
  // From here on in the size of a sentence.
  const width = screen.width / sizePx - paddingsEm
  const isAlone = notices.length === 1
  const heights = notices.map((notice) => {
    const text = noticeText(notice, language, timeZone, now)
    const marks = marksOf(notice).length
    const headingEm = isAlone ? headingAloneEm : headingsEm
    const signs = (signEm + marks * markEm) * headingEm
    const heading = linesOf(text.heading, width - signs, headingEm * boldLetterEm) * headingLineEm * headingEm
    return heading + factsHeight(noticeFacts(text, false), width) + (isAlone ? noticeAloneEm : noticeEm)
  })
  const stillOpen = stillOpenTogether(notices, language, timeZone, now)
  const together = stillOpen === null ? 0 : linesOf(stillOpen, width, boldLetterEm) * lineEm + togetherEm
  return (heights.reduce((sum, height) => sum + height, together) + shiftEm) * sizePx
}

/** Beside each other where the banner is wide, as the banner's own style has it; else one below the other. */
function factsHeight(facts: readonly NoticeFact[], width: number): number {
  if (width + paddingsEm < besideEmMin) {
    const lines = facts.flatMap(({ said }) => said).reduce((sum, said) => sum + linesOf(said, width, letterEm), 0)
    return lines * lineEm + (facts.length - 1) * factGapEm
  }
  const weights = factWeights(facts, true)
  const weight = weights.reduce((sum, each) => sum + each, 0)
  const inner = width - (facts.length - 1) * columnGapEm
  const lines = facts.map(({ said }, i) =>
    said.reduce((sum, each) => {
      const column = (inner * (weights[i] ?? 0)) / weight - (i === 0 ? 0 : columnPaddingEm)
      return sum + linesOf(each, column, letterEm)
    }, 0),
  )
  return Math.max(0, ...lines) * lineEm
}

function linesOf(text: string, widthEm: number, letterEm: number): number {
  return Math.max(1, Math.ceil((text.length * letterEm) / (widthEm * filled)))
}

/** Of one notice 40 px of 1080, of two 33; in hundredths of the shorter side. */
const sentenceUnits: Readonly<Record<number, number>> = { 1: 3.75, 2: 3.1 }
/** The mean width of a letter of the bundled typeface. */
const letterEm = 0.5
const boldLetterEm = 0.54
/** The part of a line that is filled where lines break at words. */
const filled = 0.94
/** Lines, margins and signs of `notice-banner.module.css`. */
const lineEm = 1.25
const paddingsEm = 2
const headingAloneEm = 1.5
const headingsEm = 1.45
const headingLineEm = 1.15
const signEm = 1.6
const markEm = 2.1
const noticeEm = 0.8
const noticeAloneEm = 1.1
const togetherEm = 0.65
const factGapEm = 0.45
const besideEmMin = 46
const columnGapEm = 1.6
const columnPaddingEm = 1.5
/** What the slow shift of the picture takes at the edge. */
const shiftEm = 0.3
