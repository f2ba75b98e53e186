import { reaches } from '../../shared/chosen-scope.ts'
import type { EpochMs, NoticeId } from '../../shared/ids.ts'
import type { NoticeContent, NoticeKind } from '../../shared/notice.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { DeskService, DeskView } from '../../shared/views/desk.ts'

/**
 * The notices as screens will get them once `content` is raised at `at`, or replaces the standing notice `editing`: what
 * the preview shows is what the hub will send, the gravest first. `others` are those that stand beside it.
 */
export function boardWith(
  content: NoticeContent,
  editing: NoticeId | null,
  others: readonly NoticeView[],
  view: DeskView,
  at: EpochMs,
): readonly NoticeView[] {
  const kept = others.filter(({ id }) => id !== editing)
  const board = [...kept, noticeOf(content, editing ?? notYetRaised, view, at)]
  const stopped = new Set(
    board.filter(({ newTickets }) => newTickets === 'stop').flatMap(({ services }) => services.map(({ id }) => id)),
  )
  return board
    .map((notice) => ({
      ...notice,
      stillOpen: view.services.filter(
        (service) => !stopped.has(service.id) && notice.services.every(({ id }) => id !== service.id),
      ),
    }))
    .toSorted((a, b) => gravity[a.kind] - gravity[b.kind] || Number(b.office) - Number(a.office) || a.id - b.id)
}

/** One notice as a screen gets it, alone. */
export function noticeOf(content: NoticeContent, id: NoticeId, view: DeskView, at: EpochMs): NoticeView {
  const { scope, kind, cause, instruction, expectedEnd, nextNews, newTickets, waiting, languages = null } = content
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
  }
}

/** The services a notice would touch, with their waiting people. */
export function touchedBy({ scope }: Pick<NoticeContent, 'scope'>, view: DeskView): readonly DeskService[] {
  return view.services.filter(({ id }) => reaches(scope, id, view.systems))
}

/** The hub's own order, which lies beside its schemas; a test holds the two to the same. */
const gravity: Readonly<Record<NoticeKind, number>> = {
  outage: 0,
  degraded: 1,
  'pick-up-only': 2,
  maintenance: 3,
  closed: 4,
  information: 5,
}

// Stands for a notice that has no number yet, and is younger than all others; it never leaves this page.
const notYetRaised = Number.MAX_SAFE_INTEGER as NoticeId
