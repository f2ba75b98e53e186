import type { ServiceId } from '../ids.ts'
import { isOnHold } from '../routing.ts'
import type { OfficeState } from '../state.ts'

/**
 * The state after a change by which a notice may keep places no longer, because it is over, says something else or
 * touches something else: whoever has a number by then comes back, and is called in the old order among the people of
 * today.
 */
export function withPlacesFreed(before: OfficeState, after: OfficeState): OfficeState {
  const services = servicesFreed(before, after)
  if (services.length === 0) return after
  const upToNow = Object.fromEntries(services.map((service) => [service, after.ticketsGiven]))
  return { ...after, cameBack: { ...after.cameBack, ...upToNow } }
}

/** The services whose people were on hold and are called again. */
export function servicesFreed(before: OfficeState, after: OfficeState): readonly ServiceId[] {
  const kept = new Set(before.office.services.filter((service) => isOnHold(before, service)).map(({ id }) => id))
  return after.office.services
    .filter((service) => kept.has(service.id) && !isOnHold(after, service))
    .map(({ id }) => id)
}
