import type { ServiceId, SystemId } from './ids.ts'
import type { NoticeScope } from './notice.ts'

/**
 * What a notice is about while it is written, at a desk or behind a kiosk's outage key: presses on a system, a service or
 * the whole office, and what they reach.
 */

/** Each system with the services that need it, as the views tell. */
export type Systems = readonly { readonly id: string; readonly services: readonly { readonly id: ServiceId }[] }[]

export const emptyScope: NoticeScope = { office: false, services: [], systems: [] }

export function isEmptyScope({ office, services, systems }: NoticeScope): boolean {
  return !office && services.length === 0 && systems.length === 0
}

/** Whether the scope reaches the service: by name, by a system it needs, or with the whole office. */
export function reaches(scope: NoticeScope, service: ServiceId, systems: Systems): boolean {
  return scope.office || scope.services.includes(service) || coveredBy(scope, systems).includes(service)
}

export function withOffice(scope: NoticeScope): NoticeScope {
  return { ...emptyScope, office: !scope.office }
}

export function withSystem(scope: NoticeScope, id: SystemId, systems: Systems): NoticeScope {
  if (scope.systems.includes(id)) return { ...scope, systems: scope.systems.filter((other) => other !== id) }
  const chosen = { office: false, services: scope.services, systems: [...scope.systems, id] }
  const covered = coveredBy(chosen, systems)
  return { ...chosen, services: chosen.services.filter((service) => !covered.includes(service)) }
}

/** Taking one service away from what a system reaches leaves the system's other services, each by its name. */
export function withService(scope: NoticeScope, id: ServiceId, systems: Systems): NoticeScope {
  if (scope.office) return { office: false, services: [id], systems: [] }
  if (scope.services.includes(id)) return { ...scope, services: scope.services.filter((other) => other !== id) }
  const reaching = systems.filter(
    (system) => holds(scope.systems, system.id) && system.services.some((service) => service.id === id),
  )
  if (reaching.length === 0) return { ...scope, services: [...scope.services, id] }
  const left = scope.systems.filter((system) => !reaching.some((other) => other.id === system))
  const covered = coveredBy({ ...scope, systems: left }, systems)
  const named = [...scope.services, ...reaching.flatMap(({ services }) => services.map((service) => service.id))]
  return {
    office: false,
    systems: left,
    services: [...new Set(named)].filter((service) => service !== id && !covered.includes(service)),
  }
}

function coveredBy(scope: NoticeScope, systems: Systems): readonly ServiceId[] {
  return systems
    .filter((system) => holds(scope.systems, system.id))
    .flatMap(({ services }) => services.map((service) => service.id))
}

function holds(ids: readonly string[], id: string): boolean {
  return ids.includes(id)
}
