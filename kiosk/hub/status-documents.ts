import { momentOf } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import { bySeverity, type EndedNotice, type Notice } from '../../shared/notice.ts'
import type { OfficeState } from '../../shared/state.ts'
import { componentOf, impact, isoTime, pageId, type Impact } from './status-components.ts'
import { endedIncident, endedToday, maintenanceOf, scheduledMaintenance, standingIncident } from './status-incidents.ts'

/**
 * The office in the schema of Atlassian Statuspage v2, so that whatever reads such pages reads this one: a component
 * is a service, an incident is a notice, and planned work and what is set for later are scheduled maintenances
 * (`status-incidents.ts` says how). What was resolved today is in the whole lists and not among what is unresolved.
 * Source: the Statuspage status API, `/api/v2/summary.json` and its siblings.
 */
export function statusDocuments(state: OfficeState, now: EpochMs, address: string): StatusDocuments {
  const { office } = state
  const page = {
    id: pageId,
    name: office.name[office.language],
    url: `${address}/status`,
    time_zone: office.timeZone,
    updated_at: isoTime(state.lastAt),
  }
  const components = office.services.map((service, index) => componentOf(state, service, index))
  const standing = bySeverity(state.notices)
  const ended = endedToday(state, now)

  const maintenance = (notice: Notice | EndedNotice) => maintenanceOf(incident(notice), notice.content, notice.raisedAt)
  const incident = (notice: Notice | EndedNotice) =>
    'endedAt' in notice ? endedIncident(state, notice, address) : standingIncident(state, notice, address)
  const unresolved = standing.filter(isNotPlanned).map(incident)
  const active = standing.filter(isPlanned).map(maintenance)
  // When it was planned nobody noted. Programs take a date ahead of now for a fault, and one that moves with every ticket
  // for news: the beginning of the day is neither.
  const dayBegan = momentOf(state.day, 0, office.timeZone)
  const upcoming = state.scheduled.map((scheduled) =>
    scheduledMaintenance(state, scheduled, address, Math.min(dayBegan, scheduled.raiseAt)),
  )
  const incidents = [...unresolved, ...ended.filter(isNotPlanned).map(incident)]
  const completed = ended.filter(isPlanned).map(maintenance)
  const status = overall(standing)
  return {
    'summary.json': {
      page,
      components,
      incidents: unresolved,
      scheduled_maintenances: [...active, ...upcoming],
      status,
    },
    'status.json': { page, status },
    'components.json': { page, components },
    'incidents.json': { page, incidents },
    'incidents/unresolved.json': { page, incidents: unresolved },
    'scheduled-maintenances.json': { page, scheduled_maintenances: [...active, ...upcoming, ...completed] },
    'scheduled-maintenances/active.json': { page, scheduled_maintenances: active },
    'scheduled-maintenances/upcoming.json': { page, scheduled_maintenances: upcoming },
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

function isPlanned({ content }: Pick<Notice, 'content'>): boolean {
  return content.kind === 'maintenance'
}

function isNotPlanned(notice: Pick<Notice, 'content'>): boolean {
  return !isPlanned(notice)
}

function overall(standing: readonly Notice[]): { indicator: string; description: string } {
  const worst = standing
    .map(({ content }) => impact[content.kind])
    .sort((a, b) => order.indexOf(b) - order.indexOf(a))[0]
  const indicator = worst ?? 'none'
  return { indicator, description: descriptions[indicator] }
}

const order: readonly Impact[] = ['none', 'maintenance', 'minor', 'major']

// The words of the schema itself, which programs compare; people read the notices.
const descriptions: Readonly<Record<Impact, string>> = {
  none: 'All Systems Operational',
  maintenance: 'Service Under Maintenance',
  minor: 'Minor Service Outage',
  major: 'Major Service Outage',
}
