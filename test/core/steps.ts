import type { Actor, Command, PaperOutcome, PrinterReport } from '../../shared/commands.ts'
import {
  mainKiosk,
  noticeIdSchema,
  screenIdSchema,
  ticketIdSchema,
  type CounterId,
  type EpochMs,
  type NoticeId,
  type ScreenId,
  type ServiceId,
  type TicketId,
} from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { Office } from '../../shared/office.ts'
import { cards } from './small-office.ts'

/** One command of a story: who gives it, and when, which is a minute after the one before unless said otherwise. */
export interface Step {
  readonly actor: Actor
  readonly command: Command
  readonly at?: EpochMs
}

export const kiosk: Actor = { kind: 'kiosk', kiosk: mainKiosk }
export const agent: Actor = { kind: 'agent', kiosk: mainKiosk }
export const siti: Actor = { kind: 'staff', name: 'Siti' }
export const budi: Actor = { kind: 'staff', name: 'Budi' }
export const hub: Actor = { kind: 'hub' }
export const television: ScreenId = screenIdSchema.parse('television-1')

export const ticketId = (id: number): TicketId => ticketIdSchema.parse(id)
export const noticeId = (id: number): NoticeId => noticeIdSchema.parse(id)

/** The same step at a moment of its own. */
export const on = (at: EpochMs, step: Step): Step => ({ ...step, at })
/** The same step by somebody else. */
export const by = (actor: Actor, step: Step): Step => ({ ...step, actor })

export const setOffice = (office: Office): Step => ({ actor: hub, command: { type: 'SetOffice', office } })
export const turnDay: Step = { actor: hub, command: { type: 'TurnDay' } }
export const confirmDate = (day: string): Step => ({ actor: siti, command: { type: 'ConfirmDate', day } })

export const take = (service: ServiceId, ticketClass: 'regular' | 'priority' = 'regular'): Step => ({
  actor: kiosk,
  command: { type: 'TakeTicket', service, class: ticketClass },
})

type CounterOrder = 'OpenCounter' | 'CloseCounter' | 'CallNext' | 'Recall' | 'UndoCall'
type VisitOrder = 'ReopenVisit' | 'StartServing' | 'Finish' | 'MarkNoShow'
export const atCounter = (type: CounterOrder | VisitOrder, counter: CounterId): Step => ({
  actor: siti,
  command: { type, counter },
})
export const callNext = (counter: CounterId): Step => atCounter('CallNext', counter)
export const callTicket = (counter: CounterId, ticket: number): Step => ({
  actor: siti,
  command: { type: 'CallTicket', counter, ticket: ticketId(ticket) },
})

export const withTicket = (type: 'HoldTicket' | 'ResumeTicket' | 'CancelTicket', ticket: number): Step => ({
  actor: siti,
  command: { type, ticket: ticketId(ticket) },
})
export const transfer = (ticket: number, to: ServiceId): Step => ({
  actor: siti,
  command: { type: 'TransferTicket', ticket: ticketId(ticket), to },
})

export const moveWaiting = (from: ServiceId, to: ServiceId): Step => ({
  actor: siti,
  command: { type: 'MoveWaiting', from, to },
})
export const takeReturn = (service: ServiceId): Step => ({
  actor: kiosk,
  command: { type: 'TakeReturnTicket', service },
})
export const scan = (code: string): Step => ({ actor: kiosk, command: { type: 'UseReturnTicket', code } })
export const sendHome = (...services: readonly ServiceId[]): Step => ({
  actor: siti,
  command: { type: 'SendHome', services: [...services] },
})
export const sendTicketHome = (ticket: number): Step => ({
  actor: siti,
  command: { type: 'SendTicketHome', ticket: ticketId(ticket) },
})
export const confirmDay: Step = { actor: siti, command: { type: 'ConfirmDay' } }

/** A notice of an outage of cards that stops new tickets, with some of it replaced. */
export function outage(change: Partial<NoticeContent> = {}): NoticeContent {
  return {
    kind: 'outage',
    scope: { office: false, services: [cards], systems: [] },
    cause: null,
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: null,
    newTickets: 'stop',
    waiting: 'keep',
    ...change,
  }
}
export const raise = (content: NoticeContent): Step => ({ actor: siti, command: { type: 'RaiseNotice', content } })
export const update = (notice: number, content: NoticeContent): Step => ({
  actor: siti,
  command: { type: 'UpdateNotice', notice: noticeId(notice), content },
})
export const resolve = (notice: number): Step => ({
  actor: siti,
  command: { type: 'ResolveNotice', notice: noticeId(notice) },
})
export const withdraw = (notice: number): Step => ({
  actor: siti,
  command: { type: 'WithdrawNotice', notice: noticeId(notice) },
})
export const schedule = (content: NoticeContent, raiseAt: EpochMs): Step => ({
  actor: siti,
  command: { type: 'ScheduleNotice', content, raiseAt },
})
export const reschedule = (notice: number, content: NoticeContent, raiseAt: EpochMs): Step => ({
  actor: siti,
  command: { type: 'RescheduleNotice', notice: noticeId(notice), content, raiseAt },
})
export const raiseScheduled = (notice: number): Step => ({
  actor: siti,
  command: { type: 'RaiseScheduled', notice: noticeId(notice) },
})
export const painted = (notice: number, revision: number, screen: ScreenId = television): Step => ({
  actor: { kind: 'screen', screen },
  command: { type: 'ReportPainted', notice: noticeId(notice), revision },
})

export const startPrinting = (ticket: number, attempt = 1): Step => ({
  actor: agent,
  command: { type: 'StartPrinting', ticket: ticketId(ticket), attempt },
})
export const reportPaper = (ticket: number, outcome: PaperOutcome, attempt = 1): Step => ({
  actor: agent,
  command: { type: 'ReportPaper', ticket: ticketId(ticket), attempt, outcome },
})
export const printAgain = (ticket: number): Step => ({
  actor: siti,
  command: { type: 'PrintAgain', ticket: ticketId(ticket) },
})
export const confirmPaper = (ticket: number): Step => ({
  actor: siti,
  command: { type: 'ConfirmPaper', ticket: ticketId(ticket) },
})
export const reportPrinter = (report: PrinterReport): Step => ({
  actor: agent,
  command: { type: 'ReportPrinter', report },
})
