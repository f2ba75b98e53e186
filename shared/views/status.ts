import { placesLeft, type PlacesLeft } from '../forecast.ts'
import type { EpochMs } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import {
  availabilityOf,
  noticeViews,
  officeView,
  plannedViews,
  recoveryViews,
  serviceView,
  type NoticeView,
  type OfficeView,
  type PlannedView,
  type RecoveryView,
  type ServiceAvailability,
  type ServiceView,
} from './common.ts'

/** What anybody may know before travelling: which services work, and every standing notice. */
export interface StatusView {
  readonly kind: 'status'
  readonly office: OfficeView
  readonly services: readonly (ServiceView & {
    readonly availability: ServiceAvailability
    readonly waiting: number
    readonly placesLeft: PlacesLeft | null
  })[]
  readonly notices: readonly NoticeView[]
  readonly planned: readonly PlannedView[]
  readonly recoveries: readonly RecoveryView[]
}

export function statusView(state: OfficeState, at: EpochMs): StatusView {
  return {
    kind: 'status',
    office: officeView(state, at),
    services: state.office.services.map((service) => ({
      ...serviceView(service),
      availability: availabilityOf(state, service, at),
      waiting: state.lines[service.id]?.length ?? 0,
      placesLeft: placesLeft(state, service, at),
    })),
    notices: noticeViews(state),
    planned: plannedViews(state),
    recoveries: recoveryViews(state, at),
  }
}
