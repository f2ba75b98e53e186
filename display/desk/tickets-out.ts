import type { NoticeContent } from '../../shared/notice.ts'
import type { ServiceView } from '../../shared/views/common.ts'
import type { DeskNotice, DeskService, DeskView } from '../../shared/views/desk.ts'

/** The people who hold a number already when something stops working, and what can be done for them. */

/** Whether there is anything to ask: what only informs, and lets people be called, changes nothing for them. */
export function concernsTickets({ kind, waiting }: Pick<NoticeContent, 'kind' | 'waiting'>): boolean {
  return kind !== 'information' || waiting === 'hold'
}

/** Everybody a standing notice touches who waits or was set aside. */
export function peopleIn({ affected }: Pick<DeskNotice, 'affected'>): number {
  return affected.reduce((sum, { people }) => sum + people, 0)
}

/** The same for services, before a notice about them stands. */
export function peopleFor(services: readonly Pick<ServiceView, 'id'>[], view: DeskView): number {
  const isOne = ({ id }: Pick<ServiceView, 'id'>) => services.some((service) => service.id === id)
  const waiting = view.services.filter(isOne).reduce((sum, service) => sum + service.waiting, 0)
  return waiting + view.held.filter(({ service }) => isOne(service)).length
}

/** Where the people of a notice can be sent instead: what gives numbers now and calls its people. */
export function openServices(notice: Pick<DeskNotice, 'services'>, view: DeskView): readonly DeskService[] {
  return view.services.filter(
    ({ id, availability, onHold }) =>
      (availability === 'open' || availability === 'warned') &&
      !onHold &&
      notice.services.every((service) => service.id !== id),
  )
}

/** How many of a service wait in its line: those who were set aside by staff are not moved with it. */
export function waitingFor({ id }: Pick<ServiceView, 'id'>, view: DeskView): number {
  return view.services.find((service) => service.id === id)?.waiting ?? 0
}
