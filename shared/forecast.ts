import { servingMs, servingMsLeft } from './hours.ts'
import type { EpochMs, ServiceId } from './ids.ts'
import type { Service } from './office.ts'
import { isOnHold } from './routing.ts'
import { counterState, type OfficeState } from './state.ts'
import type { WaitRange } from './views/printing.ts'

/**
 * How long somebody with `ahead` people before them waits for a service: a range in whole minutes, in steps of five,
 * because a single figure would promise what nobody can keep. Null where it cannot be told: no counter that gives the
 * service is open, or its line is on hold.
 *
 * A counter open for several services with people who can be called gives each an equal share of its time. A visit
 * takes as long as the middle one of the latest, which no forgotten counter and no clock that jumped can move far, or
 * what the office document says until three have been measured.
 */
export function waitFor(state: OfficeState, id: ServiceId, ahead: number): WaitRange | null {
  const service = state.office.services.find((candidate) => candidate.id === id)
  if (!service || isOnHold(state, service)) return null
  const share = countersFor(state, id, true)
  if (share === 0) return null
  const minutes = (ahead * minutesEach(state, service)) / share
  return {
    minutesMin: Math.floor((minutes * shortest) / 5) * 5,
    minutesMax: Math.max(5, Math.ceil((minutes * longest) / 5) * 5),
  }
}

/** How many more people can get a number today, and what the end of it will be. */
export interface PlacesLeft {
  readonly count: number
  readonly until: 'quota' | 'closing'
}

/**
 * The places left for a service today: what the quota leaves, or, where that is less, what the counters can do until
 * they close at the pace of the middle visit: nobody should hold a number that is not called any more. Null where
 * neither ends. Counters that are open now are reckoned with, but all that could be while none of them is and in the
 * first half hour, in which they open one after another.
 */
export function placesLeft(state: OfficeState, service: Service, at: EpochMs): PlacesLeft | null {
  const { id, quotaPerDay } = service
  const given = (state.given[id] ?? 0) - (state.givenToReturn[id] ?? 0)
  const quota = quotaPerDay === null ? Infinity : Math.max(0, quotaPerDay - given)
  const closing = placesUntilClosing(state, service, at)
  if (quota === Infinity && closing === Infinity) return null
  return quota <= closing ? { count: quota, until: 'quota' } : { count: closing, until: 'closing' }
}

function placesUntilClosing(state: OfficeState, service: Service, at: EpochMs): number {
  const msLeft = servingMsLeft(state.office, at, service)
  if (msLeft === null) return Infinity
  const opening = servingMs(state.office, at, service) < openingMs
  const share = (opening ? 0 : countersFor(state, service.id, true)) || countersFor(state, service.id, false)
  const visits = Math.floor(((msLeft / 60_000) * share) / minutesEach(state, service))
  return Math.max(0, visits - (state.lines[service.id]?.length ?? 0))
}

/** Counters that give a service, each counted by the share of its time that is the service's. */
function countersFor(state: OfficeState, id: ServiceId, onlyOpen: boolean): number {
  const busy = new Set<ServiceId>([id])
  for (const other of state.office.services)
    if ((state.lines[other.id]?.length ?? 0) > 0 && !isOnHold(state, other)) busy.add(other.id)
  return state.office.counters
    .filter((counter) => counter.services.includes(id))
    .filter((counter) => !onlyOpen || counterState(state, counter.id).staff !== null)
    .reduce((sum, counter) => sum + 1 / counter.services.filter((other) => busy.has(other)).length, 0)
}

function minutesEach(state: OfficeState, { id, minutesTypical }: Service): number {
  const visits = state.visitsMs[id] ?? []
  return visits.length >= visitsMin ? middleOf(visits) / 60_000 : minutesTypical
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

const visitsMin = 3
/** In this time after the doors have opened the counters open too; nobody is sent away because some have not yet. */
const openingMs = 30 * 60_000
/** A wait is told between these parts of what the middle visit amounts to. */
const shortest = 0.7
const longest = 1.4
