import { addDays, localDate } from './day.ts'
import { isOpenOn, lastClosing } from './hours.ts'
import type { Day, EpochMs, ServiceId, Token } from './ids.ts'
import { touches } from './notice.ts'
import type { Service } from './office.ts'
import { shortCode } from './short-code.ts'
import type { OfficeState } from './state.ts'
import type { TicketClass } from './views/printing.ts'

/**
 * Return tickets: the promise to somebody sent home by an outage that the paper they hold brings them near the front
 * on another day, once. The paper is the one they have; its token is the promise's name.
 */
export interface ReturnPromise {
  readonly token: Token
  /** The number on the paper. */
  readonly number: string
  readonly given: Day
  readonly service: ServiceId
  readonly class: TicketClass
  /** The first and the last date on which it is good. */
  readonly from: Day
  readonly until: Day
  /** When it was used; null as long as it can be. */
  readonly usedOn: Day | null
}

export const returnLimits = {
  /** Promises kept at once. */
  promises: 20_000,
  /** How far ahead a day is looked for, in days. */
  daysAhead: 60,
} as const

export interface Validity {
  readonly from: Day
  readonly until: Day
}

/**
 * Days for `count` people of a service who are sent home now, in the order of their places: each the first date on
 * which the service is given, no notice is expected to last and fewer than the office's number are asked to come.
 * Where every day is full, the emptiest.
 */
export function returnDays(state: OfficeState, service: Service, at: EpochMs, count: number): readonly Validity[] {
  if (count === 0) return []
  const { office } = state
  const { validDays, perDay } = office.returns
  const load = new Map(promisedOn(state, service.id))
  const first = firstDay(state, service, at)
  const days = Array.from({ length: returnLimits.daysAhead }, (_, ahead) => addDays(first, ahead))
  const open = days.filter((day) => isOpenOn(office, day, service))
  return Array.from({ length: count }, () => {
    const free = open.find((day) => (load.get(day) ?? 0) < perDay)
    const from = free ?? open.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))[0] ?? first
    load.set(from, (load.get(from) ?? 0) + 1)
    return { from, until: addDays(from, validDays - 1) }
  })
}

/** How many people of a service were asked to come from each day on, and have not come yet. */
export function promisedOn(state: OfficeState, service: ServiceId): ReadonlyMap<Day, number> {
  const load = new Map<Day, number>()
  for (const promise of Object.values(state.returns)) {
    if (promise.service !== service || promise.usedOn !== null) continue
    load.set(promise.from, (load.get(promise.from) ?? 0) + 1)
  }
  return load
}

/** The promise that a scanned address, or a number and code as typed ("A042 BCDF"), means. */
export function promiseFor(state: OfficeState, code: string): ReturnPromise | undefined {
  const token = tokenIn(code)
  if (Object.hasOwn(state.returns, token)) return state.returns[token as Token]
  const typed = numberAndCode(code)
  if (!typed) return undefined
  return Object.values(state.returns).find(
    (promise) => promise.number === typed.number && shortCode(promise.token) === typed.code,
  )
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

/** Tomorrow, or the day on which a notice that touches the service is expected to be over. */
function firstDay(state: OfficeState, service: Service, at: EpochMs): Day {
  const { office } = state
  let first = addDays(state.day, 1)
  for (const { content } of state.notices) {
    if (content.expectedEnd === null || content.expectedEnd <= at || !touches(content.scope, service)) continue
    const date = localDate(content.expectedEnd, office.timeZone)
    const closing = lastClosing(office, date, service)
    const over = closing === null || content.expectedEnd < closing ? date : addDays(date, 1)
    if (over > first) first = over
  }
  return first
}
