import fc from 'fast-check'
import type { Actor } from '../../shared/commands.ts'
import {
  noticeIdSchema,
  screenIdSchema,
  ticketIdSchema,
  type CounterId,
  type EpochMs,
  type ServiceId,
  type SystemId,
} from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { noticeKinds, touches, type NoticeContent, type NoticeScope } from '../../shared/notice.ts'
import { allPromises } from '../../shared/return-book.ts'
import { shortCode } from '../../shared/short-code.ts'
import type { OfficeState } from '../../shared/state.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { cards, letters, one, pickUp, server, two } from './small-office.ts'
import { budi, siti, television } from './steps.ts'
import { dayMs, hour, minute } from './story.ts'

/** What a random command is about: the right thing mostly, and in terms of the state that it will meet. */

export const service = fc.constantFrom<ServiceId>(cards, letters, pickUp)
export const counter = fc.constantFrom<CounterId>(one, two)
export const staff = fc.constantFrom<Actor>(siti, siti, siti, budi)
export const screen = fc.constantFrom<Actor>(
  { kind: 'screen', screen: television },
  { kind: 'screen', screen: screenIdSchema.parse('tablet-22') },
)

/** A ticket of today, or one beyond them. */
export const ticket = fc.nat({ max: 40 }).map(
  (n) =>
    ({ tickets: { firstId, count } }: OfficeState) =>
      ticketIdSchema.parse(n === 0 ? firstId + count : firstId + ((n - 1) % Math.max(1, count))),
)
/** A standing notice, sometimes one that is set for later, or one that there is not. */
export const notice = fc.nat({ max: 12 }).map((n) => ({ notices, scheduled, noticesRaised }: OfficeState) => {
  const those = n === 0 ? scheduled : notices
  return those[n % Math.max(1, those.length)]?.id ?? noticeIdSchema.parse(noticesRaised + 1)
})
/** One that is set for later, sometimes a standing one, or one that there is not. */
export const plannedNotice = fc.nat({ max: 8 }).map((n) => ({ notices, scheduled, noticesRaised }: OfficeState) => {
  const those = n === 0 ? notices : scheduled
  return those[n % Math.max(1, those.length)]?.id ?? noticeIdSchema.parse(noticesRaised + 1)
})

/**
 * What a scanner types or a person: the paper of a promise, good or not, as address, token or number and code; now and
 * then of any ticket of today, or of none.
 */
export const paperCode = fc
  .record({ which: fc.nat({ max: 60 }), whose: fc.nat({ max: 9 }), form: fc.nat({ max: 4 }) })
  .map(({ which, whose, form }) => ({ returns, tickets }: OfficeState): string => {
    const papers = whose === 0 ? allTickets(tickets) : allPromises(returns)
    const paper = papers[which % Math.max(1, papers.length)]
    if (!paper) return 'A001 BBBB'
    const { number, token } = paper
    switch (form) {
      case 0:
        return token
      case 1:
        return `http://192.0.2.10:8080/t/${token}?lang=su`
      case 2:
        return `${number.toLowerCase()}-${shortCode(token)}`
      case 3:
        return `${number} ${shortCode(`${token}x`)}`
      default:
        return `${number} ${shortCode(token)}`
    }
  })

export const clockMs = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0, max: 10 * minute }) },
  { weight: 3, arbitrary: fc.integer({ min: -2 * hour, max: 12 * hour }) },
  { weight: 2, arbitrary: fc.constantFrom(dayMs, -dayMs, 3 * dayMs, -1000, 20 * dayMs) },
  { weight: 1, arbitrary: fc.constantFrom(400 * dayMs, -400 * dayMs, -100_000 * dayMs) },
)

const scope: fc.Arbitrary<NoticeScope> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<NoticeScope>({ office: true, services: [], systems: [] }) },
  { weight: 1, arbitrary: fc.constant<NoticeScope>({ office: true, services: [], systems: [server] }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.uniqueArray(service, { maxLength: 3 }), fc.constantFrom<SystemId[]>([], [server]))
      .map(([services, systems]) => ({ office: false, services, systems })),
  },
)

/** Moments in it are given from the time at which the command is given. */
export const content = fc.record({
  kind: fc.constantFrom(...noticeKinds),
  scope,
  cause: fc.constantFrom(null, { id: 'Gangguan jaringan', en: 'Network fault', su: 'Gangguan jaringan' }),
  since: fc.constantFrom(null, -hour, hour),
  expectedEnd: fc.constantFrom(null, -minute, 2 * hour, 2 * dayMs),
  nextNews: fc.constantFrom(null, 0, 30 * minute),
  newTickets: fc.constantFrom('stop', 'warn', 'give'),
  waiting: fc.constantFrom('keep', 'hold'),
  languages: fc.constantFrom<(readonly Language[] | null)[]>(null, null, ['id'], ['su', 'en']),
})

export function contentAt(
  at: EpochMs,
  wish: typeof content extends fc.Arbitrary<infer Wish> ? Wish : never,
): NoticeContent {
  const { languages, ...said } = wish
  const from = (ms: number | null) => (ms === null ? null : Math.max(0, at + ms))
  return {
    ...said,
    ...(languages && { languages }),
    instruction: null,
    since: from(wish.since),
    expectedEnd: from(wish.expectedEnd),
    nextNews: from(wish.nextNews),
  }
}

/** A service that a notice stops, so that return tickets are mostly taken where there are any. */
export function stopped({ office, notices }: OfficeState) {
  return office.services.find((service) =>
    notices.some(({ content }) => content.newTickets === 'stop' && touches(content.scope, service)),
  )
}

/** How far ahead a notice is set, in ms. */
export const ahead = fc.constantFrom(-hour, minute, 30 * minute, 2 * hour, dayMs, 400 * dayMs)
