import type { CommandOf } from '../../shared/commands.ts'
import type { ServiceId, TicketId, Token } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Language } from '../../shared/language.ts'
import type { ServiceAvailability } from '../../shared/views/common.ts'
import type { TakenClass, TicketClass, WaitRange } from '../../shared/views/printing.ts'
import type { PaperShown } from './paper-shown.ts'

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
}

export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'notices' }
  /** What is to be known before, or instead of, a number for this service. */
  | { readonly kind: 'service'; readonly service: ServiceId; readonly refusal: Refusal | null }
  | {
      readonly kind: 'number'
      readonly taken: TakenNumber
      readonly paper: PaperShown['state']
      /** Why it is not printed again. */
      readonly refusal: Refusal | null
    }

export interface TakenNumber {
  readonly ticket: TicketId
  readonly number: string
  readonly token: Token
  readonly service: ServiceId
  readonly class: TicketClass
  readonly ahead: number
  readonly wait: WaitRange | null
}

export interface Press {
  readonly id: string
  readonly order: CommandOf<'TakeTicket'> | CommandOf<'PrintAgain'>
  readonly at: number
  /**
   * asked      given to the hub
   * overdue    not answered in time; its visitor is told so
   * abandoned  its visitor has been given time to leave
   */
  readonly state: 'asked' | 'overdue' | 'abandoned'
}

/** What a visitor does. */
export type Action =
  | {
      readonly type: 'choose'
      readonly service: ServiceId
      readonly availability: ServiceAvailability
      readonly by: 'touch' | 'key'
    }
  /** Having read what was said about the service. */
  | { readonly type: 'take'; readonly service: ServiceId }
  | { readonly type: 'prefer'; readonly class: TakenClass }
  | { readonly type: 'speak'; readonly language: Language }
  | { readonly type: 'read-notices' }
  | { readonly type: 'print-again' }
  /** Back from a page, or done with the number. */
  | { readonly type: 'leave' }
  /** Any other sign that somebody is there. */
  | { readonly type: 'stay' }

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
  /** A number whose paper came out stays this long, one without paper longer: it has to be written down. */
  printedMsMax: 12_000,
  unprintedMsMax: 45_000,
  keyLockMs: 2_500,
} as const

export function initialFlow(at: number): Flow {
  return { language: null, class: 'regular', page: { kind: 'home' }, press: null, movedAt: at, keyAt: -Infinity }
}

export function reduceFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'act':
      return act({ ...flow, movedAt: event.at }, event.action, event.id)
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
function act(flow: Flow, action: Action, id: string): Flow {
  switch (action.type) {
    case 'choose':
      return choose(flow, action, id)
    case 'take':
      return press(flow, { type: 'TakeTicket', service: action.service, class: flow.class }, id)
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
    case 'leave':
      if (flow.press?.order.type === 'TakeTicket') return flow
      return flow.page.kind === 'number' ? reset(flow, flow.movedAt) : { ...flow, page: { kind: 'home' } }
    case 'stay':
      return flow
    default:
      return action satisfies never
  }
}

function choose(flow: Flow, { service, availability, by }: Action & { type: 'choose' }, id: string): Flow {
  if (flow.press) return flow
  const at = flow.movedAt
  if (by === 'key') {
    if (at - flow.keyAt < flowLimits.keyLockMs) return flow
    // Whoever presses a button while a number stands is the next person.
    const next = { ...(flow.page.kind === 'number' ? reset(flow, at) : flow), keyAt: at }
    const hasRead = flow.page.kind === 'service' && flow.page.service === service
    return hasRead && availability === 'warned'
      ? press(next, { type: 'TakeTicket', service, class: next.class }, id)
      : choose(next, { type: 'choose', service, availability, by: 'touch' }, id)
  }
  return availability === 'open'
    ? press(flow, { type: 'TakeTicket', service, class: flow.class }, id)
    : { ...flow, page: { kind: 'service', service, refusal: null } }
}

function press(flow: Flow, order: Press['order'], id: string): Flow {
  return flow.press ? flow : { ...flow, press: { id, order, at: flow.movedAt, state: 'asked' } }
}

function answered(flow: Flow, press: Press, answer: Answer | null, at: number): Flow {
  const { order, state } = press
  if (answer === null) return state === 'asked' ? failed(flow, press, at) : flow
  const free: Flow = { ...flow, press: null, movedAt: at }
  if (state === 'abandoned') return free
  if (order.type === 'PrintAgain') {
    if (flow.page.kind !== 'number') return free
    return { ...free, page: { ...flow.page, refusal: answer.ok ? null : answer.refusal } }
  }
  if (!answer.ok) return { ...free, page: { kind: 'service', service: order.service, refusal: answer.refusal } }
  if (answer.outcome.kind !== 'ticket-taken') return free
  const { ticket, number, token, ahead, wait } = answer.outcome
  const taken: TakenNumber = { ticket, number, token, ahead, wait, service: order.service, class: order.class }
  return { ...free, page: { kind: 'number', taken, paper: 'printing', refusal: null } }
}

function waited(flow: Flow, press: Press, at: number): Flow {
  switch (press.state) {
    case 'asked':
      return at - press.at < flowLimits.answerMsMax ? flow : failed(flow, press, at)
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

function failed(flow: Flow, press: Press, at: number): Flow {
  // The number is still on the screen; only the button is given back.
  return press.order.type === 'PrintAgain'
    ? { ...flow, press: null }
    : { ...flow, press: { ...press, state: 'overdue' }, movedAt: at }
}

function idle(flow: Flow, at: number): Flow {
  if (at - flow.movedAt < restMs(flow.page)) return flow
  const untouched = flow.page.kind === 'home' && flow.language === null && flow.class === 'regular'
  return untouched ? flow : reset(flow, at)
}

function restMs(page: Page): number {
  if (page.kind !== 'number') return flowLimits.pageMsMax
  return page.paper === 'printed' ? flowLimits.printedMsMax : flowLimits.unprintedMsMax
}

function reset(flow: Flow, at: number): Flow {
  // Whether a paper is printed again no longer matters to this screen; a ticket that is being taken does.
  const press = flow.press?.order.type === 'TakeTicket' ? flow.press : null
  return { ...initialFlow(at), press, keyAt: flow.keyAt }
}
