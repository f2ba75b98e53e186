import { CalendarClock, DoorClosed, Hourglass, Info, PackageCheck, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { NoticeView } from '../../shared/views/common.ts'

/** The picture of each kind of notice, the same wherever the public meets it. */
export const noticeIcons: Readonly<Record<NoticeView['kind'], LucideIcon>> = {
  outage: TriangleAlert,
  degraded: Hourglass,
  'pick-up-only': PackageCheck,
  maintenance: CalendarClock,
  closed: DoorClosed,
  information: Info,
}
