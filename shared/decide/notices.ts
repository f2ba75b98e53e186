import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import { noticeIdSchema, type EpochMs, type NoticeId } from '../ids.ts'
import {
  noticeLanguages,
  noticeLimits,
  touchedServices,
  type Notice,
  type NoticeContent,
  type NoticeScope,
  type ScheduledNotice,
} from '../notice.ts'
import type { Office } from '../office.ts'
import type { PlainReason } from '../refusals.ts'
import type { OfficeState } from '../state.ts'
import { happened, refuse } from './answers.ts'

type StandingCommand = CommandOf<'UpdateNotice' | 'ResolveNotice' | 'ReportPainted'>
type ScheduleCommand = CommandOf<'ScheduleNotice' | 'RescheduleNotice' | 'RaiseScheduled'>

export function decideNotice(
  state: OfficeState,
  given: Given<CommandOf<'RaiseNotice' | 'WithdrawNotice'> | StandingCommand | ScheduleCommand>,
): Decision {
  const { command } = given
  switch (command.type) {
    case 'RaiseNotice': {
      const content = { ...command.content, since: command.content.since ?? given.at }
      return raised(state, given, nextNotice(state), content, flawOf(state, content, given.at))
    }
    case 'WithdrawNotice':
      return find(state.notices, command.notice) || find(state.scheduled, command.notice)
        ? happened({ type: 'NoticeWithdrawn', notice: command.notice })
        : refuse({ reason: 'no-such-notice' })
    case 'UpdateNotice':
    case 'ResolveNotice':
    case 'ReportPainted': {
      const notice = find(state.notices, command.notice)
      if (notice) return decideStanding(state, { ...given, command }, notice)
      return refuse({ reason: find(state.scheduled, command.notice) ? 'notice-not-standing' : 'no-such-notice' })
    }
    case 'ScheduleNotice':
    case 'RescheduleNotice':
    case 'RaiseScheduled':
      return decideSchedule(state, { ...given, command })
    default:
      return command satisfies never
  }
}

function decideStanding(state: OfficeState, given: Given<StandingCommand>, notice: Notice): Decision {
  const { command, at, actor } = given
  switch (command.type) {
    case 'UpdateNotice': {
      const content = { ...command.content, since: command.content.since ?? notice.content.since }
      const flaw = flawOf(state, content, at)
      if (flaw) return refuse({ reason: flaw })
      const same = sameAs(state, content, notice.id)
      if (same) return refuse({ reason: 'notice-already-raised', notice: same.id })
      return happened({ type: 'NoticeUpdated', notice: notice.id, content })
    }
    case 'ResolveNotice':
      return happened({ type: 'NoticeResolved', notice: notice.id })
    case 'ReportPainted': {
      if (actor.kind !== 'screen') return refuse({ reason: 'not-allowed' })
      const known = Object.hasOwn(notice.painted, actor.screen)
      const before = known ? (notice.painted[actor.screen] ?? 0) : 0
      if (command.revision > notice.revision || command.revision <= before) return refuse({ reason: 'already-painted' })
      if (!known && Object.keys(notice.painted).length >= noticeLimits.paintedScreens)
        return refuse({ reason: 'too-many-screens' })
      return happened({
        type: 'BannerPainted',
        notice: notice.id,
        revision: command.revision,
        screen: actor.screen,
      })
    }
    default:
      return command satisfies never
  }
}

function decideSchedule(state: OfficeState, given: Given<ScheduleCommand>): Decision {
  const { command, at, actor } = given
  if (command.type === 'RaiseScheduled') {
    const scheduled = find(state.scheduled, command.notice)
    return scheduled ? decideDue(state, given, scheduled) : refuse({ reason: 'notice-not-scheduled' })
  }
  const { content, raiseAt } = command
  if (raiseAt <= at) return refuse({ reason: 'moment-not-ahead' })
  if (raiseAt > at + noticeLimits.daysAhead * 24 * 3_600_000) return refuse({ reason: 'moment-too-far' })
  const flaw = flawOf(state, content, raiseAt)
  if (flaw) return refuse({ reason: flaw })
  const own = command.type === 'RescheduleNotice' ? command.notice : null
  if (own !== null && !find(state.scheduled, own)) return refuse({ reason: 'notice-not-scheduled' })
  const same = state.scheduled.find(
    (other) => other.id !== own && other.raiseAt === raiseAt && saysTheSame(state.office, other.content, content),
  )
  if (same) return refuse({ reason: 'notice-already-raised', notice: same.id })
  if (own !== null) return happened({ type: 'NoticeRescheduled', notice: own, content, raiseAt })
  if (state.scheduled.length >= noticeLimits.scheduled) return refuse({ reason: 'too-many-notices' })
  return happened({
    type: 'NoticeScheduled',
    notice: nextNotice(state),
    content,
    raiseAt,
    by: actor.kind === 'staff' ? actor.name : 'Loket',
  })
}

