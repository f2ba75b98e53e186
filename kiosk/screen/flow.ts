import type { TicketId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { TakenClass } from '../../shared/views/printing.ts'
import { answered, isForPaper, unanswered } from './answered.ts'
import { emptyReport, isWhole, reduceReport, stepBack, type ReportAction } from './outage-report.ts'
import type { PaperShown } from './paper-shown.ts'
import { asPrinted, nextPart, typeSign } from './typed-code.ts'
import type { Action, Order, Page, Press } from './visit.ts'

/**
 * What one visitor has done at the kiosk so far, as a pure reducer: from the first touch to the number, and back to
 * the beginning for the next person.
 *
 * F-1  One press at a time: until it is answered, further touches change nothing, so that a double touch is one ticket.
 * F-2  A press carries its command id; the number shown is the answer to that id and to no other.
 * F-3  A press unanswered for 8 s is said to have failed. An answer that comes later still shows its number while the
 *      person may be there; once the page would have gone back by itself, it shows to nobody.
 * F-4  Whatever one visitor chose (page, language, priority) is gone before the next one comes.
 * F-5  A physical button is not listened to for 2.5 s after it gave a press, so that a held or bouncing one gives one.
 * F-6  A paper that lies under the scanner is read once, however often the scanner says it: as long as what it brought
 *      is shown, and until it has not been read for 10 s.
 * F-7  Whoever holds the outage key can enter what does not work; nothing of that is left for the next person.
 *
 * It sends nothing and reads no clock: `at` is the screen's own clock in ms, and whoever runs it gives `press` to the hub.
 */
export interface Flow {
  /** Chosen by the visitor; null for the page's own. */
  readonly language: Language | null
  readonly class: TakenClass
  readonly page: Page
  readonly press: Press | null
  /** When the visitor last did something, or something new was shown. */
  readonly movedAt: number
  /** When a physical button last gave a press. */
  readonly keyAt: number
  /** What the scanner last read, and when. */
  readonly scan: { readonly code: string; readonly at: number } | null
}

export type FlowEvent =
  /** `id` is a fresh command id, in case the action becomes a press. */
  | { readonly type: 'act'; readonly action: Action; readonly id: string; readonly at: number }
  /** `answer` is null where the link lost the command. */
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer | null; readonly at: number }
  | { readonly type: 'paper'; readonly ticket: TicketId; readonly state: PaperShown['state']; readonly at: number }
  | { readonly type: 'tick'; readonly at: number }

/** All in ms. */
export const flowLimits = {
  answerMsMax: 8_000,
  pageMsMax: 30_000,
  /** A page on which something is typed, sign by sign. */
  typingMsMax: 60_000,
  /** A number whose paper came out stays this long, one without paper longer: it has to be written down. */
  printedMsMax: 12_000,
  unprintedMsMax: 45_000,
  keyLockMs: 2_500,
  rescanMs: 10_000,
} as const

export function initialFlow(at: number): Flow {
  return {
    language: null,
    class: 'regular',
    page: { kind: 'home' },
    press: null,
    movedAt: at,
    keyAt: -Infinity,
    scan: null,
  }
}

export function reduceFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'act': {
      const { action, id, at } = event
      return action.type === 'scan' ? scanned(flow, action.code, id, at) : act({ ...flow, movedAt: at }, action, id)
    }
    case 'answer':
      return flow.press?.id === event.id ? answered(flow, flow.press, event.answer, event.at) : flow
    case 'paper':
      return flow.page.kind === 'number' && flow.page.taken.ticket === event.ticket && flow.page.paper !== event.state
        ? { ...flow, page: { ...flow.page, paper: event.state }, movedAt: event.at }
        : flow
    case 'tick':
      return flow.press === null ? idle(flow, event.at) : waited(flow, flow.press, event.at)
    default:
      return event satisfies never
  }
}

/** Whether the machine owes its visitor an answer and has not given it in time. */
export function isOverdue(flow: Flow): boolean {
  return flow.press !== null && flow.press.state !== 'asked'
}

/** `flow.movedAt` is the moment of the action. */
function act(flow: Flow, action: Exclude<Action, { type: 'scan' }>, id: string): Flow {
  switch (action.type) {
    case 'choose':
      return choose(flow, action, id)
    case 'take':
      return press(flow, { type: 'TakeTicket', service: action.service, class: flow.class }, id)
    case 'take-return':
      return press(flow, { type: 'TakeReturnTicket', service: action.service }, id)
    case 'print-again':
      return flow.page.kind === 'number'
        ? press(flow, { type: 'PrintAgain', ticket: flow.page.taken.ticket }, id)
        : flow
    case 'prefer':
      return { ...flow, class: action.class }
    case 'speak':
      return { ...flow, language: action.language }
    case 'read-notices':
      return flow.press ? flow : { ...flow, page: { kind: 'notices' } }
    case 'have-return':
      return flow.press ? flow : { ...flow, page: { kind: 'code', typed: '', refusal: null } }
    case 'type':
      return type(flow, action.key)
    case 'use-return':
      return flow.page.kind === 'code' && nextPart(flow.page.typed) === null
        ? press(flow, { type: 'UseReturnTicket', code: asPrinted(flow.page.typed) }, id)
        : flow
    case 'hold-key':
      return flow.press ? flow : { ...reset(flow, flow.movedAt), page: { kind: 'staff', report: emptyReport } }
    case 'report':
      return report(flow, action.action)
    case 'raise': {
      if (flow.page.kind !== 'staff' || !isWhole(flow.page.report)) return flow
      const { name, pin } = flow.page.report
      return press(flow, { type: 'RaiseByKey', name: name.trim(), pin, content: action.content }, id)
    }
    case 'leave':
      return leave(flow)
    case 'stay':
      return flow
    default:
      return action satisfies never
  }
}

