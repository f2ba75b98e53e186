import type { EpochMs, NoticeId } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { DeskService, DeskView } from '../../shared/views/desk.ts'
import { reaches } from './notice-draft.ts'

/**
 * The notice as screens will get it once `content` is raised, or replaces the standing notice `editing`: what the
 * preview shows is what the hub will send.
 */
export function previewOf(content: NoticeContent, editing: NoticeId | null, view: DeskView, now: EpochMs): NoticeView {
  const others = view.notices.filter(({ id }) => id !== editing)
  const stopped = (service: DeskService) =>
    others.some(({ newTickets, services }) => newTickets === 'stop' && services.some(({ id }) => id === service.id))
  const { scope, kind, cause, instruction, expectedEnd, nextNews, newTickets, waiting } = content
  const touched = touchedBy(content, view)
  return {
    id: editing ?? notYetRaised,
    revision: 1,
    kind,
    office: scope.office,
    services: touched,
    stillOpen: view.services.filter((service) => !touched.includes(service) && !stopped(service)),
    systems: view.systems.flatMap(({ id, name }) => {
      const known = scope.systems.find((system) => system === id)
      return known === undefined ? [] : [{ id: known, name }]
    }),
    cause,
    instruction,
    since: content.since ?? now,
    updatedAt: now,
    expectedEnd,
    nextNews,
    newTickets,
    waiting,
  }
}

/** The services a notice would touch, with their waiting people. */
export function touchedBy({ scope }: Pick<NoticeContent, 'scope'>, view: DeskView): readonly DeskService[] {
  return view.services.filter(({ id }) => reaches(scope, id, view.systems))
}

// Stands for a notice that has no number yet; it never leaves this page.
const notYetRaised = 0 as NoticeId
