import fc from 'fast-check'
import { takenClasses, type Actor, type Command, type PaperOutcome } from '../../shared/commands.ts'
import { localDate } from '../../shared/day.ts'
import { dueOrders } from '../../shared/due.ts'
import { ticketIdSchema, type EpochMs } from '../../shared/ids.ts'
import { preparedIdSchema } from '../../shared/prepared-text.ts'
import type { OfficeState } from '../../shared/state.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import { randomOffices } from './random-offices.ts'
import { hall, smallOffice } from './small-office.ts'
import { agent, hub, kiosk, siti, television, type Step } from './steps.ts'
import { minute } from './story.ts'
import {
  ahead,
  clockMs,
  content,
  contentAt,
  counter,
  notice,
  paperCode,
  plannedNotice,
  screen,
  service,
  staff,
  stopped,
  ticket,
} from './wishes.ts'

/**
 * Random commands for the small office, valid and invalid. A move says what it wants in terms of the state it will meet
 * ("the third ticket of today"), so that a shrunk sequence still means something.
 */
export interface Move {
  /** How far the clock goes before it, in ms; negative where the clock is set back. */
  readonly clockMs: number
  readonly step: (state: OfficeState, at: EpochMs) => Step
}

const takeTicket = fc.record({ service, ticketClass: fc.constantFrom(...takenClasses) })

/**
 * What an agent, or somebody for the paper of the day, does next with a paper that is not settled: what its state asks
 * for, mostly, and by the right one, mostly.
 */
const paper: fc.Arbitrary<Move> = fc
  .record({
    which: fc.nat({ max: 40 }),
    outcome: fc.constantFrom<PaperOutcome>(
      { kind: 'printed' },
      { kind: 'sent' },
      { kind: 'refused', reason: 'paper-out' },
      { kind: 'unknown', reason: 'no-answer' },
    ),
    slip: fc.nat({ max: 15 }),
    clockMs: fc.integer({ min: 0, max: minute }),
  })
  .map(({ which, outcome, slip, clockMs }) => ({
    clockMs,
    step: (state, at) => {
      const open = state.openPapers.toReversed().map((id) => knownTicket(state.tickets, id))
      const chosen = open[which % Math.max(1, Math.min(3, open.length))]
      if (!chosen)
        return { actor: agent, at, command: { type: 'StartPrinting', ticket: ticketIdSchema.parse(1), attempt: 1 } }
      const { id, kiosk, paper } = chosen
      const actor: Actor = slip === 0 ? siti : { kind: 'agent', kiosk: slip === 1 ? hall : kiosk }
      const attempt = slip === 2 ? paper.attempt + 1 : paper.attempt
      const inDoubt = paper.state === 'unknown' && which % 2 === 0
      if (inDoubt) return { actor: siti, at, command: { type: 'ConfirmPaper', ticket: id } }
      if (paper.state === 'refused' || paper.state === 'unknown')
        return { actor: siti, at, command: { type: 'PrintAgain', ticket: id } }
      const begins = (paper.state === 'wanted') === (slip !== 3)
      return begins
        ? { actor, at, command: { type: 'StartPrinting', ticket: id, attempt } }
        : { actor, at, command: { type: 'ReportPaper', ticket: id, attempt, outcome } }
    },
  }))