function choose(flow: Flow, action: Action & { type: 'choose' }, id: string): Flow {
  if (flow.press) return flow
  const at = flow.movedAt
  const { service, availability } = action
  if (action.by === 'key') {
    if (at - flow.keyAt < flowLimits.keyLockMs) return flow
    // Whoever presses a button while a number stands is the next person.
    const { kind } = flow.page
    const next = { ...(kind === 'number' || kind === 'staff' ? reset(flow, at) : flow), keyAt: at }
    const hasRead = flow.page.kind === 'service' && flow.page.service === service
    if (hasRead && availability === 'warned') return act(next, { type: 'take', service }, id)
    if (hasRead && availability === 'stopped' && action.givesReturns)
      return act(next, { type: 'take-return', service }, id)
    return choose(next, { type: 'choose', service, availability, by: 'touch' }, id)
  }
  return availability === 'open'
    ? press(flow, { type: 'TakeTicket', service, class: flow.class }, id)
    : { ...flow, page: { kind: 'service', service, refusal: null } }
}

/** A scanner needs no page of its own; only staff who are entering something are not disturbed by it. */
function scanned(flow: Flow, code: string, id: string, at: number): Flow {
  if (flow.press || flow.page.kind === 'staff') return flow
  const isRead = flow.scan !== null && flow.scan.code === code
  const isLying = isRead && (isAnswer(flow.page) || at - flow.scan.at < flowLimits.rescanMs)
  const seen = { ...flow, scan: { code, at } }
  if (isLying) return seen
  const next = flow.page.kind === 'number' ? { ...reset(flow, at), scan: seen.scan } : { ...seen, movedAt: at }
  const page: Page = next.page.kind === 'code' ? { kind: 'code', typed: '', refusal: null } : next.page
  return press({ ...next, page }, { type: 'UseReturnTicket', code }, id)
}

/** Whether the page shows what a scan or a press has brought. */
function isAnswer(page: Page): boolean {
  return (
    page.kind === 'number' ||
    page.kind === 'resumed' ||
    page.kind === 'not-accepted' ||
    (page.kind === 'code' && page.refusal !== null)
  )
}

function type(flow: Flow, key: string): Flow {
  if (flow.press) return flow
  switch (flow.page.kind) {
    case 'code':
      return { ...flow, page: { kind: 'code', typed: typeSign(flow.page.typed, key), refusal: null } }
    case 'staff':
      return report(flow, { type: 'key', key })
    default:
      return flow
  }
}

function report(flow: Flow, action: ReportAction): Flow {
  if (flow.press || flow.page.kind !== 'staff') return flow
  return { ...flow, page: { kind: 'staff', report: reduceReport(flow.page.report, action) } }
}

function leave(flow: Flow): Flow {
  if (flow.press && isForPaper(flow.press.order)) return flow
  switch (flow.page.kind) {
    case 'number':
    case 'resumed':
      return reset(flow, flow.movedAt)
    case 'staff': {
      const before = stepBack(flow.page.report)
      return flow.press || !before ? reset(flow, flow.movedAt) : { ...flow, page: { kind: 'staff', report: before } }
    }
    default:
      return { ...flow, page: { kind: 'home' } }
  }
}

function press(flow: Flow, order: Order, id: string): Flow {
  return flow.press ? flow : { ...flow, press: { id, order, at: flow.movedAt, state: 'asked' } }
}

function waited(flow: Flow, press: Press, at: number): Flow {
  switch (press.state) {
    case 'asked':
      return at - press.at < flowLimits.answerMsMax ? flow : unanswered(flow, press, at)
    case 'overdue':
      return at - flow.movedAt < flowLimits.pageMsMax
        ? flow
        : { ...reset(flow, at), press: { ...press, state: 'abandoned' } }
    case 'abandoned':
      return flow
    default:
      return press.state satisfies never
  }
}

function idle(flow: Flow, at: number): Flow {
  if (at - flow.movedAt < restMs(flow.page)) return flow
  const untouched = flow.page.kind === 'home' && flow.language === null && flow.class === 'regular'
  return untouched ? flow : reset(flow, at)
}

function restMs(page: Page): number {
  switch (page.kind) {
    case 'number':
      return page.paper === 'printed' ? flowLimits.printedMsMax : flowLimits.unprintedMsMax
    case 'code':
    case 'staff':
      return flowLimits.typingMsMax
    default:
      return flowLimits.pageMsMax
  }
}

function reset(flow: Flow, at: number): Flow {
  // Whether a paper is printed again no longer matters to this screen; a ticket that is being taken does.
  const press = flow.press && isForPaper(flow.press.order) ? flow.press : null
  return { ...initialFlow(at), press, keyAt: flow.keyAt, scan: flow.scan }
}
