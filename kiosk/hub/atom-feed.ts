import type { EpochMs } from '../../shared/ids.ts'
import type { OfficeState } from '../../shared/state.ts'
import {
  endedIncident,
  endedToday,
  scheduledMaintenance,
  standingIncident,
  type Incident,
  type IncidentUpdate,
} from './status-incidents.ts'

/**
 * What was said of notices as an Atom feed (RFC 4287), the newest first: one entry for each wording of a standing
 * notice, for what was resolved today and for what is planned. An entry never changes and keeps its id, so that a
 * reader shows each once; only a plan that was changed is said anew under its old id.
 */
export function atomFeed(state: OfficeState, now: EpochMs, address: string): string {
  const { language, name } = state.office
  const incidents = [
    ...state.notices.map((notice) => standingIncident(state, notice, address)),
    ...endedToday(state, now).map((ended) => endedIncident(state, ended, address)),
    ...state.scheduled.map((scheduled) => scheduledMaintenance(state, scheduled, address)),
  ]
  const entries = incidents
    .flatMap((incident) => incident.incident_updates.map((update) => ({ incident, update })))
    .toSorted((a, b) => Date.parse(b.update.created_at) - Date.parse(a.update.created_at))
    .slice(0, entriesMax)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${address}/status</id>`,
    `<title>${escape(name[language])}</title>`,
    `<updated>${new Date(state.lastAt).toISOString()}</updated>`,
    `<author><name>${escape(name[language])}</name></author>`,
    `<link rel="self" href="${address}/feed.atom"/>`,
    ...entries.map(({ incident, update }) => entryOf(incident, update, address)),
    '</feed>',
  ].join('')
}

function entryOf({ name, created_at }: Incident, { id, body, updated_at }: IncidentUpdate, address: string): string {
  return [
    '<entry>',
    `<id>${address}/status#${id}</id>`,
    `<title>${escape(titleOf(name, id, body))}</title>`,
    `<published>${created_at}</published>`,
    `<updated>${updated_at}</updated>`,
    `<link href="${address}/status"/>`,
    `<content type="text">${escape(body)}</content>`,
    '</entry>',
  ].join('')
}

/** What works again is no news under the heading of what did not. */
function titleOf(name: string, id: string, body: string): string {
  return id.endsWith('-resolved') ? (body.split('\n')[0] ?? name) : name
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const entriesMax = 100