/** Every kind of command, the usual ones more often. */
export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 12,
    arbitrary: moves(
      takeTicket,
      fc.constantFrom(kiosk, kiosk, { kind: 'kiosk', kiosk: hall }),
      (_, { service, ticketClass }) => ({
        type: 'TakeTicket',
        service,
        class: ticketClass,
      }),
    ),
  },
  { weight: 12, arbitrary: moves(counter, staff, (_, counter) => ({ type: 'CallNext', counter })) },
  {
    weight: 10,
    arbitrary: moves(
      fc.tuple(
        counter,
        fc.constantFrom(
          'OpenCounter',
          'CloseCounter',
          'Recall',
          'UndoCall',
          'UndoCall',
          'StartServing',
          'Finish',
          'ReopenVisit',
          'MarkNoShow',
        ),
      ),
      staff,
      (_, [counter, type]) => ({ type, counter }),
    ),
  },
  {
    weight: 3,
    arbitrary: moves(fc.tuple(counter, ticket), staff, (state, [counter, which]) => ({
      type: 'CallTicket',
      counter,
      ticket: which(state),
    })),
  },
  {
    weight: 6,
    arbitrary: moves(
      fc.tuple(ticket, fc.constantFrom('HoldTicket', 'ResumeTicket', 'ResumeTicket', 'CancelTicket')),
      staff,
      (state, [which, type]) => ({ type, ticket: which(state) }),
    ),
  },
  {
    weight: 3,
    arbitrary: moves(fc.tuple(ticket, service), staff, (state, [which, to]) => ({
      type: 'TransferTicket',
      ticket: which(state),
      to,
    })),
  },
  { weight: 16, arbitrary: paper },
  {
    weight: 2,
    arbitrary: moves(
      fc.tuple(ticket, fc.constantFrom('PrintAgain', 'ConfirmPaper')),
      fc.oneof(staff, fc.constant(kiosk)),
      (state, [which, type]) => ({ type, ticket: which(state) }),
    ),
  },
  {
    weight: 1,
    arbitrary: moves(fc.boolean(), fc.constantFrom(agent, kiosk), (_, paperLow) => ({
      type: 'ReportPrinter',
      report: { trouble: null, paperLow, speaks: true, confirms: false, detail: '' },
    })),
  },
  {
    weight: 2,
    arbitrary: moves(content, fc.oneof(staff, fc.constant(hub)), (_, content, at) => ({
      type: 'RaiseNotice',
      content: contentAt(at, content),
    })),
  },
  {
    weight: 2,
    arbitrary: moves(fc.tuple(notice, content), staff, (state, [which, content], at) => ({
      type: 'UpdateNotice',
      notice: which(state),
      content: contentAt(at, content),
    })),
  },
  {
    weight: 3,
    arbitrary: moves(
      fc.tuple(notice, fc.constantFrom('ResolveNotice', 'ResolveNotice', 'WithdrawNotice')),
      staff,
      (state, [which, type]) => ({ type, notice: which(state) }),
    ),
  },
  {
    weight: 2,
    arbitrary: moves(fc.tuple(content, ahead), staff, (_, [content, ahead], at) => ({
      type: 'ScheduleNotice',
      content: contentAt(Math.max(0, at + ahead), content),
      raiseAt: Math.max(0, at + ahead),
    })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.tuple(plannedNotice, content, ahead), staff, (state, [which, content, ahead], at) => ({
      type: 'RescheduleNotice',
      notice: which(state),
      content: contentAt(Math.max(0, at + ahead), content),
      raiseAt: Math.max(0, at + ahead),
    })),
  },
  {
    weight: 1,
    arbitrary: moves(plannedNotice, staff, (state, which) => ({ type: 'RaiseScheduled', notice: which(state) })),
  },
  {
    weight: 2,
    arbitrary: moves(fc.nat({ max: 5 }), fc.constant(hub), (state, n, at) => {
      const due = dueOrders(state, at)
      return due[n % Math.max(1, due.length)] ?? { type: 'TurnDay' }
    }),
  },
  {
    weight: 4,
    arbitrary: moves(service, fc.constantFrom(kiosk, { kind: 'kiosk', kiosk: hall }), (state, service): Command => ({
      type: 'TakeReturnTicket',
      service: stopped(state)?.id ?? service,
    })),
  },
  {
    weight: 9,
    arbitrary: moves(paperCode, fc.constantFrom(kiosk, kiosk, siti), (state, code) => ({
      type: 'UseReturnTicket',
      code: code(state),
    })),
  },
  {
    weight: 2,
    arbitrary: moves(fc.uniqueArray(service, { minLength: 1, maxLength: 2 }), staff, (_, services) => ({
      type: 'SendHome',
      services,
    })),
  },
  {
    weight: 2,
    arbitrary: moves(ticket, staff, (state, which) => ({ type: 'SendTicketHome', ticket: which(state) })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.tuple(service, service), staff, (_, [from, to]) => ({ type: 'MoveWaiting', from, to })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.constant(null), fc.constantFrom(siti, siti, kiosk), () => ({ type: 'ConfirmDay' })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.constantFrom('server', 'power'), staff, (_, id) => ({
      type: 'SavePreparedText',
      text: { id: preparedIdSchema.parse(id), kind: 'outage', says: 'cause', text: { id, en: id, su: id } },
    })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.constantFrom('server', 'power'), staff, (_, id) => ({
      type: 'RemovePreparedText',
      text: preparedIdSchema.parse(id),
    })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.boolean(), staff, (_, showQr) => ({
      type: 'SetTicketWords',
      words: { ...smallOffice.ticket, showQr },
    })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.tuple(service, fc.boolean()), staff, (_, [service, some]) => ({
      type: 'SetScreen',
      settings: {
        screen: television,
        name: 'Pintu masuk',
        shows: some ? { kind: 'services', services: [service] } : { kind: 'everything' },
      },
    })),
  },
  { weight: 1, arbitrary: moves(fc.constant(television), staff, (_, screen) => ({ type: 'ForgetScreen', screen })) },
  {
    weight: 2,
    arbitrary: moves(fc.tuple(notice, fc.integer({ min: 1, max: 3 })), screen, (state, [which, revision]) => ({
      type: 'ReportPainted',
      notice: which(state),
      revision,
    })),
  },
  {
    weight: 1,
    arbitrary: moves(fc.constantFrom(...randomOffices), fc.constant(hub), (_, office) => ({
      type: 'SetOffice',
      office,
    })),
  },
  { weight: 1, arbitrary: moves(fc.constant(null), fc.constant(hub), () => ({ type: 'TurnDay' })) },
  {
    weight: 1,
    arbitrary: moves(fc.boolean(), staff, (state, right, at) => ({
      type: 'ConfirmDate',
      day: right ? localDate(at, state.office.timeZone) : '2028-02-29',
    })),
  },
)

function moves<Wish>(
  wish: fc.Arbitrary<Wish>,
  actor: fc.Arbitrary<Actor>,
  command: (state: OfficeState, wish: Wish, at: EpochMs) => Command,
): fc.Arbitrary<Move> {
  return fc.record({ wish, actor, clockMs }).map(({ wish, actor, clockMs }) => ({
    clockMs,
    step: (state, at) => ({ actor, at, command: command(state, wish, at) }),
    [fc.toStringMethod]: () => JSON.stringify({ actor, clockMs, wish, command: String(command) }),
  }))
}
