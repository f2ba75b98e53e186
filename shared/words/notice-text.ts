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

/** `now` is the hub's time: it decides between "09.30" and a date, and whether promised news is overdue. */
export function noticeText(notice: NoticeView, language: Language, timeZone: string, now: EpochMs): NoticeText {
  const at = (when: EpochMs) => moment(language, timeZone, when, now)
  const informs = notice.kind === 'information'
  const names = (services: NoticeView['services']) => list(language, services.map(({ name }) => name[language]))
  return {
    heading: noticeHeading(notice, language),
    cause: notice.cause?.[language] ?? null,
    since: say(words, language, 'since', { time: at(notice.since) }),
    stillOpen:
      notice.stillOpen.length === 0
        ? informs
          ? null
          : say(words, language, 'nothing_open')
        : informs || notice.office
          ? null
          : say(words, language, 'still_open', { count: notice.stillOpen.length, services: names(notice.stillOpen) }),
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

export function noticeHeading(notice: NoticeView, language: Language): string {
  const kind = notice.kind === 'pick-up-only' ? 'pick_up_only' : notice.kind
  if (notice.office) return say(words, language, `${kind}_office`)
  const services = list(language, notice.services.map(({ name }) => name[language]))
  return say(words, language, kind, { count: notice.services.length, services })
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

/** When a notice that was set for later goes up. */
export function plannedSentence(planned: PlannedView, language: Language, timeZone: string, now: EpochMs): string {
  return say(words, language, 'planned', { time: moment(language, timeZone, planned.since, now) })
}

/** One sentence for the ticket of somebody whose service a notice touches. */
export function affectedSentence(notice: NoticeView): Text {
  const kind = notice.kind === 'pick-up-only' ? 'pick_up_only' : notice.kind
  const [id, en, su] = languages.map((language) => say(words, language, `ticket_${kind}`))
  return { id: id ?? '', en: en ?? '', su: su ?? '' }
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
