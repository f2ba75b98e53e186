import type { EventOf, Recorded } from '../events.ts'
import type { NoticeId } from '../ids.ts'
import { noticeLimits, type Notice } from '../notice.ts'
import type { OfficeState } from '../state.ts'
import { servicesFreed, withPlacesFreed } from './kept-places.ts'

type NoticeEvent = EventOf<
  | 'NoticeRaised'
  | 'NoticeUpdated'
  | 'NoticeResolved'
  | 'NoticeWithdrawn'
  | 'NoticeScheduled'
  | 'NoticeRescheduled'
  | 'BannerPainted'
>

export function evolveNotice(state: OfficeState, event: NoticeEvent, recorded: Recorded): OfficeState {
  const { at } = recorded
  switch (event.type) {
    case 'NoticeRaised': {
      const { notice: id, content, by } = event
      const notice: Notice = {
        id,
        revision: 1,
        content,
        raisedAt: at,
        updatedAt: at,
        raisedBy: by,
        history: [{ revision: 1, at, by, content }],
        painted: {},
      }
      return {
        ...state,
        noticesRaised: Math.max(state.noticesRaised, id),
        notices: [...state.notices, notice].toSorted((a, b) => a.id - b.id),
        scheduled: without(state.scheduled, id),
      }
    }
    case 'NoticeUpdated': {
      const updated = withNotice(state, event.notice, (notice) => {
        const revision = notice.revision + 1
        const wording = { revision, at, by: authorOf(recorded), content: event.content }
        return {
          ...notice,
          revision,
          content: event.content,
          updatedAt: at,
          history: [...notice.history, wording].slice(-noticeLimits.history),
        }
      })
      return withPlacesFreed(state, updated)
    }
    case 'NoticeResolved':
      return resolved(state, event.notice, recorded)
    case 'NoticeWithdrawn': {
      const { notice: id } = event
      const withdrawn = { ...state, notices: without(state.notices, id), scheduled: without(state.scheduled, id) }
      return withPlacesFreed(state, withdrawn)
    }
    case 'NoticeScheduled': {
      const { notice: id, content, raiseAt, by } = event
      const scheduled = [...state.scheduled, { id, content, raiseAt, by }].toSorted((a, b) => a.raiseAt - b.raiseAt)
      return { ...state, noticesRaised: id, scheduled }
    }
    case 'NoticeRescheduled': {
      const { notice: id, content, raiseAt } = event
      const scheduled = state.scheduled
        .map((notice) => (notice.id === id ? { ...notice, content, raiseAt, by: authorOf(recorded) } : notice))
        .toSorted((a, b) => a.raiseAt - b.raiseAt)
      return { ...state, scheduled }
    }
    case 'BannerPainted':
      return withNotice(state, event.notice, (notice) => ({
        ...notice,
        painted: { ...notice.painted, [event.screen]: event.revision },
      }))
    default:
      return event satisfies never
  }
}

function resolved(state: OfficeState, id: NoticeId, recorded: Recorded): OfficeState {
  const notice = state.notices.find((standing) => standing.id === id)
  if (!notice) return state
  const rest = { ...state, notices: without(state.notices, id) }
  const { content, raisedAt } = notice
  const held = servicesFreed(state, rest).reduce((sum, service) => sum + (state.lines[service]?.length ?? 0), 0)
  const ended = { id, content, raisedAt, endedAt: recorded.at, endedBy: authorOf(recorded), held }
  return withPlacesFreed(state, { ...rest, ended: [...state.ended, ended].slice(-noticeLimits.ended) })
}

function authorOf({ actor }: Recorded): string {
  return actor.kind === 'staff' ? actor.name : 'Loket'
}

function without<Each extends { readonly id: NoticeId }>(all: readonly Each[], id: NoticeId): readonly Each[] {
  return all.filter((one) => one.id !== id)
}

function withNotice(state: OfficeState, id: NoticeId, change: (notice: Notice) => Notice): OfficeState {
  return { ...state, notices: state.notices.map((notice) => (notice.id === id ? change(notice) : notice)) }
}
