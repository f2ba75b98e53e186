import { localDate } from '../../shared/day.ts'
import type { EpochMs, NoticeId } from '../../shared/ids.ts'
import {
  touchedServices,
  type EndedNotice,
  type Notice,
  type NoticeContent,
  type NoticeKind,
  type ScheduledNotice,
} from '../../shared/notice.ts'
import type { Service } from '../../shared/office.ts'
import type { OfficeState } from '../../shared/state.ts'
import { noticeView, serviceView } from '../../shared/views/common.ts'
import {
  noticeText,
  plannedHeading,
  plannedSentence,
  recoveryText,
  type NoticeText,
} from '../../shared/words/notice-text.ts'
import {
  componentOf,
  componentStatus,
  impact,
  isoTime,
  pageId,
  type Component,
  type Impact,
} from './status-components.ts'

/**
 * Notices as the incidents and scheduled maintenances of Atlassian Statuspage v2, texts in the office's language.
 *
 * A standing notice is an incident, and each of its wordings an update of it:
 *
 * investigating  the cause has not been said
 * identified     the cause has been said
 * monitoring     numbers are given again for what an earlier wording had stopped
 * resolved       it works again; told for the rest of the day
 *
 * Planned work (`maintenance`), and every notice that is set for later, is a scheduled maintenance: scheduled,
 * in_progress, verifying where an incident would be monitoring, completed. Its `scheduled_until` is null where nobody
 * knows the end, for a time is never guessed.
 *
 * The words of an update are those of its own moment and do not change afterwards, nor does its id.
 */
export interface Incident {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly created_at: string
  readonly updated_at: string
  readonly monitoring_at: string | null
  readonly resolved_at: string | null
  readonly impact: Impact
  readonly shortlink: string
  /** Null for what has not begun. */
  readonly started_at: string | null
  readonly page_id: string
  readonly incident_updates: readonly IncidentUpdate[]
  readonly components: readonly Component[]
}

export interface Maintenance extends Incident {
  readonly scheduled_for: string
  readonly scheduled_until: string | null
}

export interface IncidentUpdate {
  readonly id: string
  readonly status: string
  readonly body: string
  readonly incident_id: string
  readonly created_at: string
  readonly updated_at: string
  readonly display_at: string
  readonly affected_components: readonly {
    readonly code: string
    readonly name: string
    readonly old_status: string
    readonly new_status: string
  }[]
  readonly deliver_notifications: boolean
  readonly custom_tweet: null
  readonly tweet_id: null
}

export function standingIncident(state: OfficeState, notice: Notice, address: string): Incident {
  const { id, content, raisedAt, updatedAt, history } = notice
  const { language, timeZone } = state.office
  const updates = history.map(({ revision, at, content: said }, i): IncidentUpdate => {
    const before = history.slice(0, i).map((wording) => wording.content)
    const view = noticeView(state, { id, revision, content: said, raisedAt, updatedAt: at })
    return updateOf(state, id, String(revision), {
      at,
      status: statusOf(content.kind, phaseOf(said, before)),
      body: sentencesOf(noticeText(view, language, timeZone, at)).join(' '),
      before: before.at(-1) ?? null,
      after: said,
    })
  })
  const newest = updates.at(-1)
  return {
    ...incidentOf(state, id, content, raisedAt, address),
    name: noticeText(noticeView(state, notice), language, timeZone, updatedAt).heading,
    status: newest?.status ?? statusOf(content.kind, phaseOf(content, [])),
    updated_at: isoTime(updatedAt),
    monitoring_at:
      updates.findLast(({ status }) => status === 'monitoring' || status === 'verifying')?.created_at ?? null,
    incident_updates: updates.toReversed(),
  }
}

/** What was resolved today and can be told, the newest first; of what only informed nothing works again. */
export function endedToday({ ended, office }: OfficeState, now: EpochMs): readonly EndedNotice[] {
  const today = localDate(now, office.timeZone)
  return ended
    .filter(({ content, endedAt }) => content.kind !== 'information' && localDate(endedAt, office.timeZone) === today)
    .filter(({ content }) => touchedServices(content.scope, office).length > 0)
    .toReversed()
}

export function endedIncident(state: OfficeState, ended: EndedNotice, address: string): Incident {
  const { id, content, raisedAt, endedAt } = ended
  const { language, timeZone } = state.office
  const services = touchedServices(content.scope, state.office).map(serviceView)
  const recovery = { id, office: content.scope.office, services, endedAt, held: ended.held, languages: null }
  const { heading, held } = recoveryText(recovery, language, timeZone, endedAt)
  const view = noticeView(state, { id, revision: 1, content, raisedAt, updatedAt: endedAt })
  const update = updateOf(state, id, 'resolved', {
    at: endedAt,
    status: statusOf(content.kind, 'resolved'),
    body: [heading, held].filter((text) => text !== null).join('\n'),
    before: content,
    after: null,
  })
  return {
    ...incidentOf(state, id, content, raisedAt, address),
    name: noticeText(view, language, timeZone, endedAt).heading,
    status: update.status,
    updated_at: update.created_at,
    resolved_at: update.created_at,
    incident_updates: [update],
  }
}

