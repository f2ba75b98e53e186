import type { Answer } from '../../shared/outcome.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Flow } from './flow.ts'
import type { OutageReport } from './outage-report.ts'
import { numberIn } from './typed-code.ts'
import type { Order, Page, Press } from './visit.ts'

/** What the hub's answer to a press brings to the visitor's screen; `answer` is null where the link lost the press. */
export function answered(flow: Flow, press: Press, answer: Answer | null, at: number): Flow {
  if (answer === null) return press.state === 'asked' ? unanswered(flow, press, at) : flow
  const free: Flow = { ...flow, press: null, movedAt: at }
  return press.state === 'abandoned' ? free : { ...free, page: pageFor(flow.page, press.order, answer) }
}

/** No answer in time, or none at all. */
export function unanswered(flow: Flow, press: Press, at: number): Flow {
  if (isForPaper(press.order)) return { ...flow, press: { ...press, state: 'overdue' }, movedAt: at }
  // What is shown is still true; only the button is given back.
  return { ...flow, press: null, page: withTrouble(flow.page, 'no-answer') }
}

/** Whether a ticket, and with it paper, may come of it: whoever asked has to be told. */
export function isForPaper(order: Order): boolean {
  return order.type !== 'PrintAgain' && order.type !== 'RaiseByKey'
}

function pageFor(page: Page, order: Order, answer: Answer): Page {
  switch (order.type) {
    case 'TakeTicket':
    case 'TakeReturnTicket':
    case 'UseReturnTicket':
      return answer.ok ? shown(page, order, answer.outcome) : refused(page, order, answer.refusal)
    case 'PrintAgain':
      return page.kind === 'number' ? { ...page, refusal: answer.ok ? null : answer.refusal } : page
    case 'RaiseByKey':
      if (page.kind !== 'staff') return page
      return answer.ok || answer.refusal.reason === 'notice-already-raised'
        ? { kind: 'staff', report: { ...page.report, step: 'raised', pin: '', trouble: null } }
        : withTrouble(page, answer.refusal)
    default:
      return order satisfies never
  }
}

type PaperOrder = Exclude<Order, { type: 'PrintAgain' | 'RaiseByKey' }>

function shown(page: Page, order: PaperOrder, outcome: (Answer & { ok: true })['outcome']): Page {
  switch (outcome.kind) {
    case 'ticket-taken': {
      const { ticket, number, token, ahead, wait } = outcome
      const taken = { kind: 'number', ticket, number, token, ahead, wait } as const
      const ticketClass = order.type === 'TakeTicket' ? order.class : 'return'
      return { kind: 'number', taken: { ...taken, class: ticketClass }, paper: 'printing', refusal: null }
    }
    case 'return-taken': {
      const { ticket, number, token, from, until } = outcome
      const taken = { kind: 'return', ticket, number, token, from, until } as const
      return { kind: 'number', taken, paper: 'printing', refusal: null }
    }
    case 'ticket-resumed': {
      const typed = page.kind === 'code' && page.typed !== '' ? numberIn(page.typed) : null
      return { kind: 'resumed', ticket: outcome.ticket, number: outcome.number ?? typed }
    }
    default:
      return page
  }
}

function refused(page: Page, order: PaperOrder, refusal: Refusal): Page {
  if (order.type !== 'UseReturnTicket') return { kind: 'service', service: order.service, refusal }
  // A code that was misread or mistyped can be mended; what was typed stays.
  return refusal.reason === 'no-such-return'
    ? { kind: 'code', typed: page.kind === 'code' ? page.typed : '', refusal }
    : { kind: 'not-accepted', refusal }
}

/** The PIN is typed anew for every try. */
function withTrouble(page: Page, trouble: OutageReport['trouble']): Page {
  return page.kind === 'staff' ? { kind: 'staff', report: { ...page.report, pin: '', trouble } } : page
}
