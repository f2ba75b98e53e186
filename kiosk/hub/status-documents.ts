import type { EpochMs } from '../../shared/ids.ts'
import { bySeverity, touchedServices, type Notice, type NoticeKind } from '../../shared/notice.ts'
import type { Service } from '../../shared/office.ts'
import type { OfficeState } from '../../shared/state.ts'
import { noticeView } from '../../shared/views/common.ts'
import { noticeText, type NoticeText } from '../../shared/words/notice-text.ts'

/**
 * The office in the schema of Atlassian Statuspage v2, so that whatever reads such pages reads this one: a component
 * is a service, an incident is a standing notice. Texts are in the office's language.
 * Source: the Statuspage status API, `/api/v2/summary.json` and its siblings.
 */
export function statusDocuments(state: OfficeState, now: EpochMs, address: string): StatusDocuments {
  const page = {
    id: 'loket',
    name: state.office.name[state.office.language],
    url: `${address}/status`,
    time_zone: state.office.timeZone,
    updated_at: isoTime(state.lastAt),
  }
  const components = state.office.services.map((service, index) => componentOf(state, service, index))
  const standing = bySeverity(state.notices)
  const incidents = standing
    .filter(({ content }) => content.kind !== 'maintenance')
    .map((notice) => incidentOf(state, notice, now, address))
  const scheduled_maintenances = standing
    .filter(({ content }) => content.kind === 'maintenance')
    .map((notice) => ({
      ...incidentOf(state, notice, now, address),
      status: 'in_progress',
      scheduled_for: isoTime(notice.content.since ?? notice.raisedAt),
      scheduled_until: notice.content.expectedEnd === null ? null : isoTime(notice.content.expectedEnd),
    }))
  const status = overall(standing)
  return {
    'summary.json': { page, components, incidents, scheduled_maintenances, status },
    'status.json': { page, status },
    'components.json': { page, components },
    'incidents.json': { page, incidents },
    'incidents/unresolved.json': { page, incidents },
    'scheduled-maintenances.json': { page, scheduled_maintenances },
    'scheduled-maintenances/active.json': { page, scheduled_maintenances },
    'scheduled-maintenances/upcoming.json': { page, scheduled_maintenances: [] },
  }
}

export const statusDocumentNames = [
  'summary.json',
  'status.json',
  'components.json',
  'incidents.json',
  'incidents/unresolved.json',
  'scheduled-maintenances.json',
  'scheduled-maintenances/active.json',
  'scheduled-maintenances/upcoming.json',
] as const
export type StatusDocuments = Readonly<Record<(typeof statusDocumentNames)[number], object>>

/** The sentences of a notice that say something, in the order people read them. */
export function sentencesOf(text: NoticeText): readonly string[] {
  const { cause, since, newTickets, waiting, stillOpen, instruction, end, news } = text
  return [cause, since, newTickets, waiting, stillOpen, instruction, end, news].filter((line) => line !== null)
}

function componentOf(state: OfficeState, service: Service, index: number) {
  const touching = bySeverity(state.notices).filter(({ content }) =>
    touchedServices(content.scope, state.office).some(({ id }) => id === service.id),
  )
  const changed = isoTime(Math.max(0, ...touching.map(({ updatedAt }) => updatedAt)))
  return {
    id: service.id,
    name: service.name[state.office.language],
    status: touching[0] ? componentStatus[touching[0].content.kind] : 'operational',
    created_at: isoTime(0),
    updated_at: changed,
    position: index + 1,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: 'loket',
    group: false,
    only_show_if_degraded: false,
  }
}

function incidentOf(state: OfficeState, notice: Notice, now: EpochMs, address: string) {
  const { language, timeZone } = state.office
  const text = noticeText(noticeView(state, notice), language, timeZone, now)
  const id = `notice-${notice.id}`
  const components = state.office.services.flatMap((service, index) =>
    touchedServices(notice.content.scope, state.office).includes(service) ? [componentOf(state, service, index)] : [],
  )
  const update = {
    id: `${id}-${notice.revision}`,
    status: 'identified',
    body: sentencesOf(text).join(' '),
    incident_id: id,
    created_at: isoTime(notice.updatedAt),
    updated_at: isoTime(notice.updatedAt),
    display_at: isoTime(notice.updatedAt),
    affected_components: components.map(({ id, name, status }) => ({
      code: id,
      name,
      old_status: 'operational',
      new_status: status,
    })),
  }
  return {
    id,
    name: text.heading,
    status: 'identified',
    impact: impact[notice.content.kind],
    created_at: isoTime(notice.raisedAt),
    updated_at: isoTime(notice.updatedAt),
    monitoring_at: null,
    resolved_at: null,
    shortlink: `${address}/status`,
    started_at: isoTime(notice.content.since ?? notice.raisedAt),
    page_id: 'loket',
    incident_updates: [update],
    components,
  }
}

function overall(standing: readonly Notice[]): { indicator: string; description: string } {
  const worst = standing
    .map(({ content }) => impact[content.kind])
    .sort((a, b) => order.indexOf(b) - order.indexOf(a))[0]
  const indicator = worst ?? 'none'
  return { indicator, description: descriptions[indicator] }
}

type Impact = 'none' | 'minor' | 'major' | 'maintenance'

const order: readonly Impact[] = ['none', 'maintenance', 'minor', 'major']

const impact: Readonly<Record<NoticeKind, Impact>> = {
  outage: 'major',
  degraded: 'minor',
  'pick-up-only': 'major',
  maintenance: 'maintenance',
  closed: 'major',
  information: 'none',
}

const componentStatus: Readonly<Record<NoticeKind, string>> = {
  outage: 'major_outage',
  degraded: 'degraded_performance',
  'pick-up-only': 'partial_outage',
  maintenance: 'under_maintenance',
  closed: 'major_outage',
  information: 'operational',
}

// The words of the schema itself, which programs compare; people read the notices.
const descriptions: Readonly<Record<Impact, string>> = {
  none: 'All Systems Operational',
  maintenance: 'Service Under Maintenance',
  minor: 'Minor Service Outage',
  major: 'Major Service Outage',
}

function isoTime(at: EpochMs): string {
  return new Date(at).toISOString()
}
