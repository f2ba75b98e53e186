import { localTime } from '../../../shared/day.ts'
import type { EpochMs } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/language.ts'
import type { OfficeState } from '../../../shared/state.ts'
import { noticeViews, plannedViews, type NoticeView } from '../../../shared/views/common.ts'
import en from '../../../shared/words/board/en.json' with { type: 'json' }
import id from '../../../shared/words/board/id.json' with { type: 'json' }
import su from '../../../shared/words/board/su.json' with { type: 'json' }
import { noticeText, plannedPaperText } from '../../../shared/words/notice-text.ts'
import { say } from '../../../shared/words/say.ts'
import { clockTime, dateOf } from '../../../shared/words/when.ts'

/**
 * A notice that stands or is set for later, as it goes on the office's notice board: one sheet for each language asked for, and the address in
 * the QR code. It is words only, so two that are equal look the same on paper.
 */
export interface Poster {
  readonly sheets: readonly Sheet[]
  readonly link: string
  /** To the minute. */
  readonly printedAt: EpochMs
}

export interface Sheet {
  readonly language: Language
  readonly office: string
  readonly title: string
  readonly heading: string
  /** From when until when, of a notice that is set for later; null of one that stands. */
  readonly when: string | null
  /** What still works; null where there is nothing to say. */
  readonly open: StillOpen | null
  /** Whole sentences, the most needed first. */
  readonly sentences: readonly string[]
  /** When there will be news; null where that is not promised, or the promised time has passed. */
  readonly news: string | null
  /** What the QR code is for. */
  readonly scan: string
  /** When this was printed. */
  readonly printed: string
}

/** The same said twice: as one sentence where room is short, and as a list of services under a line of its own. */
export interface StillOpen {
  readonly sentence: string
  readonly title: string
  readonly services: readonly { readonly letter: string; readonly name: string }[]
}

/** Null where there is no such notice. `all` is every language the notice is for, or of the office, its own first. */
export function posterOf(
  state: OfficeState,
  notice: number,
  language: Language | 'all',
  at: EpochMs,
  address: string,
): Poster | null {
  const standing = noticeViews(state).find((view) => view.id === notice)
  const view = standing ?? plannedViews(state).find(({ id }) => id === notice)
  if (!view) return null
  const own = state.office.language
  const all = view.languages ?? [own, ...state.office.languages.filter((other) => other !== own)]
  return {
    sheets: (language === 'all' ? all : [language]).map((one) => sheetOf(state, view, standing !== undefined, one, at)),
    link: `${address}/status`,
    printedAt: at - (at % minuteMs),
  }
}

/** For somebody who has to wait until others have their pages. */
export function busySentence(language: Language): string {
  return say(words, language, 'busy')
}

function sheetOf(state: OfficeState, notice: NoticeView, stands: boolean, language: Language, at: EpochMs): Sheet {
  const { name, timeZone } = state.office
  const text = stands
    ? { when: null, ...noticeText(notice, language, timeZone, at) }
    : plannedPaperText(notice, language, timeZone)
  const count = notice.stillOpen.length
  const ownWords = notice.stillWorks === null ? null : text.stillOpen
  const sentences = [ownWords, text.instruction, text.newTickets, text.waiting, text.cause, text.end]
  return {
    language,
    office: name[language],
    title: say(words, language, 'title'),
    heading: text.heading,
    when: text.when,
    open:
      text.stillOpen === null || ownWords !== null
        ? null
        : {
            sentence: text.stillOpen,
            title: say(words, language, 'still_open', { count }),
            services: notice.stillOpen.map(({ letter, name }) => ({ letter, name: name[language] })),
          },
    sentences: sentences.filter((sentence) => sentence !== null),
    // Paper cannot grow older: a promise that has passed is not hung up as one that stands.
    news: notice.nextNews !== null && notice.nextNews > at ? text.news : null,
    scan: say(words, language, 'scan'),
    printed: say(words, language, 'printed', {
      date: dateOf(language, timeZone, at),
      year: localTime(at, timeZone).date.slice(0, 4),
      time: clockTime(language, timeZone, at),
    }),
  }
}

const words = { id, en, su }
const minuteMs = 60_000
