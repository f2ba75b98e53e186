import { encode as qrModules } from 'uqr'
import { localTime } from '../../shared/day.ts'
import type { Language } from '../../shared/language.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'
import en from '../../shared/words/paper/en.json' with { type: 'json' }
import id from '../../shared/words/paper/id.json' with { type: 'json' }
import su from '../../shared/words/paper/su.json' with { type: 'json' }
import { say } from '../../shared/words/say.ts'
import type { Block, Line } from './layout.ts'
import type { PrinterProfile } from './profiles.ts'

/** What tickets and slips are put together from. Texts are spelled in the printer's code page before they come here. */
export const words = { id, en, su }
export const gap: Block = { kind: 'gap', lines: 1 }

/** 80 mm paper, at 180 or 203 dpi. */
export const columnsWide = 42
/** More than any paper holds; what lies beyond is cut before any work is done on it. */
export const charactersMax = 1000

export function plain(text: string): Line {
  return { kind: 'line', align: 'center', width: 1, height: 1, bold: false, runs: [{ text, inverse: false }] }
}

/** A black bar across the paper with white words. */
export function bar(lines: readonly string[], columns: number, scale: 1 | 2): Block {
  const width = Math.floor(columns / scale)
  const padded = lines.map((line) => {
    const shown = line.slice(0, width)
    return (' '.repeat(Math.floor((width - shown.length) / 2)) + shown).padEnd(width)
  })
  return { kind: 'bar', lines: padded, scale }
}

/** The code for `link` with `caption` under it; a gap where the printer draws none. */
export function qrBlocks(link: string, profile: PrinterProfile, caption: readonly Block[]): Block[] {
  // Only what an address may hold; anything else would be a fault of ours, and is left out of the code.
  const data = link.replaceAll(/[^\x21-\x7E]/g, '').slice(0, linkCharactersMax)
  if (profile.qr === 'off' || data === '') return [gap]
  const modules = qrModules(data, { ecc: 'L', boostEcc: false, border: 0 }).size
  const moduleDots = Math.max(2, Math.min(moduleDotsMax, Math.floor(profile.dots / (modules + 2 * quietModules))))
  return [gap, { kind: 'qr', data, modules, moduleDots }, gap, ...caption]
}

/** Weekday, date and 24-hour time by the office's own clock. */
export function moment(at: EpochMs, timeZone: string, language: Language): string {
  const { date, minute, weekday } = localTime(at, timeZone)
  return say(words, language, 'moment', {
    ...dateParts(date, weekday, language),
    hour: String(Math.floor(minute / 60)).padStart(2, '0'),
    minute: String(minute % 60).padStart(2, '0'),
  })
}

/** Weekday, day and month, for a date that is not far. */
export function dateNear(date: Day, language: Language): string {
  return say(words, language, 'date_near', dateParts(date, new Date(`${date}T00:00:00Z`).getUTCDay(), language))
}

/** `date` is year, month, day with hyphens; `weekday` 0 is Sunday. */
export function dateParts(date: string, weekday: number, language: Language) {
  const [year = '', month = '', day = ''] = date.split('-')
  return {
    weekday: words[language][weekdays[weekday] ?? 'weekday_0'],
    day: Number(day),
    month: words[language][months[Number(month) - 1] ?? 'month_1'],
    year,
  }
}

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

/** A QR code of version 10 still prints on 58 mm. */
const linkCharactersMax = 250
/** The largest module every printer's own QR code draws (Cino's manual: 2 to 5). */
const moduleDotsMax = 5
const quietModules = 4
