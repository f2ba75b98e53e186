import { reaches } from '../../shared/chosen-scope.ts'
import type { EpochMs, NoticeId } from '../../shared/ids.ts'
import { asBoard } from '../../shared/notice-board.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { DeskNotice, DeskService, DeskView } from '../../shared/views/desk.ts'

/**
 * The notices as screens will get them once `content` is raised at `at`, or replaces the standing notice `editing`: what
 * the preview shows is what the hub will send, the gravest first. `others` are those that stand beside it.
 */
export function boardWith(
  content: NoticeContent,
  editing: NoticeId | null,
  others: readonly DeskNotice[],
  view: DeskView,
  at: EpochMs,
): readonly NoticeView[] {
  // What each says by itself: what it says beside the others may be another now.
  const kept = others
    .filter(({ id }) => id !== editing)
    .map((notice) => ({ ...notice, newTickets: notice.content.newTickets, waiting: notice.content.waiting }))
  const board = [...kept, noticeOf(content, editing ?? notYetRaised, view, at)]
  const stopped = new Set(
    board.filter(({ newTickets }) => newTickets === 'stop').flatMap(({ services }) => services.map(({ id }) => id)),
  )
  return asBoard(
    board.map((notice) => ({
      ...notice,
      stillOpen: view.services.filter(
        (service) => !stopped.has(service.id) && notice.services.every(({ id }) => id !== service.id),
      ),
    })),
  )
}

/** One notice as a screen gets it, alone. */
export function noticeOf(content: NoticeContent, id: NoticeId, view: DeskView, at: EpochMs): NoticeView {
  const {
    scope,
    kind,
    cause,
    instruction,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
    languages = null,
    stillWorks = null,
  } = content
  const touched = touchedBy(content, view)
  return {
    id,
    revision: 1,
    kind,
    office: scope.office,
    services: touched,
    stillOpen: view.services.filter((service) => !touched.includes(service)),
    systems: view.systems.flatMap(({ id: system, name }) => {
      const known = scope.systems.find((chosen) => chosen === system)
      return known === undefined ? [] : [{ id: known, name }]
    }),
    cause,
    instruction,
    since: content.since ?? at,
    updatedAt: at,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
    languages,
    stillWorks,
  }
}

/** The services a notice would touch, with their waiting people. */
export function touchedBy({ scope }: Pick<NoticeContent, 'scope'>, view: DeskView): readonly DeskService[] {
  return view.services.filter(({ id }) => reaches(scope, id, view.systems))
}

// Stands for a notice that has no number yet, and is younger than all others; it never leaves this page.
const notYetRaised = Number.MAX_SAFE_INTEGER as NoticeId
