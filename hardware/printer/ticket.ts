import type { Language } from '../../shared/language.ts'
import type { Paper, SetupPaper, TestStripPaper, TicketPaper, WaitRange } from '../../shared/views/printing.ts'
import { say } from '../../shared/words/say.ts'
import { bigCharacters } from './big-characters.ts'
import { spell } from './code-page.ts'
import { dayEndBlocks } from './day-end-slip.ts'
import { type Block, type Layout, type Line, type Run, wrap, wrapEvenly } from './layout.ts'
import { noticeBlocks } from './notice-slip.ts'
import { bar, charactersMax, columnsWide, dateNear, gap, moment, plain, qrBlocks, words } from './paper-parts.ts'
import type { PrinterProfile } from './profiles.ts'

/**
 * Where each thing stands on a paper. The same paper and profile always give the same layout; it holds no control byte
 * whatever the texts hold, and the number is always whole. It makes no bytes and reads no clock. `logo` says that the
 * printer keeps one; it stands on top of tickets.
 */
export function layoutPaper(paper: LaidOutPaper, profile: PrinterProfile, logo = false): Layout {
  const blocks = blocksOf(paper, profile)
  return { columns: profile.columns, blocks: logo && paper.kind === 'ticket' ? [{ kind: 'logo' }, ...blocks] : blocks }
}

/** The test strip is no layout: it tries out what a layout has to know (`test-strip.ts`). */
export type LaidOutPaper = Exclude<Paper, TestStripPaper>

function blocksOf(paper: LaidOutPaper, profile: PrinterProfile): Block[] {
  switch (paper.kind) {
    case 'ticket':
      return ticketBlocks(paper, profile)
    case 'setup':
      return setupBlocks(paper, profile)
    case 'notice':
      return noticeBlocks(paper, profile)
    case 'day-end':
      return dayEndBlocks(paper, profile)
    default:
      return paper satisfies never
  }
}

function ticketBlocks(paper: TicketPaper, profile: PrinterProfile): Block[] {
  const { language } = paper
  const { columns } = profile
  const wide = columns >= columnsWide
  const text = (words: string) => spell(words.slice(0, charactersMax), profile.codePage)
  const centered = (words: string, linesMax = 2) =>
    wrapEvenly(text(words), columns, linesMax).map((line) => plain(line))

  return [
    ...(paper.copy > 0
      ? [bar([text(say(words, language, 'copy', { copy: paper.copy }))], columns, barScale(profile)), gap]
      : []),
    ...centered(paper.office[language]),
    ...(paper.heading ? centered(paper.heading[language]) : []),
    gap,
    ...serviceLines(text(paper.letter), text(paper.service[language]), profile, wide),
    ...(paper.comeBack ? [gap, bar([text(say(words, language, 'return_title'))], columns, barScale(profile))] : []),
    ...(wide ? [gap] : []),
    ...large(text(paper.number), profile),
    ...classLines(paper, profile, wide, text),
    ...centered(moment(paper.takenAt, paper.timeZone, language)),
    ...(paper.comeBack ? comeBackRules(paper.comeBack, language) : waiting(paper, wide))
      .flatMap((sentence) => centered(sentence, sentenceLinesMax))
      .map((line) => ({ ...line, bold: wide })),
    ...(paper.affected
      ? [gap, bar(wrapEvenly(text(paper.affected[language]), columns - 2, affectedLinesMax), columns, 1)]
      : []),
    ...(paper.bring ? [gap, ...centered(paper.bring[language], bringLinesMax)] : []),
    ...(paper.link === null
      ? [gap]
      : qrBlocks(paper.link, profile, centered(say(words, language, paper.comeBack ? 'return_scan' : 'scan')))),
    ...centered(
      say(words, language, paper.comeBack ? 'return_code' : 'code', { number: paper.number, code: paper.code }),
    ),
    ...closing(paper, wide).flatMap((sentence) => centered(sentence)),
  ]
}

function barScale(profile: PrinterProfile): 1 | 2 {
  return profile.heightMax >= 2 ? 2 : 1
}

/** Why this number is called before others, where it is. */
function classLines(
  { class: ticketClass, comeBack, language }: TicketPaper,
  profile: PrinterProfile,
  wide: boolean,
  text: (words: string) => string,
): Block[] {
  switch (ticketClass) {
    case 'priority':
      return [emphatic(text(say(words, language, 'priority')), profile), gap]
    case 'return':
      return [emphatic(text(say(words, language, 'came_back')), profile), gap]
    case 'regular':
      return wide || comeBack ? [gap] : []
    default:
      return ticketClass satisfies never
  }
}

/** What a return ticket is good for, in two sentences. */
function comeBackRules({ from, until }: NonNullable<TicketPaper['comeBack']>, language: Language): string[] {
  return [
    say(words, language, 'return_days', { from: dateNear(from, language), until: dateNear(until, language) }),
    say(words, language, 'return_rule'),
  ]
}

