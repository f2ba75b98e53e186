import {
  emptyScope,
  isEmptyScope,
  withOffice,
  withService,
  withSystem,
  type Systems,
} from '../../shared/chosen-scope.ts'
import type { EpochMs, ServiceId, SystemId } from '../../shared/ids.ts'
import type { NoticeContent, NoticeScope } from '../../shared/notice.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { causeText, type CauseKey } from './prepared-causes.ts'

/**
 * What a member of staff enters who has held the outage key down: what does not work, why, and who says so. Four steps,
 * one after the other; nothing is raised before the last. It keeps the PIN no longer than until it has been looked at.
 */
export interface OutageReport {
  readonly step: 'what' | 'why' | 'name' | 'pin' | 'raised'
  readonly scope: NoticeScope
  /** Null where it is not known. */
  readonly cause: CauseKey | null
  readonly name: string
  readonly pin: string
  /** Why it was not raised. */
  readonly trouble: Refusal | 'no-answer' | null
}

export type ReportAction =
  | { readonly type: 'office' }
  /** `systems` are those that the office has. */
  | { readonly type: 'system'; readonly system: SystemId; readonly systems: Systems }
  | { readonly type: 'service'; readonly service: ServiceId; readonly systems: Systems }
  | { readonly type: 'cause'; readonly cause: CauseKey | null }
  /** From what does not work to why, and from the name to the PIN, once there is something to go on with. */
  | { readonly type: 'next' }
  /** A sign for the name or the PIN, or "Backspace". */
  | { readonly type: 'key'; readonly key: string }

export const emptyReport: OutageReport = {
  step: 'what',
  scope: emptyScope,
  cause: null,
  name: '',
  pin: '',
  trouble: null,
}

export function reduceReport(report: OutageReport, action: ReportAction): OutageReport {
  switch (action.type) {
    case 'office':
      return { ...report, scope: withOffice(report.scope) }
    case 'system':
      return { ...report, scope: withSystem(report.scope, action.system, action.systems) }
    case 'service':
      return { ...report, scope: withService(report.scope, action.service, action.systems) }
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
export function isChosen({ scope }: OutageReport): boolean {
  return !isEmptyScope(scope)
}

export function isNamed({ name }: OutageReport): boolean {
  return name.trim() !== ''
}

/** Whether it can be raised. */
export function isWhole(report: OutageReport): boolean {
  return isChosen(report) && isNamed(report) && report.pin.length === reportLimits.pinLength
}

/** The notice that is raised at `now`: an outage that stops new numbers, keeps places and promises news. */
export function noticeOf({ scope, cause }: OutageReport, now: EpochMs): NoticeContent {
  return {
    kind: 'outage',
    scope,
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
