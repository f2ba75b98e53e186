import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView, PlannedView } from '../../shared/views/common.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { noticeText, recoveryText } from '../../shared/words/notice-text.ts'
import { list } from '../../shared/words/say.ts'
import { clockTime, moment } from '../../shared/words/when.ts'
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

/** What is planned for later today: whoever takes a number now has to know. */
export function plannedToday(
  { planned, office }: KioskView,
  language: Language,
  now: EpochMs,
  service?: KioskService,
): readonly CalmLine[] {
  const { timeZone } = office
  return planned
    .filter(({ since }) => localDate(since, timeZone) === localDate(now, timeZone))
    .filter(({ services }) => touches(services, service))
    .map((notice) => plannedFrom(notice, language, timeZone, now))
    .filter((text) => text !== null)
    .map((text) => ({ kind: 'planned', text }))
}

/** All that is planned for a service: from when, why, and until when where that is known. */
export function plannedFor(
  { planned, office }: KioskView,
  language: Language,
  now: EpochMs,
  service: KioskService,
): readonly string[] {
  return planned
    .filter(({ services }) => touches(services, service))
    .flatMap((notice) => {
      const from = plannedFrom(notice, language, office.timeZone, now)
      const { cause, end } = noticeText(notice, language, office.timeZone, now)
      return from === null ? [] : [from, cause, notice.expectedEnd === null ? null : end]
    })
    .filter((text) => text !== null)
}

/** Null for what only informs: it waits for its day. */
function plannedFrom(notice: PlannedView, language: Language, timeZone: string, now: EpochMs): string | null {
  const time = moment(language, timeZone, notice.since, now)
  const services = notice.office
    ? sentence(language, 'all_services')
    : list(
        language,
        notice.services.map(({ name }) => name[language]),
      )
  switch (notice.kind) {
    case 'outage':
    case 'maintenance':
    case 'closed':
      return notice.office
        ? sentence(language, 'planned_stop_office', { time })
        : sentence(language, 'planned_stop', { time, services })
    case 'degraded':
      return sentence(language, 'planned_degraded', { time, services })
    case 'pick-up-only':
      return sentence(language, 'planned_pick_up_only', { time, services })
    case 'information':
      return null
    default:
      return notice.kind satisfies never
  }
}

function touches(services: PlannedView['services'], service: KioskService | undefined): boolean {
  return !service || services.some(({ id }) => id === service.id)
}