function setupBlocks(paper: SetupPaper, profile: PrinterProfile): Block[] {
  const { language } = paper
  const text = (words: string) => spell(words.slice(0, charactersMax), profile.codePage)
  const centered = (words: string, linesMax = 3) =>
    wrapEvenly(text(words), profile.columns, linesMax).map((line) => plain(line))

  return [
    ...centered(paper.office[language]),
    gap,
    ...centered(say(words, language, 'setup_title')),
    ...large(text(paper.code), profile),
    gap,
    ...centered(say(words, language, 'setup_step')),
    ...centered(paper.link, 4),
    ...qrBlocks(paper.link, profile, []),
    ...centered(say(words, language, 'setup_keep')),
  ]
}

/** The letter white on black, or else in brackets, then the name; its second line stands under its first. */
function serviceLines(letter: string, name: string, profile: PrinterProfile, wide: boolean): Line[] {
  const scale = wide && profile.heightMax >= 2 ? 2 : 1
  const shown = letter.slice(0, 3)
  const box: Run = profile.inverse ? { text: ` ${shown} `, inverse: true } : { text: `[${shown}]`, inverse: false }
  // Twice the size where the name then still fits one line beside its letter.
  const large = scale === 2 && box.text.length + 1 + name.length <= Math.floor(profile.columns / 2)
  const columns = large ? Math.floor(profile.columns / 2) : profile.columns
  const size = { width: large ? 2 : 1, height: scale, bold: wide }
  const [first = '', ...more] = wrap(name, columns - box.text.length - 1, 2)
  return [
    { ...plain(''), ...size, runs: [box, { text: ` ${first}`, inverse: false }] },
    ...more.map((line) => ({ ...plain(line), ...size })),
  ]
}

/** A number or code as large as the paper and the printer allow, always on one line and whole. */
function large(text: string, profile: PrinterProfile): Block[] {
  const cells =
    profile.heightMax < 4 && profile.inverse ? bigCharacters(text, profile.columns, profile.heightMax) : null
  if (cells) return [gap, cells, gap]
  const scale = Math.max(1, Math.min(8, profile.heightMax, Math.floor(profile.columns / Math.max(1, text.length))))
  return wrap(text, Math.floor(profile.columns / scale), codeLinesMax).map((line) => ({
    ...plain(line),
    width: scale,
    height: scale,
    // Thicker strokes for the far side of the hall; on narrow paper every byte counts.
    bold: profile.columns >= columnsWide,
  }))
}

/** What the office says, else a word of thanks; on narrow paper that gives way to the code, which has to fit a slow line. */
function closing({ closing: own, comeBack, link, language }: TicketPaper, wide: boolean): string[] {
  if (own) return [own[language]]
  if (comeBack) return []
  return wide || link === null ? [say(words, language, 'closing')] : []
}

function waiting(paper: TicketPaper, wide: boolean): string[] {
  const { ahead, wait, language } = paper
  if (ahead === null) return wait ? [waitSentence(asMinutes(wait), language)] : []
  if (ahead <= 0) return [say(words, language, 'ahead_none')]
  const minutes = wait && asMinutes(wait)
  // Narrow paper says both in one line where that is short.
  if (!wide && minutes?.kind === 'wait_minutes')
    return [say(words, language, 'ahead_minutes', { count: ahead, ...minutes.values })]
  const line = say(words, language, 'ahead', { count: ahead })
  return minutes ? [line, waitSentence(minutes, language)] : [line]
}

function waitSentence({ kind, values }: ReturnType<typeof asMinutes>, language: Language): string {
  return say(words, language, kind, values)
}

function asMinutes({ minutesMin, minutesMax }: WaitRange) {
  const from = Math.max(0, Math.min(minutesMin, minutesMax))
  const to = Math.max(1, minutesMin, minutesMax)
  if (to > minutesSaidMax) {
    const hours = { from: Math.floor(from / 60), to: Math.ceil(to / 60) }
    return { kind: hours.from === 0 ? 'wait_hours_up_to' : 'wait_hours', values: hours } as const
  }
  if (from === 0) return { kind: 'wait_minutes_up_to', values: { from, to } } as const
  return { kind: from === to ? 'wait_minutes_about' : 'wait_minutes', values: { from, to } } as const
}

function emphatic(text: string, profile: PrinterProfile): Line {
  const scale = Math.max(1, Math.min(2, profile.heightMax, Math.floor(profile.columns / text.length)))
  return { ...plain(text), width: scale, height: scale, bold: true }
}

const sentenceLinesMax = 3
const affectedLinesMax = 6
const bringLinesMax = 4
const codeLinesMax = 2
/** Waits longer than this are said in hours. */
const minutesSaidMax = 120
