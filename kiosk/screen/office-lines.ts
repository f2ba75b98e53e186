import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView, PlannedView } from '../../shared/views/common.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { plannedLine, recoveryText } from '../../shared/words/notice-text.ts'
import { clockTime } from '../../shared/words/when.ts'
import type { CalmLine } from './calm-lines.tsx'
import { sentence } from './words.ts'

/** What is worth knowing beside the notices that stand, in sentences; everything or what touches one service. */

/** Numbers are given before the counters open, and nobody of the staff has looked yet. */
export function dayLines(office: OfficeView, language: Language, on: 'home' | 'number'): readonly CalmLine[] {
  const { opening, early, confirmed, timeZone } = office
  const lines: CalmLine[] = []
  if (early && opening.until !== null) {
    const time = clockTime(language, timeZone, opening.until)
    lines.push({ kind: 'early', text: sentence(language, on === 'home' ? 'early' : 'early_number', { time }) })
  }
  if (!confirmed) lines.push({ kind: 'unconfirmed', text: sentence(language, 'unconfirmed') })
  return lines
}

/** What works again since a short while ago. */
export function recoveryLines(
  { recoveries, office }: KioskView,
  language: Language,
  now: EpochMs,
  service?: KioskService,
): readonly CalmLine[] {
  return recoveries
    .filter(({ services }) => touches(services, service))
    .map((recovery) => ({ kind: 'works-again', text: recoveryText(recovery, language, office.timeZone, now).heading }))
}

/** What is planned for later today: whoever takes a number now has to know. News waits for its day. */
export function plannedToday(
  { planned, office }: KioskView,
  language: Language,
  now: EpochMs,
  service?: KioskService,
): readonly CalmLine[] {
  const { timeZone } = office
  return planned
    .filter(({ kind, since }) => kind !== 'information' && localDate(since, timeZone) === localDate(now, timeZone))
    .filter(({ services }) => touches(services, service))
    .map((notice) => ({ kind: 'planned', text: plannedLine(notice, language, timeZone, now) }))
}

/** All that is planned for a service: from when and, where that is known, until when and why. */
export function plannedFor(
  { planned, office }: KioskView,
  language: Language,
  now: EpochMs,
  service: KioskService,
): readonly string[] {
  return planned
    .filter(({ kind, services }) => kind !== 'information' && touches(services, service))
    .flatMap((notice) => [plannedLine(notice, language, office.timeZone, now), notice.cause?.[language] ?? null])
    .filter((text) => text !== null)
}

function touches(services: PlannedView['services'], service: KioskService | undefined): boolean {
  return !service || services.some(({ id }) => id === service.id)
}
