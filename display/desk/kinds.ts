import type { NoticeKind } from '../../shared/notice.ts'
import type { DeskKey } from './desk-context.ts'

/** What the kinds of notice are called at the desk, the gravest first. */
export const kindLabels: Readonly<Record<NoticeKind, DeskKey>> = {
  outage: 'kind_outage',
  degraded: 'kind_degraded',
  'pick-up-only': 'kind_pick_up_only',
  maintenance: 'kind_maintenance',
  closed: 'kind_closed',
  information: 'kind_information',
}

export const kinds = Object.keys(kindLabels) as readonly NoticeKind[]