/**
 * A scheduled notice whose time has come, by the clock or because staff show it now. By the clock, one that is over
 * already, because the machine was off, or that somebody has raised meanwhile, is withdrawn, and one that was set for a
 * later moment meanwhile is left alone; staff are told. What the office document has lost since it was written is left
 * out; something is left that it touches.
 */
function decideDue(state: OfficeState, given: Given, { id, content: planned, raiseAt, by }: ScheduledNotice): Decision {
  const { at, actor } = given
  const { languages: named, ...rest } = planned
  const languages = noticeLanguages({ languages: named }, state.office)
  const content = {
    ...rest,
    ...(languages && { languages }),
    scope: known(state.office, planned.scope),
    since: planned.since ?? at,
  }
  // News that was promised for a moment before it was raised is overdue at once, and said to be.
  const flaw = flawOf(state, { ...content, nextNews: null }, at)
  if (actor.kind === 'staff') return raised(state, given, id, content, flaw)
  if (raiseAt > at) return happened()
  const isOver = content.expectedEnd !== null && content.expectedEnd <= at
  if (isOver || sameAs(state, content, id)) return happened({ type: 'NoticeWithdrawn', notice: id })
  return raised(state, { actor: { kind: 'staff', name: by } }, id, content, flaw)
}

function raised(
  state: OfficeState,
  { actor }: Pick<Given, 'actor'>,
  notice: NoticeId,
  content: NoticeContent,
  flaw: PlainReason | null,
): Decision {
  if (flaw) return refuse({ reason: flaw })
  const same = sameAs(state, content, notice)
  if (same) return refuse({ reason: 'notice-already-raised', notice: same.id })
  if (state.notices.length >= noticeLimits.standing) return refuse({ reason: 'too-many-notices' })
  return happened({ type: 'NoticeRaised', notice, content, by: actor.kind === 'staff' ? actor.name : 'Loket' })
}

function flawOf(state: OfficeState, content: NoticeContent, at: EpochMs): PlainReason | null {
  const { scope } = content
  const named = scope.services.length + scope.systems.length
  if (!scope.office && named === 0) return 'notice-scope-empty'
  if (scope.office && named > 0) return 'notice-scope-unclear'
  const { services, systems } = known(state.office, scope)
  if (services.length + systems.length < named) return 'notice-scope-unknown'
  if (touchedServices(scope, state.office).length === 0) return 'notice-scope-empty'
  const { languages = [] } = content
  if (languages.some((language) => !state.office.languages.includes(language))) return 'notice-language-unknown'
  if (content.expectedEnd !== null && content.expectedEnd <= Math.max(at, content.since ?? at))
    return 'end-not-after-start'
  if (content.nextNews !== null && content.nextNews <= at) return 'news-not-ahead'
  return null
}

/** The scope without services and systems that the office does not have. */
function known(office: Office, scope: NoticeScope): NoticeScope {
  const services = new Set(office.services.map(({ id }) => id))
  const systems = new Set(office.systems.map(({ id }) => id))
  return {
    office: scope.office,
    services: scope.services.filter((id) => services.has(id)),
    systems: scope.systems.filter((id) => systems.has(id)),
  }
}

/** Two desks raising the same thing at once mean one notice, also when one names the system and the other its services. */
function sameAs(state: OfficeState, content: NoticeContent, except: NoticeId): Notice | undefined {
  return state.notices.find((other) => other.id !== except && saysTheSame(state.office, other.content, content))
}

function saysTheSame(office: Office, a: NoticeContent, b: NoticeContent): boolean {
  const touched = ({ scope }: NoticeContent) => JSON.stringify(touchedServices(scope, office).map(({ id }) => id))
  return a.kind === b.kind && touched(a) === touched(b)
}

function nextNotice(state: OfficeState): NoticeId {
  return noticeIdSchema.parse(state.noticesRaised + 1)
}

function find<Each extends { readonly id: NoticeId }>(all: readonly Each[], id: NoticeId): Each | undefined {
  return all.find((one) => one.id === id)
}
