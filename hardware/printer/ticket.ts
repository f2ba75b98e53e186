import { encode as qrModules } from 'uqr'
import { localTime } from '../../shared/day.ts'
import type { Language } from '../../shared/language.ts'
import type { Paper, SetupPaper, TicketPaper, WaitRange } from '../../shared/views/printing.ts'
import en from '../../shared/words/paper/en.json' with { type: 'json' }
import id from '../../shared/words/paper/id.json' with { type: 'json' }
import su from '../../shared/words/paper/su.json' with { type: 'json' }
import { say } from '../../shared/words/say.ts'
import { bigCharacters } from './big-characters.ts'
import { spell } from './code-page.ts'
import { type Block, type Layout, type Line, type Run, wrap, wrapEvenly } from './layout.ts'
import type { PrinterProfile } from './profiles.ts'

/**
 * Where each thing stands on a paper. The same paper and profile always give the same layout; it holds no control byte
 * whatever the texts hold, and the number is always whole. It makes no bytes and reads no clock.
 */
export function layoutPaper(paper: Paper, profile: PrinterProfile): Layout {
  const blocks = paper.kind === 'ticket' ? ticketBlocks(paper, profile) : setupBlocks(paper, profile)
  return { columns: profile.columns, blocks }
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
      ? [bar([text(say(words, language, 'copy', { copy: paper.copy }))], columns, profile.heightMax >= 2 ? 2 : 1), gap]
      : []),
    ...centered(paper.office[language]),
    gap,
    ...serviceLines(text(paper.letter), text(paper.service[language]), profile, wide),
    ...(wide ? [gap] : []),
    ...large(text(paper.number), profile),
    ...(paper.class === 'priority' ? [emphatic(text(say(words, language, 'priority')), profile), gap] : []),
    ...(wide && paper.class === 'regular' ? [gap] : []),
    ...centered(moment(paper, language)),
    ...waiting(paper, wide)
      .flatMap((sentence) => centered(sentence))
      .map((line) => ({ ...line, bold: wide })),
    ...(paper.affected
      ? [gap, bar(wrapEvenly(text(paper.affected[language]), columns - 2, affectedLinesMax), columns, 1)]
      : []),
    ...(paper.bring ? [gap, ...centered(paper.bring[language], bringLinesMax)] : []),
    ...qrBlocks(paper.link, profile, centered(say(words, language, 'scan'))),
    ...centered(say(words, language, wide ? 'closing_wide' : 'closing')),
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

/** The letter white on black, then the name; its second line stands under its first. */
function serviceLines(letter: string, name: string, profile: PrinterProfile, wide: boolean): Line[] {
  const scale = wide && profile.heightMax >= 2 ? 2 : 1
  const box: Run = { text: ` ${letter.slice(0, 3)} `, inverse: true }
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
  const cells = profile.heightMax < 4 ? bigCharacters(text, profile.columns, profile.heightMax) : null
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

function qrBlocks(link: string, profile: PrinterProfile, caption: readonly Block[]): Block[] {
  // Only what an address may hold; anything else would be a fault of ours, and is left out of the code.
  const data = link.replaceAll(/[^\x21-\x7E]/g, '').slice(0, linkCharactersMax)
  if (profile.qr === 'off' || data === '') return [gap]
  const modules = qrModules(data, { ecc: 'L', boostEcc: false, border: 0 }).size
  const moduleDots = Math.max(2, Math.min(moduleDotsMax, Math.floor(profile.dots / (modules + 2 * quietModules))))
  return [gap, { kind: 'qr', data, modules, moduleDots }, gap, ...caption]
}

function waiting(paper: TicketPaper, wide: boolean): string[] {
  const { ahead, wait, language } = paper
  if (ahead <= 0) return [say(words, language, 'ahead_none')]
  const minutes = wait && asMinutes(wait)
  // Narrow paper says both in one line where that is short.
  if (!wide && minutes?.kind === 'wait_minutes')
    return [say(words, language, 'ahead_minutes', { count: ahead, ...minutes.values })]
  const line = say(words, language, 'ahead', { count: ahead })
  return minutes ? [line, say(words, language, minutes.kind, minutes.values)] : [line]
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

/** Weekday, date and 24-hour time by the office's own clock. */
function moment(paper: TicketPaper, language: Language): string {
  const { date, minute, weekday } = localTime(paper.takenAt, paper.timeZone)
  const [year = '', month = '', day = ''] = date.split('-')
  return say(words, language, 'moment', {
    weekday: words[language][weekdays[weekday] ?? 'weekday_0'],
    day: Number(day),
    month: words[language][months[Number(month) - 1] ?? 'month_1'],
    year,
    hour: String(Math.floor(minute / 60)).padStart(2, '0'),
    minute: String(minute % 60).padStart(2, '0'),
  })
}

function plain(text: string): Line {
  return { kind: 'line', align: 'center', width: 1, height: 1, bold: false, runs: [{ text, inverse: false }] }
}

/** A black bar across the paper with white words. */
function bar(lines: readonly string[], columns: number, scale: 1 | 2): Block {
  const width = Math.floor(columns / scale)
  const padded = lines.map((line) => {
    const shown = line.slice(0, width)
    return (' '.repeat(Math.floor((width - shown.length) / 2)) + shown).padEnd(width)
  })
  return { kind: 'bar', lines: padded, scale }
}

function emphatic(text: string, profile: PrinterProfile): Line {
  const scale = Math.max(1, Math.min(2, profile.heightMax, Math.floor(profile.columns / text.length)))
  return { ...plain(text), width: scale, height: scale, bold: true }
}

const words = { id, en, su }
const gap: Block = { kind: 'gap', lines: 1 }

const weekdays = ['weekday_0', 'weekday_1', 'weekday_2', 'weekday_3', 'weekday_4', 'weekday_5', 'weekday_6'] as const
const months = [
  'month_1',
  'month_2',
  'month_3',
  'month_4',
  'month_5',
  'month_6',
  'month_7',
  'month_8',
  'month_9',
  'month_10',
  'month_11',
  'month_12',
] as const

/** 80 mm paper, at 180 or 203 dpi. */
const columnsWide = 42
/** More than any paper holds; what lies beyond is cut before any work is done on it. */
const charactersMax = 1000
const affectedLinesMax = 6
const bringLinesMax = 4
const codeLinesMax = 2
/** Waits longer than this are said in hours. */
const minutesSaidMax = 120
/** A QR code of version 10 still prints on 58 mm. */
const linkCharactersMax = 250
/** The largest module every printer's own QR code draws (Cino's manual: 2 to 5). */
const moduleDotsMax = 5
const quietModules = 4
