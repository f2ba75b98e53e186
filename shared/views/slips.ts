import type { EpochMs, NoticeId, ServiceId } from '../ids.ts'
import { languages, type Text } from '../language.ts'
import type { OfficeState } from '../state.ts'
import { allTickets } from '../ticket-book.ts'
import type { TicketState } from '../ticket.ts'
import { noticeText, plannedPaperText, type NoticeText } from '../words/notice-text.ts'
import { noticeViews, plannedViews } from './common.ts'
import type { DayCounts, DayEndPaper, NoticePaper } from './printing.ts'

/**
 * A notice that stands or is set for later as a slip for the door, in the office's language or the first of those that
 * the notice is for; null where there is no such notice. `address` is where phones find the hub.
 */
export function noticePaper(state: OfficeState, id: NoticeId, at: EpochMs, address: string): NoticePaper | null {
  const standing = noticeViews(state).find((view) => view.id === id)
  const notice = standing ?? plannedViews(state).find((view) => view.id === id)
  if (!notice) return null
  const { name, timeZone } = state.office
  const texts = languages.map((one) =>
    standing ? { when: null, ...noticeText(standing, one, timeZone, at) } : plannedPaperText(notice, one, timeZone),
  )
  const sentence = (key: keyof NoticeText | 'when') => inEach(texts.map((text) => text[key]))
  const sentences = ['when', 'stillOpen', 'instruction', 'newTickets', 'waiting', 'cause', 'end'] as const
  return {
    kind: 'notice',
    language: notice.languages?.[0] ?? state.office.language,
    office: name,
    heading: inEach(texts.map(({ heading }) => heading)) ?? name,
    sentences: sentences.map(sentence).filter((text) => text !== null),
    news: notice.nextNews !== null && notice.nextNews > at ? sentence('news') : null,
    printedAt: at,
    timeZone,
    link: `${address}/status`,
  }
}

/** The office's day up to now. A ticket counts for the service it is with, which transfers may have changed. */
export function dayEndPaper(state: OfficeState, at: EpochMs): DayEndPaper {
  const { name, language, timeZone, services } = state.office
  const tickets = allTickets(state.tickets)
  const counts = (service: ServiceId | null) =>
    countsOf(tickets.filter((ticket) => service === null || ticket.service === service).map((ticket) => ticket.state))
  return {
    kind: 'day-end',
    language,
    office: name,
    day: state.day,
    services: services.map((service) => ({ letter: service.letter, service: service.name, ...counts(service.id) })),
    all: counts(null),
    printedAt: at,
    timeZone,
  }
}

function countsOf(states: readonly TicketState[]): DayCounts {
  const served = states.filter((state) => state === 'done').length
  const missed = states.filter((state) => state === 'no-show').length
  return { given: states.length, served, missed, unserved: states.length - served - missed }
}

/** One sentence in the three languages; null where there is nothing to say. */
function inEach([id, en, su]: readonly (string | null | undefined)[]): Text | null {
  return id && en && su ? { id, en, su } : null
}
