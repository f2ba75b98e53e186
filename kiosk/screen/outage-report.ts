import type { EpochMs, ServiceId } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { causeText, type CauseKey } from './prepared-causes.ts'

/**
 * What a member of staff enters who has held the outage key down: what does not work, why, and who says so. Four steps,
 * one after the other; nothing is raised before the last. It keeps the PIN no longer than until it has been looked at.
 */
export interface OutageReport {
  readonly step: 'what' | 'why' | 'name' | 'pin' | 'raised'
  /** Everything does not work; then `services` is empty. */
  readonly office: boolean
  readonly services: readonly ServiceId[]
  /** Null where it is not known. */
  readonly cause: CauseKey | null
  readonly name: string
  readonly pin: string
  /** Why it was not raised. */
  readonly trouble: Refusal | 'no-answer' | null
}

export type ReportAction =
  | { readonly type: 'office' }
  | { readonly type: 'service'; readonly service: ServiceId }
  | { readonly type: 'cause'; readonly cause: CauseKey | null }
  /** From what does not work to why, and from the name to the PIN, once there is something to go on with. */
  | { readonly type: 'next' }
  /** A sign for the name or the PIN, or "Backspace". */
  | { readonly type: 'key'; readonly key: string }

export const emptyReport: OutageReport = {
  step: 'what',
  office: false,
  services: [],
  cause: null,
  name: '',
  pin: '',
  trouble: null,
}

export function reduceReport(report: OutageReport, action: ReportAction): OutageReport {
  switch (action.type) {
    case 'office':
      return { ...report, office: !report.office, services: [] }
    case 'service': {
      const { service } = action
      const others = report.services.filter((other) => other !== service)
      const services = others.length < report.services.length ? others : [...others, service]
      return { ...report, office: false, services }
    }
    case 'cause':
      return { ...report, cause: action.cause, step: 'name' }
    case 'next':
      if (report.step === 'what' && isChosen(report)) return { ...report, step: 'why' }
      if (report.step === 'name' && isNamed(report)) return { ...report, step: 'pin' }
      return report
    case 'key':
      return typed(report, action.key)
    default:
      return action satisfies never
  }
}

/** One step back; null from the first, and when it is over. */
export function stepBack(report: OutageReport): OutageReport | null {
  switch (report.step) {
    case 'what':
    case 'raised':
      return null
    case 'why':
      return { ...report, step: 'what' }
    case 'name':
      return { ...report, step: 'why' }
    case 'pin':
      return { ...report, step: 'name', pin: '', trouble: null }
    default:
      return report.step satisfies never
  }
}

/** Whether something is said not to work. */
export function isChosen({ office, services }: OutageReport): boolean {
  return office || services.length > 0
}

export function isNamed({ name }: OutageReport): boolean {
  return name.trim() !== ''
}

/** Whether it can be raised. */
export function isWhole(report: OutageReport): boolean {
  return isChosen(report) && isNamed(report) && report.pin.length === reportLimits.pinLength
}

/** The notice that is raised at `now`: an outage that stops new numbers, keeps places and promises news. */
export function noticeOf({ office, services, cause }: OutageReport, now: EpochMs): NoticeContent {
  return {
    kind: 'outage',
    scope: { office, services: [...services], systems: [] },
    cause: cause === null ? null : causeText(cause),
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: Math.ceil((now + reportLimits.newsMs) / newsStepMs) * newsStepMs,
    newTickets: 'stop',
    waiting: 'hold',
  }
}

export const reportLimits = {
  nameLengthMax: 40,
  pinLength: 6,
  /** News is promised so long after it was raised, and then to the next full five minutes, as at a desk. */
  newsMs: 60 * 60_000,
} as const

function typed(report: OutageReport, key: string): OutageReport {
  if (report.step === 'name') {
    const name = key === 'Backspace' ? report.name.slice(0, -1) : report.name + (key.length === 1 ? key : '')
    return name.length > reportLimits.nameLengthMax ? report : { ...report, name: name.trimStart(), trouble: null }
  }
  if (report.step !== 'pin') return report
  if (key === 'Backspace') return { ...report, pin: report.pin.slice(0, -1), trouble: null }
  const pin = /^\d$/.test(key) ? report.pin + key : report.pin
  return pin.length > reportLimits.pinLength ? report : { ...report, pin, trouble: null }
}

const newsStepMs = 5 * 60_000
