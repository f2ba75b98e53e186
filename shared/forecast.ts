import type { ServiceId } from './ids.ts'
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
  const busy = new Set<ServiceId>([id])
  for (const other of state.office.services)
    if ((state.lines[other.id]?.length ?? 0) > 0 && !isOnHold(state, other)) busy.add(other.id)
  const share = state.office.counters
    .filter((counter) => counterState(state, counter.id).staff !== null && counter.services.includes(id))
    .reduce((sum, counter) => sum + 1 / counter.services.filter((other) => busy.has(other)).length, 0)
  if (share === 0) return null

  const visits = state.visitsMs[id] ?? []
  const minutesEach = visits.length >= visitsMin ? middleOf(visits) / 60_000 : service.minutesTypical
  const minutes = (ahead * minutesEach) / share
  return {
    minutesMin: Math.floor((minutes * 0.7) / 5) * 5,
    minutesMax: Math.max(5, Math.ceil((minutes * 1.4) / 5) * 5),
  }
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

const visitsMin = 3
