import type { EpochMs } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import {
  availabilityOf,
  noticeViews,
  officeView,
  serviceView,
  type NoticeView,
  type OfficeView,
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
  })[]
  readonly notices: readonly NoticeView[]
}

export function statusView(state: OfficeState, at: EpochMs): StatusView {
  return {
    kind: 'status',
    office: officeView(state, at),
    services: state.office.services.map((service) => ({
      ...serviceView(service),
      availability: availabilityOf(state, service, at),
      waiting: state.lines[service.id]?.length ?? 0,
    })),
    notices: noticeViews(state),
  }
}