/** Planned work that has begun or is over, with its times. */
export function maintenanceOf(
  incident: Incident,
  { since, expectedEnd }: NoticeContent,
  raisedAt: EpochMs,
): Maintenance {
  return {
    ...incident,
    scheduled_for: isoTime(since ?? raisedAt),
    scheduled_until: expectedEnd === null ? null : isoTime(expectedEnd),
  }
}

/**
 * A notice that is set for later. Nobody noted when it was set, so `datedAt` says by what it is dated: left out, by when it
 * goes up, which a feed of entries needs, since it never changes.
 */
export function scheduledMaintenance(
  state: OfficeState,
  scheduled: ScheduledNotice,
  address: string,
  datedAt: EpochMs = scheduled.raiseAt,
): Maintenance {
  const { id, content, raiseAt } = scheduled
  const { language, timeZone } = state.office
  const view = noticeView(state, { id, revision: 1, content, raisedAt: raiseAt, updatedAt: raiseAt })
  // A time is always said with its date: what is planned is read on other days.
  const when = plannedSentence(view, language, timeZone, 0)
  const { cause, stillOpen, instruction } = noticeText(view, language, timeZone, raiseAt)
  const update = updateOf(state, id, 'planned', {
    at: datedAt,
    status: 'scheduled',
    body: [when, cause, stillOpen, instruction].filter((text) => text !== null).join(' '),
    before: null,
    after: content,
  })
  const incident: Incident = {
    ...incidentOf(state, id, content, datedAt, address),
    name: plannedHeading(view, language),
    status: 'scheduled',
    started_at: null,
    impact: content.kind === 'information' ? 'none' : 'maintenance',
    incident_updates: [update],
  }
  return maintenanceOf(incident, content, raiseAt)
}

/** The sentences of a notice that say something, in the order people read them. */
export function sentencesOf(text: NoticeText): readonly string[] {
  const { cause, since, newTickets, waiting, stillOpen, instruction, end, news } = text
  return [cause, since, stillOpen, waiting, newTickets, instruction, end, news].filter((line) => line !== null)
}

function incidentOf(state: OfficeState, id: NoticeId, content: NoticeContent, createdAt: EpochMs, address: string) {
  const touched = new Set(touchedServices(content.scope, state.office))
  return {
    id: incidentId(id),
    created_at: isoTime(createdAt),
    updated_at: isoTime(createdAt),
    monitoring_at: null,
    resolved_at: null,
    impact: impact[content.kind],
    shortlink: `${address}/status`,
    started_at: isoTime(content.since ?? createdAt),
    page_id: pageId,
    components: state.office.services.flatMap((service, index) =>
      touched.has(service) ? [componentOf(state, service, index)] : [],
    ),
  }
}

interface Said {
  readonly at: EpochMs
  readonly status: string
  readonly body: string
  /** What was said before, and from now on; null where nothing is wrong. */
  readonly before: NoticeContent | null
  readonly after: NoticeContent | null
}

function updateOf(state: OfficeState, id: NoticeId, update: string, said: Said): IncidentUpdate {
  const { at, status, body, before, after } = said
  const statusIn = (content: NoticeContent | null, service: Service) =>
    content !== null && touchedServices(content.scope, state.office).includes(service)
      ? componentStatus[content.kind]
      : 'operational'
  const touched = state.office.services.filter((service) =>
    [before, after].some(
      (content) => content !== null && touchedServices(content.scope, state.office).includes(service),
    ),
  )
  return {
    id: `${incidentId(id)}-${update}`,
    status,
    body,
    incident_id: incidentId(id),
    created_at: isoTime(at),
    updated_at: isoTime(at),
    display_at: isoTime(at),
    affected_components: touched.map((service) => ({
      code: service.id,
      name: service.name[state.office.language],
      old_status: statusIn(before, service),
      new_status: statusIn(after, service),
    })),
    deliver_notifications: false,
    custom_tweet: null,
    tweet_id: null,
  }
}

type Phase = 'investigating' | 'identified' | 'monitoring' | 'resolved'

function phaseOf({ newTickets, cause }: NoticeContent, before: readonly NoticeContent[]): Phase {
  if (newTickets !== 'stop' && before.some((earlier) => earlier.newTickets === 'stop')) return 'monitoring'
  return cause === null ? 'investigating' : 'identified'
}

function statusOf(kind: NoticeKind, phase: Phase): string {
  return kind === 'maintenance' ? maintenanceStatus[phase] : phase
}

function incidentId(id: NoticeId): string {
  return `notice-${id}`
}

const maintenanceStatus: Readonly<Record<Phase, string>> = {
  investigating: 'in_progress',
  identified: 'in_progress',
  monitoring: 'verifying',
  resolved: 'completed',
}
