import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import { noticeIdSchema, type EpochMs } from '../ids.ts'
import { noticeLimits, touchedServices, type NoticeContent } from '../notice.ts'
import type { Office } from '../office.ts'
import type { PlainReason } from '../refusals.ts'
import type { OfficeState } from '../state.ts'
import { happened, refuse } from './answers.ts'

export function decideNotice(
  state: OfficeState,
  given: Given<CommandOf<'RaiseNotice' | 'UpdateNotice' | 'ResolveNotice' | 'ReportPainted'>>,
): Decision {
  const { command, at, actor } = given
  if (command.type === 'RaiseNotice') {
    const content = { ...command.content, since: command.content.since ?? at }
    const flaw = flawOf(state, content, at)
    if (flaw) return refuse({ reason: flaw })
    const same = state.notices.find((standing) => saysTheSame(state.office, standing.content, content))
    if (same) return refuse({ reason: 'notice-already-raised', notice: same.id })
    if (state.notices.length >= noticeLimits.standing) return refuse({ reason: 'too-many-notices' })
    return happened({
      type: 'NoticeRaised',
      notice: noticeIdSchema.parse(state.noticesRaised + 1),
      content,
      by: actor.kind === 'staff' ? actor.name : 'Loket',
    })
  }

  const notice = state.notices.find(({ id }) => id === command.notice)
  if (!notice) return refuse({ reason: 'no-such-notice' })
  switch (command.type) {
    case 'UpdateNotice': {
      const content = { ...command.content, since: command.content.since ?? notice.content.since }
      const flaw = flawOf(state, content, at)
      if (flaw) return refuse({ reason: flaw })
      const others = state.notices.filter(({ id }) => id !== notice.id)
      const same = others.find((standing) => saysTheSame(state.office, standing.content, content))
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

function flawOf(state: OfficeState, content: NoticeContent, at: EpochMs): PlainReason | null {
  const { scope } = content
  const named = scope.services.length + scope.systems.length
  if (!scope.office && named === 0) return 'notice-scope-empty'
  if (scope.office && named > 0) return 'notice-scope-unclear'
  const services = new Set(state.office.services.map(({ id }) => id))
  const systems = new Set(state.office.systems.map(({ id }) => id))
  const known = scope.services.every((id) => services.has(id)) && scope.systems.every((id) => systems.has(id))
  if (!known) return 'notice-scope-unknown'
  if (touchedServices(scope, state.office).length === 0) return 'notice-scope-empty'
  if (content.expectedEnd !== null && content.expectedEnd <= Math.max(at, content.since ?? at))
    return 'end-not-after-start'
  if (content.nextNews !== null && content.nextNews <= at) return 'news-not-ahead'
  return null
}

/** Two desks raising the same thing at once mean one notice, also when one names the system and the other its services. */
function saysTheSame(office: Office, a: NoticeContent, b: NoticeContent): boolean {
  const touched = ({ scope }: NoticeContent) => JSON.stringify(touchedServices(scope, office).map(({ id }) => id))
  return a.kind === b.kind && touched(a) === touched(b)
}
