import { addDays, daysBetween, localTime, momentOf } from './day.ts'
import type { Day, EpochMs } from './ids.ts'
import { type Office, type Service, weekdays } from './office.ts'

/**
 * Opening hours. `until` is when the state changes next, null when it does not within two weeks (an office around
 * the clock, or one that is closed for long).
 */
export type OpeningState = { readonly open: boolean; readonly until: EpochMs | null }

/** Whose hours are asked for: the office's, or a service's own where it has them. */
type Hours = Pick<Service, 'id' | 'hours'> | null

/** Whether the counters serve. */
export function openingState(office: Office, at: EpochMs, service: Hours = null): OpeningState {
  return stateOf(office, at, service, (date) => spansOn(office, date, service))
}

/** Whether numbers are given: while the counters serve, and before that from the office's early hour on. */
export function numbersState(office: Office, at: EpochMs, service: Hours = null): OpeningState {
  return stateOf(office, at, service, (date) => {
    const [first, ...rest] = spansOn(office, date, service)
    if (!first || office.numbersFrom === null) return first ? [first, ...rest] : []
    const early = momentOf(date, office.numbersFrom, office.timeZone)
    return [{ from: Math.min(first.from, early), to: first.to }, ...rest]
  })
}

/** Whether the counters serve at any time of this date. */
export function isOpenOn(office: Office, date: Day, service: Hours = null): boolean {
  return minutesOn(office, date, service).length > 0
}

/** When the counters close for the last time on a date; null where they do not open, or never close. */
export function lastClosing(office: Office, date: Day, service: Hours = null): EpochMs | null {
  if (isAroundTheClock(office, date, service)) return null
  return spansOn(office, date, service).at(-1)?.to ?? null
}

/** How long the counters still serve today, in ms, breaks left out; null around the clock. */
export function servingMsLeft(office: Office, at: EpochMs, service: Hours = null): number | null {
  const today = localTime(at, office.timeZone).date
  if (isAroundTheClock(office, today, service)) return null
  return stretches(office, today, service).reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(at, from)), 0)
}

/** How long the counters have served since they last opened today, in ms; 0 while they do not serve. */
export function servingMs(office: Office, at: EpochMs, service: Hours = null): number {
  const today = localTime(at, office.timeZone).date
  const now = stretches(office, today, service).find(({ from, to }) => from <= at && at < to)
  return now ? at - now.from : 0
}

function stateOf(office: Office, at: EpochMs, service: Hours, spansOf: (date: Day) => readonly Span[]): OpeningState {
  const today = localTime(at, office.timeZone).date
  const last = addDays(today, daysAheadMax)
  const differs = office.exceptions.some(({ date, until }) => (until ?? date) >= today && date <= last)
  if (weekOf(office, service) === null && !differs) return { open: true, until: null }
  /** When the span that is open now ends, with those that follow it without a break. */
  let closes: EpochMs | null = null
  for (let date = today; date <= last; date = addDays(date, 1)) {
    for (const span of spansOf(date)) {
      if (closes === null) {
        if (at < span.from) return { open: false, until: span.from }
        if (at < span.to) closes = span.to
      } else if (span.from <= closes) closes = Math.max(closes, span.to)
      else return { open: true, until: closes }
    }
  }
  if (closes === null) return { open: false, until: null }
  return { open: true, until: closes < momentOf(last, endOfDay, office.timeZone) ? closes : null }
}

interface Span {
  readonly from: EpochMs
  readonly to: EpochMs
}

/** The spans of a date in the order of the day; a date without any is one on which nothing opens. */
function spansOn(office: Office, date: Day, service: Hours): readonly Span[] {
  const ofOffice = known.get(office) ?? new Map<string, readonly Span[]>()
  known.set(office, ofOffice)
  const key = `${date} ${service?.id ?? ''}`
  const found = ofOffice.get(key)
  if (found) return found
  const spans = readSpans(office, date, service)
  if (ofOffice.size >= knownMax) ofOffice.clear()
  ofOffice.set(key, spans)
  return spans
}

/** The spans of a date with those that touch or overlap made one. */
function stretches(office: Office, date: Day, service: Hours): readonly Span[] {
  const whole: Span[] = []
  for (const span of spansOn(office, date, service)) {
    const last = whole.at(-1)
    if (last && span.from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else whole.push(span)
  }
  return whole
}

function readSpans(office: Office, date: Day, service: Hours): readonly Span[] {
  return minutesOn(office, date, service)
    .map((span) => ({ from: momentOf(date, span.from, office.timeZone), to: momentOf(date, span.to, office.timeZone) }))
    .filter((span) => span.from < span.to)
    .toSorted((a, b) => a.from - b.from)
}

function minutesOn(office: Office, date: Day, service: Hours): readonly Minutes[] {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  const hoursOf = ({ week, open }: Exception) => (week === null ? open : week[weekday])
  const ofService = service && exceptionOn(office, date, service.id)
  if (ofService) return hoursOf(ofService)
  const usual = weekOf(office, service)?.[weekday] ?? [{ from: 0, to: endOfDay }]
  const ofAll = exceptionOn(office, date, null)
  if (!ofAll) return usual
  // A service that is there in the mornings only is not there longer because the office is.
  return service?.hours ? overlaps(hoursOf(ofAll), usual) : hoursOf(ofAll)
}

/** Minutes since local midnight. */
interface Minutes {
  readonly from: number
  readonly to: number
}

type Exception = Office['exceptions'][number]

function overlaps(some: readonly Minutes[], others: readonly Minutes[]): readonly Minutes[] {
  return some
    .flatMap((one) => others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => from < to)
}

/**
 * The narrowest exception of one service, or of the whole office, that covers the date: a holiday within the fasting
 * month is a holiday.
 */
function exceptionOn(office: Office, date: Day, service: Service['id'] | null): Exception | undefined {
  const length = (exception: Exception) => daysBetween(exception.date, exception.until ?? exception.date)
  return office.exceptions
    .filter((exception) => exception.date <= date && date <= (exception.until ?? exception.date))
    .filter(({ services }) => (service === null ? services === null : services?.includes(service)))
    .toSorted((a, b) => length(a) - length(b))[0]
}

function weekOf(office: Office, service: Hours): Office['hours'] {
  return service?.hours ?? office.hours
}

function isAroundTheClock(office: Office, date: Day, service: Hours): boolean {
  const isUsual = !exceptionOn(office, date, null) && !(service && exceptionOn(office, date, service.id))
  return weekOf(office, service) === null && isUsual
}

// Every view and every press asks for the same few days, and the wall clock of a time zone is slow to ask.
const known = new WeakMap<Office, Map<string, readonly Span[]>>()
const knownMax = 2_000

/** 24:00, in minutes since local midnight. */
const endOfDay = 24 * 60
const daysAheadMax = 14
