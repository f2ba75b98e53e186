import type { ServiceId } from './ids.ts'
import { isOnHold } from './routing.ts'
import { counterState, type OfficeState } from './state.ts'
import type { WaitRange } from './views/printing.ts'

/**
 * How long somebody with `ahead` people before them waits for a service: a range in whole minutes, in steps of five,
 * because a single figure would promise what nobody can keep. Null where it cannot be told: no counter that gives the
 * service is open, or its line is on hold.
 *
 * A counter open for several services with people waiting gives each an equal share of its time. A visit takes as long
 * as the mean of the latest ones, or what the office document says until three have been measured.
 */
export function waitFor(state: OfficeState, id: ServiceId, ahead: number): WaitRange | null {
  const service = state.office.services.find((candidate) => candidate.id === id)
  if (!service || isOnHold(state, service)) return null
  const share = state.office.counters
    .filter((counter) => counterState(state, counter.id).staff !== null && counter.services.includes(id))
    .reduce((sum, counter) => {
      const busy = counter.services.filter((other) => other === id || (state.lines[other]?.length ?? 0) > 0)
      return sum + 1 / busy.length
    }, 0)
  if (share === 0) return null

  const visits = state.visitsMs[id] ?? []
  const measured = visits.reduce((sum, ms) => sum + ms, 0) / visits.length / 60_000
  const minutesEach = visits.length >= visitsMin ? measured : service.minutesTypical
  const minutes = (ahead * minutesEach) / share
  return {
    minutesMin: Math.floor((minutes * 0.7) / 5) * 5,
    minutesMax: Math.max(5, Math.ceil((minutes * 1.4) / 5) * 5),
  }
}

const visitsMin = 3
