import type { Shows } from './screens.ts'
import type { NoticeView, ServiceView } from './views/common.ts'

/** Whether a TV that shows this has a notice on it: every TV has one about the whole office. */
export function isShownOn(shows: Shows, { office, services }: Pick<NoticeView, 'office' | 'services'>): boolean {
  return office || shows.kind !== 'services' || services.some((service) => isServiceOf(shows, service))
}

/** Whether a TV that shows this says anything of a service. */
export function isServiceOf(shows: Shows, { id }: Pick<ServiceView, 'id'>): boolean {
  return shows.kind !== 'services' || shows.services.includes(id)
}

/** How many calls that newer ones pushed out are remembered of a service: about as many as a TV has rows. */
export const earlierCallsOfService = 10
