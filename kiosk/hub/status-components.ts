import type { EpochMs } from '../../shared/ids.ts'
import { bySeverity, touchedServices, type NoticeContent, type NoticeKind } from '../../shared/notice.ts'
import type { Service } from '../../shared/office.ts'
import type { OfficeState } from '../../shared/state.ts'

/** A service as a component of Atlassian Statuspage v2, and what a kind of notice means in its words. */
export type Component = ReturnType<typeof componentOf>
export type Impact = 'none' | 'minor' | 'major' | 'maintenance'

export function componentOf(state: OfficeState, service: Service, index: number) {
  const about = ({ content }: { readonly content: NoticeContent }) =>
    touchedServices(content.scope, state.office).some(({ id }) => id === service.id)
  const touching = bySeverity(state.notices.filter(about))
  const changes = [
    ...touching.map(({ updatedAt }) => updatedAt),
    ...state.ended.filter(about).map(({ endedAt }) => endedAt),
  ]
  return {
    id: service.id,
    name: service.name[state.office.language],
    status: touching[0] ? componentStatus[touching[0].content.kind] : 'operational',
    // Nobody noted since when there is this service, nor when something was said of it before what is remembered: the
    // beginning of time is plainly no date, and does not change from day to day as any other would.
    created_at: isoTime(0),
    updated_at: isoTime(Math.max(0, ...changes)),
    position: index + 1,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false,
  }
}

export function isoTime(at: EpochMs): string {
  return new Date(at).toISOString()
}

export const pageId = 'loket'

export const impact: Readonly<Record<NoticeKind, Impact>> = {
  outage: 'major',
  degraded: 'minor',
  'pick-up-only': 'major',
  maintenance: 'maintenance',
  closed: 'major',
  information: 'none',
}

export const componentStatus: Readonly<Record<NoticeKind, string>> = {
  outage: 'major_outage',
  degraded: 'degraded_performance',
  'pick-up-only': 'partial_outage',
  maintenance: 'under_maintenance',
  closed: 'major_outage',
  information: 'operational',
}
