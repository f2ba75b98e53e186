import type { Day } from '../../shared/ids.ts'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'

/** What resolving a notice means for those who had to wait, worked out from the desk's view before anybody presses. */
export interface ComingBack {
  /** People whose place the notice keeps and who can be called again, by the class of their tickets. */
  readonly called: DeskView['services'][number]['classes']
  /** After so many of them in a row, those with priority left out, a counter calls somebody of today. */
  readonly inARowMax: number
  /** People who stay uncalled because another notice keeps their place too. */
  readonly stillHeld: number
  /** People who were sent home or took a return ticket for it, and the first day from which any of them is asked. */
  readonly returning: number
  readonly firstDay: Day | null
}

export function comingBackOf(
  notice: Pick<DeskNotice, 'id' | 'waiting' | 'services'>,
  { notices, services, returns }: Pick<DeskView, 'notices' | 'services' | 'returns'>,
): ComingBack {
  const touched = services.filter(({ id }) => notice.services.some((service) => service.id === id))
  const kept = notice.waiting === 'hold' ? touched : []
  const isHeldElsewhere = (service: { readonly id: string }) =>
    notices.some(
      (other) =>
        other.id !== notice.id && other.waiting === 'hold' && other.services.some(({ id }) => id === service.id),
    )
  const freed = kept.filter((service) => !isHeldElsewhere(service))
  const days = returns.days
    .map(({ day, services: promised }) => ({
      day,
      count: promised
        .filter(({ service }) => touched.some(({ id }) => id === service.id))
        .reduce((all, { count }) => all + count, 0),
    }))
    .filter(({ count }) => count > 0)
  return {
    called: {
      regular: sum(freed, ({ classes }) => classes.regular),
      priority: sum(freed, ({ classes }) => classes.priority),
      return: sum(freed, ({ classes }) => classes.return),
    },
    inARowMax: returns.inARowMax,
    stillHeld: sum(kept.filter(isHeldElsewhere), ({ waiting }) => waiting),
    returning: sum(days, ({ count }) => count),
    firstDay: days[0]?.day ?? null,
  }
}

function sum<Each>(all: readonly Each[], of: (each: Each) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}
