import type { EpochMs } from '../ids.ts'
import { languages, type Language, type Text } from '../language.ts'
import type { NoticeView, PlannedView, RecoveryView } from '../views/common.ts'
import en from './notice/en.json' with { type: 'json' }
import id from './notice/id.json' with { type: 'json' }
import su from './notice/su.json' with { type: 'json' }
import { list, say } from './say.ts'
import { moment } from './when.ts'

const words = { id, en, su }

/**
 * A notice in sentences, the same on every screen and paper: what does not work, why, since when, what still works,
 * what becomes of tickets, what to do, and when there will be news. A sentence with nothing to say is null.
 */
export interface NoticeText {
  readonly heading: string
  readonly cause: string | null
  readonly since: string
  readonly stillOpen: string | null
  readonly newTickets: string | null
  readonly waiting: string | null
  readonly instruction: string | null
  readonly end: string | null
  readonly news: string | null
}

/**
 * The language in which words of the office's own are read on a page in `language`: its own, or Indonesian where nobody
 * has written them in it. Pages name it where it is not theirs, so that whoever has a page read out hears it said right.
 */
export function languageOf(ownWords: Text, language: Language): Language {
  return ownWords[language] === ownWords.id ? 'id' : language
}

/** `now` is the hub's time: it decides between "09.30" and a date, and whether promised news is overdue. */
export function noticeText(notice: NoticeView, language: Language, timeZone: string, now: EpochMs): NoticeText {
  const at = (when: EpochMs) => moment(language, timeZone, when, now)
  const informs = notice.kind === 'information'
  return {
    heading: noticeHeading(notice, language),
    cause: notice.cause?.[language] ?? null,
    since: say(words, language, notice.since > now ? 'begins' : 'since', { time: at(notice.since) }),
    stillOpen: notice.stillWorks?.[language] ?? servicesOpen(notice, language),
    newTickets: newTickets(notice, language),
    waiting: informs ? null : say(words, language, notice.waiting === 'hold' ? 'waiting_hold' : 'waiting_keep'),
    instruction: notice.instruction?.[language] ?? null,
    end:
      notice.expectedEnd === null
        ? informs || notice.kind === 'closed'
          ? null
          : say(words, language, 'end_unknown')
        : say(words, language, notice.expectedEnd > now ? 'end_known' : 'end_overdue', { time: at(notice.expectedEnd) }),
    news:
      notice.nextNews === null
        ? null
        : notice.nextNews <= now
          ? say(words, language, 'news_overdue')
          : say(words, language, 'next_news', { time: at(notice.nextNews) }),
  }
}

/**
 * What of a notice that is set for later goes on paper, which may hang for days before and after its beginning: every
 * moment has its date, and what is said of numbers, which holds only then, is left to the screens of that time.
 */
export interface PlannedPaperText extends NoticeText {
  /** From when until when. */
  readonly when: string
}

export function plannedPaperText(planned: PlannedView, language: Language, timeZone: string): PlannedPaperText {
  const text = noticeText(planned, language, timeZone, longAgo)
  return {
    ...text,
    heading: plannedHeading(planned, language),
    when: plannedSentence(planned, language, timeZone, longAgo),
    stillOpen: planned.stillWorks === null && planned.stillOpen.length === 0 ? null : text.stillOpen,
    newTickets: null,
    waiting: null,
    end: planned.expectedEnd === null ? text.end : null,
  }
}

/** No moment is on the day of this one. */
const longAgo: EpochMs = 0

/** What of a notice is said where several stand at once and must be read from afar. */
export interface NoticeBrief {
  /** The one thing to know or to do; null where the heading says it all. */
  readonly todo: string | null
  /** When it will be over or there will be news. */
  readonly when: string | null
}

export function noticeBrief(notice: NoticeView, language: Language, timeZone: string, now: EpochMs): NoticeBrief {
  const text = noticeText(notice, language, timeZone, now)
  const isLate = notice.nextNews !== null && notice.nextNews <= now
  const endIsKnown = notice.expectedEnd !== null && notice.expectedEnd > now
  return {
    todo: notice.kind === 'information' ? (text.cause ?? text.instruction) : (text.instruction ?? ticketsBrief(notice, text, language)),
    when: isLate ? text.news : endIsKnown ? text.end : (text.news ?? text.end),
  }
}

