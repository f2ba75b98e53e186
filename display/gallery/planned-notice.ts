import { addDays, momentOf } from '../../shared/day.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'

/** The records are moved to a new system, from the night after the examples' day for three days. */
export const plannedNotice: NoticeContent = {
  kind: 'maintenance',
  scope: { office: false, services: [], systems: exampleOffice.systems.map(({ id }) => id) },
  cause: {
    id: 'Data dipindahkan ke sistem baru.',
    en: 'Records are being moved to a new system.',
    su: 'Data nuju dialihkeun ka sistem énggal.',
  },
  instruction: null,
  since: null,
  expectedEnd: onDay(4, 12),
  nextNews: null,
  newTickets: 'stop',
  waiting: 'hold',
}

export const plannedFrom = onDay(1, 3, 10)

/** A time so many days after the day of the examples. */
export function onDay(days: number, hour: number, minute = 0): number {
  return momentOf(addDays(daySchema.parse('2026-11-24'), days), hour * 60 + minute, exampleOffice.timeZone)
}
