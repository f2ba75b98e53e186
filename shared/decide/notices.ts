import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import { noticeIdSchema, type EpochMs } from '../ids.ts'
import { noticeLimits, type NoticeContent, type NoticeScope } from '../notice.ts'
import type { PlainReason } from '../refusals.ts'
import type { OfficeState } from '../state.ts'
import { happened, refuse } from './answers.ts'

export function decideNotice(
  state: OfficeState,
  given: Given<CommandOf<'RaiseNotice' | 'UpdateNotice' | 'ResolveNotice' | 'ReportPainted'>>,
): Decision {
  const { command, at, actor } = given
  if (command.type === 'RaiseNotice') {
    const flaw = flawOf(state, command.content, at)
    if (flaw) return refuse({ reason: flaw })
    const same = state.notices.find(({ content }) => saysTheSame(content, command.content))
    if (same) return refuse({ reason: 'notice-already-raised', notice: same.id })
    if (state.notices.length >= noticeLimits.standing) return refuse({ reason: 'too-many-notices' })
    return happened({
      type: 'NoticeRaised',
      notice: noticeIdSchema.parse(state.noticesRaised + 1),
      content: { ...command.content, since: command.content.since ?? at },
      by: actor.kind === 'staff' ? actor.name : 'Loket',
    })
  }

  const notice = state.notices.find(({ id }) => id === command.notice)
  if (!notice) return refuse({ reason: 'no-such-notice' })
  switch (command.type) {
    case 'UpdateNotice': {
      const flaw = flawOf(state, command.content, at)
      if (flaw) return refuse({ reason: flaw })
      const since = command.content.since ?? notice.content.since
      return happened({ type: 'NoticeUpdated', notice: notice.id, content: { ...command.content, since } })
    }
    case 'ResolveNotice':
      return happened({ type: 'NoticeResolved', notice: notice.id })
    case 'ReportPainted': {
      if (actor.kind !== 'screen') return refuse({ reason: 'not-allowed' })
      const before = notice.painted[actor.screen] ?? 0
      if (command.revision > notice.revision || command.revision <= before) return refuse({ reason: 'already-painted' })
      const known = actor.screen in notice.painted
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

function flawOf(state: OfficeState, content: NoticeContent, at: EpochMs): PlainReason | null {
  const { scope } = content
  const named = scope.services.length + scope.systems.length
  if (!scope.office && named === 0) return 'notice-scope-empty'
  if (scope.office && named > 0) return 'notice-scope-unclear'
  const services = new Set(state.office.services.map(({ id }) => id))
  const systems = new Set(state.office.systems.map(({ id }) => id))
  const known = scope.services.every((id) => services.has(id)) && scope.systems.every((id) => systems.has(id))
  if (!known) return 'notice-scope-unknown'
  if (content.expectedEnd !== null && content.expectedEnd <= Math.max(at, content.since ?? at))
    return 'end-not-after-start'
  if (content.nextNews !== null && content.nextNews <= at) return 'news-not-ahead'
  return null
}

/** Two desks raising the same thing at once mean one notice: the same kind about the same things. */
function saysTheSame(a: NoticeContent, b: NoticeContent): boolean {
  return a.kind === b.kind && scopeKey(a.scope) === scopeKey(b.scope)
}

function scopeKey(scope: NoticeScope): string {
  return JSON.stringify([scope.office, scope.services.toSorted(), scope.systems.toSorted()])
}