function ticketsBrief(notice: NoticeView, text: NoticeText, language: Language): string | null {
  if (notice.newTickets === 'stop' && notice.waiting === 'hold' && notice.kind !== 'closed')
    return say(words, language, 'brief_hold')
  return notice.waiting === 'hold' ? text.waiting : (text.newTickets ?? text.waiting)
}

export function noticeHeading(notice: NoticeView, language: Language): string {
  return headingOf(notice, notice.kind === 'pick-up-only' ? 'pick_up_only' : notice.kind, language)
}

/** The heading of a notice that is set for later, which does not say that anything is so now. */
export function plannedHeading(planned: PlannedView, language: Language): string {
  return headingOf(planned, plannedKeys[planned.kind], language)
}

const plannedKeys = {
  outage: 'outage_planned',
  degraded: 'degraded',
  'pick-up-only': 'pick_up_only_planned',
  maintenance: 'maintenance_planned',
  closed: 'closed',
  information: 'information',
} as const

type HeadingKey = (typeof plannedKeys)[NoticeView['kind']] | 'outage' | 'pick_up_only' | 'maintenance'

function headingOf({ office, services }: NoticeView, key: HeadingKey, language: Language): string {
  if (office) return say(words, language, `${key}_office`)
  const names = list(language, services.map(({ name }) => name[language]))
  return say(words, language, key, { count: services.length, services: names })
}

/** What the screens say for a while once it works again. */
export interface RecoveryText {
  readonly heading: string
  /** What becomes of those who had to wait; null where nobody had. */
  readonly held: string | null
}

export function recoveryText(
  recovery: RecoveryView,
  language: Language,
  timeZone: string,
  now: EpochMs,
): RecoveryText {
  const time = moment(language, timeZone, recovery.endedAt, now)
  const services = list(language, recovery.services.map(({ name }) => name[language]))
  return {
    heading: recovery.office
      ? say(words, language, 'recovered_office', { time })
      : say(words, language, 'recovered', { count: recovery.services.length, services, time }),
    held: recovery.held === 0 ? null : say(words, language, 'recovered_held'),
  }
}

/** When a notice that was set for later goes up and, where it is known, is over. */
export function plannedSentence(planned: PlannedView, language: Language, timeZone: string, now: EpochMs): string {
  const { from, until } = plannedTimes(planned, language, timeZone, now)
  return until === null
    ? say(words, language, 'planned', { time: from })
    : say(words, language, 'planned_until', { from, until })
}

/** The same with what it is about, in one line. */
export function plannedLine(planned: PlannedView, language: Language, timeZone: string, now: EpochMs): string {
  const { from, until } = plannedTimes(planned, language, timeZone, now)
  const heading = plannedHeading(planned, language)
  return until === null
    ? say(words, language, 'planned_line', { from, heading })
    : say(words, language, 'planned_line_until', { from, until, heading })
}

/** An end on the day on which it begins is a clock alone. */
function plannedTimes(
  { since, expectedEnd }: PlannedView,
  language: Language,
  timeZone: string,
  now: EpochMs,
): { readonly from: string; readonly until: string | null } {
  const from = moment(language, timeZone, since, now)
  return { from, until: expectedEnd === null ? null : moment(language, timeZone, expectedEnd, since) }
}

/** One sentence for the ticket of somebody whose service a notice touches. */
export function affectedSentence(notice: NoticeView): Text {
  const kind = notice.kind === 'pick-up-only' ? 'pick_up_only' : notice.kind
  const [id, en, su] = languages.map((language) => say(words, language, `ticket_${kind}`))
  return { id: id ?? '', en: en ?? '', su: su ?? '' }
}

/** The services that nothing touches, or that there are none; null where nothing need be said of them. */
function servicesOpen({ kind, office, stillOpen }: NoticeView, language: Language): string | null {
  if (kind === 'information') return null
  if (stillOpen.length === 0) return say(words, language, 'nothing_open')
  if (office) return null
  const services = list(language, stillOpen.map(({ name }) => name[language]))
  return say(words, language, 'still_open', { count: stillOpen.length, services })
}

function newTickets(notice: NoticeView, language: Language): string | null {
  switch (notice.newTickets) {
    case 'stop':
      return say(words, language, notice.kind === 'closed' ? 'tickets_stop' : 'tickets_stop_return')
    case 'warn':
      return say(words, language, 'tickets_warn')
    case 'give':
      return null
    default:
      return notice.newTickets satisfies never
  }
}
