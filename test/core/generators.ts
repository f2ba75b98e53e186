import fc from 'fast-check'
import { takenClasses, type Actor, type Command, type PaperOutcome } from '../../shared/commands.ts'
import { localDate } from '../../shared/day.ts'
import {
  noticeIdSchema,
  screenIdSchema,
  ticketIdSchema,
  type CounterId,
  type EpochMs,
  type ServiceId,
  type SystemId,
} from '../../shared/ids.ts'
import { noticeKinds, type NoticeContent, type NoticeScope } from '../../shared/notice.ts'
import type { Office } from '../../shared/office.ts'
import type { OfficeState } from '../../shared/state.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import {
  cards,
  hall,
  letters,
  officeWith,
  one,
  pickUp,
  server,
  smallDocument,
  smallOffice,
  two,
} from './small-office.ts'
import { agent, budi, hub, kiosk, siti, television, type Step } from './steps.ts'
import { dayMs, hour, minute } from './story.ts'

/**
 * Random commands for the small office, valid and invalid. A move says what it wants in terms of the state it will meet
 * ("the third ticket of today"), so that a shrunk sequence still means something.
 */
export interface Move {
  /** How far the clock goes before it, in ms; negative where the clock is set back. */
  readonly clockMs: number
  readonly step: (state: OfficeState, at: EpochMs) => Step
}

const service = fc.constantFrom<ServiceId>(cards, letters, pickUp)
const counter = fc.constantFrom<CounterId>(one, two)
const staff = fc.constantFrom<Actor>(siti, siti, siti, budi)
const screen = fc.constantFrom<Actor>(
  { kind: 'screen', screen: television },
  { kind: 'screen', screen: screenIdSchema.parse('tablet-22') },
)

/** A ticket of today, or one beyond them. */
const ticket = fc.nat({ max: 40 }).map(
  (n) =>
    ({ tickets: { firstId, count } }: OfficeState) =>
      ticketIdSchema.parse(n === 0 ? firstId + count : firstId + ((n - 1) % Math.max(1, count))),
)
const notice = fc.nat({ max: 12 }).map(
  (n) =>
    ({ notices, noticesRaised }: OfficeState) =>
      notices[n % Math.max(1, notices.length)]?.id ?? noticeIdSchema.parse(noticesRaised + 1),
)

const clockMs = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0, max: 10 * minute }) },
  { weight: 3, arbitrary: fc.integer({ min: -2 * hour, max: 12 * hour }) },
  { weight: 2, arbitrary: fc.constantFrom(dayMs, -dayMs, 3 * dayMs, -1000, 20 * dayMs) },
  { weight: 1, arbitrary: fc.constantFrom(400 * dayMs, -400 * dayMs, -100_000 * dayMs) },
)

const scope: fc.Arbitrary<NoticeScope> = fc.oneof(
  fc.constant<NoticeScope>({ office: true, services: [], systems: [] }),
  fc
    .tuple(fc.uniqueArray(service, { maxLength: 3 }), fc.constantFrom<SystemId[]>([], [server]))
    .map(([services, systems]) => ({ office: false, services, systems })),
)

/** Moments in it are given from the time at which the command is given. */
const content = fc.record({
  kind: fc.constantFrom(...noticeKinds),
  scope,
  cause: fc.constantFrom(null, { id: 'Gangguan jaringan', en: 'Network fault', su: 'Gangguan jaringan' }),
  since: fc.constantFrom(null, -hour, hour),
  expectedEnd: fc.constantFrom(null, -minute, 2 * hour),
  nextNews: fc.constantFrom(null, 0, 30 * minute),
  newTickets: fc.constantFrom('stop', 'warn', 'give'),
  waiting: fc.constantFrom('keep', 'hold'),
})

function contentAt(at: EpochMs, wish: typeof content extends fc.Arbitrary<infer Wish> ? Wish : never): NoticeContent {
  const from = (ms: number | null) => (ms === null ? null : Math.max(0, at + ms))
  return {
    ...wish,
    instruction: null,
    since: from(wish.since),
    expectedEnd: from(wish.expectedEnd),
    nextNews: from(wish.nextNews),
  }
}

const otherOffices: readonly Office[] = [
  smallOffice,
  withServices({ cards: { letter: 'B' }, letters: { letter: 'A' } }),
  withServices({ cards: { firstNumber: 5 }, letters: { quotaPerDay: 2 } }),
  withServices({ cards: { letter: 'X' }, 'pick-up': { letter: 'A', lastNumber: 3 } }),
  officeWith({ timeZone: 'Asia/Jayapura', priorityInARowMax: 1 }),
  officeWith({ timeZone: 'America/Havana' }),
  officeWith({
    systems: [],
    services: smallDocument.services.filter(({ id }) => id !== 'cards'),
    counters: [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }],
  }),
]

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
  { weight: 2, arbitrary: moves(notice, staff, (state, which) => ({ type: 'ResolveNotice', notice: which(state) })) },
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
    arbitrary: moves(fc.constantFrom(...otherOffices), fc.constant(hub), (_, office) => ({
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

function withServices(change: Readonly<Record<string, object>>): Office {
  return officeWith({ services: smallDocument.services.map((each) => ({ ...each, ...change[each.id] })) })
}
