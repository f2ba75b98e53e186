import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { OfficeView } from '../../shared/views/common.ts'

/**
 * Whether a screen should say that nobody has confirmed today's services yet: as long as the office serves, gives
 * numbers or still opens today. Of a day on which it does not open there is nothing to confirm.
 */
export function saysUnconfirmed({ confirmed, opening, early, timeZone }: OfficeView, now: EpochMs): boolean {
  if (confirmed) return false
  const opensToday = opening.until !== null && localDate(opening.until, timeZone) === localDate(now, timeZone)
  return opening.open || early || opensToday
}
