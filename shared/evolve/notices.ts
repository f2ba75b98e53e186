import type { EventOf } from '../events.ts'
import type { EpochMs, NoticeId } from '../ids.ts'
import type { Notice } from '../notice.ts'
import type { OfficeState } from '../state.ts'

type NoticeEvent = EventOf<'NoticeRaised' | 'NoticeUpdated' | 'NoticeResolved' | 'BannerPainted'>

export function evolveNotice(state: OfficeState, event: NoticeEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'NoticeRaised': {
      const notice: Notice = {
        id: event.notice,
        revision: 1,
        content: event.content,
        raisedAt: at,
        updatedAt: at,
        raisedBy: event.by,
        painted: {},
      }
      return { ...state, noticesRaised: event.notice, notices: [...state.notices, notice] }
    }
    case 'NoticeUpdated':
      return withNotice(state, event.notice, (notice) => ({
        ...notice,
        revision: notice.revision + 1,
        content: event.content,
        updatedAt: at,
      }))
    case 'NoticeResolved':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== event.notice) }
    case 'BannerPainted':
      return withNotice(state, event.notice, (notice) => ({
        ...notice,
        painted: { ...notice.painted, [event.screen]: event.revision },
      }))
    default:
      return event satisfies never
  }
}

function withNotice(state: OfficeState, id: NoticeId, change: (notice: Notice) => Notice): OfficeState {
  return { ...state, notices: state.notices.map((notice) => (notice.id === id ? change(notice) : notice)) }
}
