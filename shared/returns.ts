import { addDays, localDate } from './day.ts'
import { isOpenOn, lastClosing } from './hours.ts'
import type { Day, EpochMs, ServiceId } from './ids.ts'
import { touches, type NoticeContent } from './notice.ts'
import type { Service } from './office.ts'
import { allPromises, promiseOf, type ReturnBook, type ReturnPromise } from './return-book.ts'
import { shortCode } from './short-code.ts'
import type { OfficeState } from './state.ts'

/** On which days people who are sent home come back, and which promise a paper is. */

export const returnLimits = {
  /** Promises kept at once. */
  promises: 20_000,
  /** How far ahead a day is looked for, in days. */
  daysAhead: 60,
  /** How long after its last day a promise is still known, so that its holder is told when that was, in days. */
  daysKnown: 14,
} as const

export interface Validity {
  readonly from: Day
  readonly until: Day
}

/**
 * Days for `count` people of a service who are sent home now, in the order of their places: each the first date, from
 * `earliest` on, on which the service is given, no notice that stops it is expected to stand and fewer than the
 * office's number are asked to come. Where every day is full, the emptiest.
 */
export function returnDays(
  state: OfficeState,
  service: Service,
  count: number,
  earliest = addDays(state.day, 1),
): readonly Validity[] {
  if (count === 0) return []
  const { validDays, perDay } = state.office.returns
  const load = new Map(promisedOn(state, service.id))
  const stops = stopsOf(state, service)
  const days = Array.from({ length: returnLimits.daysAhead }, (_, ahead) => addDays(earliest, ahead))
  const open = days.filter(
    (day) => isOpenOn(state.office, day, service) && !stops.some(({ from, over }) => from <= day && day < over),
  )
  const whenNone = [earliest, ...stops.map(({ over }) => over)].reduce((latest, day) => (day > latest ? day : latest))
  return Array.from({ length: count }, () => {
    const free = open.find((day) => (load.get(day) ?? 0) < perDay)
    const from = free ?? emptiest(open, load) ?? whenNone
    load.set(from, (load.get(from) ?? 0) + 1)
    return { from, until: addDays(from, validDays - 1) }
  })
}

/** How many people of a service were asked to come from each day on, have not come yet and still can. */
export function promisedOn(state: OfficeState, service: ServiceId): ReadonlyMap<Day, number> {
  const known = loads.get(state.returns) ?? loadsOf(state)
  loads.set(state.returns, known)
  return known.get(service) ?? new Map<Day, number>()
}

function loadsOf(state: OfficeState): ReadonlyMap<ServiceId, ReadonlyMap<Day, number>> {
  const of = new Map<ServiceId, Map<Day, number>>()
  for (const promise of allPromises(state.returns)) {
    if (!isGood(state, promise)) continue
    const load = of.get(promise.service) ?? new Map<Day, number>()
    of.set(promise.service, load.set(promise.from, (load.get(promise.from) ?? 0) + 1))
  }
  return of
}

// Every view of a desk asks for all services, and the promises change far less often than the lines; a day has a book
// of its own.
const loads = new WeakMap<ReturnBook, ReadonlyMap<ServiceId, ReadonlyMap<Day, number>>>()

/** The promise that a scanned address, or a number and code as typed ("A042 BCDF"), means. */
export function promiseFor(state: OfficeState, code: string): ReturnPromise | undefined {
  const scanned = promiseOf(state.returns, tokenIn(code))
  if (scanned) return scanned
  const typed = numberAndCode(code)
  if (!typed) return undefined
  // Numbers come again every day, and now and then a code with them: then the one that can still be used is meant.
  const same = allPromises(state.returns).filter(
    ({ number, token }) => number === typed.number && shortCode(token) === typed.code,
  )
  return same.find((promise) => isGood(state, promise)) ?? same[0]
}

/** What stands after the last stroke of an address, else the whole. */
export function tokenIn(code: string): string {
  return code.trim().split('/').at(-1)?.split('?')[0] ?? ''
}

/** A number and a code as a person types them, in any case and with any strokes between; null where it is neither. */
export function numberAndCode(code: string): { readonly number: string; readonly code: string } | null {
  const [, number, letters] = /^([A-Z]\d{3})([A-Z]{4})$/.exec(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')) ?? []
  return number === undefined || letters === undefined ? null : { number, code: letters }
}

function isGood(state: OfficeState, { usedOn, until }: ReturnPromise): boolean {
  return usedOn === null && until >= state.day
}

function emptiest(days: readonly Day[], load: ReadonlyMap<Day, number>): Day | undefined {
  const [first, ...rest] = days
  return first && rest.reduce((least, day) => ((load.get(day) ?? 0) < (load.get(least) ?? 0) ? day : least), first)
}

/** Dates, from `from` to the one before `over`, on which a notice keeps the service from being given. */
interface Stop {
  readonly from: Day
  readonly over: Day
}

/**
 * A notice that stands without an expected end, or beyond it, may be over tomorrow; of one that is set for later and has none, it is
 * known at least that the service is not given on its first day.
 */
function stopsOf(state: OfficeState, service: Service): readonly Stop[] {
  const stops = (content: NoticeContent) =>
    (content.newTickets === 'stop' || content.waiting === 'hold') && touches(content.scope, service)
  /** The first date that can be worked on after this moment: the next one, where the counters do not serve again. */
  const dateAfter = (moment: EpochMs) => {
    const date = localDate(moment, state.office.timeZone)
    const closing = lastClosing(state.office, date, service)
    return closing === null || moment < closing ? date : addDays(date, 1)
  }
  return [
    ...state.notices.flatMap(({ content }): Stop[] =>
      stops(content) && content.expectedEnd !== null ? [{ from: state.day, over: dateAfter(content.expectedEnd) }] : [],
    ),
    ...state.scheduled.flatMap(({ content, raiseAt }): Stop[] => {
      if (!stops(content)) return []
      const from = dateAfter(raiseAt)
      return [{ from, over: content.expectedEnd === null ? addDays(from, 1) : dateAfter(content.expectedEnd) }]
    }),
  ]
}
