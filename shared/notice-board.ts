import type { NoticeId } from './ids.ts'
import type { NoticeContent, NoticeKind } from './notice.ts'
import type { NoticeView } from './views/common.ts'

/**
 * Standing notices as they are shown beside each other, the gravest first. One of them may stop or hold what another
 * only warns of: what a notice says of numbers is what holds for all that it touches, so that no banner promises what
 * the next one denies. Pages use it too, so it knows no schema.
 */
export function asBoard<View extends NoticeView>(notices: readonly View[]): readonly View[] {
  const touchedBy = (some: readonly View[]) => new Set(some.flatMap(({ services }) => services.map(({ id }) => id)))
  const stopped = touchedBy(notices.filter(({ newTickets }) => newTickets === 'stop'))
  const held = touchedBy(notices.filter(({ waiting }) => waiting === 'hold'))
  return notices
    .map((notice): View => {
      const { kind, services } = notice
      if (kind === 'information' || services.length === 0) return notice
      return {
        ...notice,
        newTickets: services.every(({ id }) => stopped.has(id)) ? 'stop' : notice.newTickets,
        waiting: services.every(({ id }) => held.has(id)) ? 'hold' : notice.waiting,
      }
    })
    .toSorted(byGravity)
}

/**
 * The gravest first: what stops numbers before what does not, and what only informs last; among these what is about the
 * whole office, then by kind, then the older one.
 */
export function byGravity(a: Graded, b: Graded): number {
  return (
    gravityOf(a) - gravityOf(b) || Number(b.office) - Number(a.office) || kinds[a.kind] - kinds[b.kind] || a.id - b.id
  )
}

interface Graded {
  readonly id: NoticeId
  readonly kind: NoticeKind
  readonly office: boolean
  readonly newTickets: NoticeContent['newTickets']
}

function gravityOf({ kind, newTickets }: Graded): number {
  return kind === 'information' ? 2 : newTickets === 'stop' ? 0 : 1
}

const kinds: Readonly<Record<NoticeKind, number>> = {
  outage: 0,
  closed: 1,
  maintenance: 2,
  'pick-up-only': 3,
  degraded: 4,
  information: 5,
}
