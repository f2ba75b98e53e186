import type { NoticePaper } from '../../shared/views/printing.ts'
import { say } from '../../shared/words/say.ts'
import { spell } from './code-page.ts'
import { type Block, type Line, wrap, wrapEvenly } from './layout.ts'
import { bar, charactersMax, columnsWide, gap, moment, plain, qrBlocks, words } from './paper-parts.ts'
import type { PrinterProfile } from './profiles.ts'

/** A notice for the door: what is not working in letters one can read from two metres, then what people need next. */
export function noticeBlocks(paper: NoticePaper, profile: PrinterProfile): Block[] {
  const { language } = paper
  const { columns } = profile
  const text = (sentence: string) => spell(sentence.slice(0, charactersMax), profile.codePage)
  const centered = (sentence: string, linesMax: number, style: Partial<Line> = {}) =>
    wrapEvenly(text(sentence), Math.floor(columns / (style.width ?? 1)), linesMax).map((line) => ({
      ...plain(line),
      ...style,
    }))
  const double = profile.heightMax >= 2 ? 2 : 1
  const tall: Partial<Line> = { height: double, bold: columns >= columnsWide }

  return [
    bar([text(say(words, language, 'notice_title'))], columns, double),
    gap,
    ...heading(text(paper.heading[language]), profile),
    ...paper.sentences.flatMap((sentence) => [gap, ...centered(sentence[language], sentenceLinesMax, tall)]),
    ...(paper.news ? [gap, bar(wrapEvenly(text(paper.news[language]), columns - 2, 2), columns, 1)] : []),
    ...qrBlocks(paper.link, profile, centered(say(words, language, 'notice_scan'), 2)),
    gap,
    ...centered(paper.office[language], 2),
    ...centered(
      say(words, language, 'notice_printed', { moment: moment(paper.printedAt, paper.timeZone, language) }),
      2,
    ),
  ]
}

/** As large as no word has to be broken for, at most three times the ordinary letters. */
function heading(text: string, profile: PrinterProfile): Line[] {
  const longest = Math.max(1, ...text.split(' ').map((word) => word.length))
  const scale = Math.max(1, Math.min(headingScaleMax, profile.heightMax, Math.floor(profile.columns / longest)))
  return wrap(text, Math.floor(profile.columns / scale), headingLinesMax).map((line) => ({
    ...plain(line),
    width: scale,
    height: scale,
    bold: true,
  }))
}

const headingScaleMax = 3
const headingLinesMax = 8
const sentenceLinesMax = 6
