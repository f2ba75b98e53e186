import type { Command, Given } from './commands.ts'
import { decideCounter } from './decide/counters.ts'
import { turnedDay, decideOffice } from './decide/day.ts'
import { decideNotice } from './decide/notices.ts'
import { decidePaper } from './decide/paper.ts'
import { decideReturn } from './decide/returns.ts'
import { decideTicket } from './decide/tickets.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import type { Refusal } from './refusals.ts'
import type { OfficeState } from './state.ts'

/** What the office answers to a command: the facts that follow from it, or a named no. */
export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides a command. Pure: the same state and command always give the same events, and nothing else is looked at.
 * Where the command comes on a later local date than the state's, the new day begins first and the command is decided
 * on the new day. A refused command changes nothing, not even the day.
 */
export function decide(state: OfficeState, given: Given): Decision {
  const turn = turnedDay(state, given.at)
  const today = turn.reduce<OfficeState>((before, event) => foresee(before, given, event), state)
  const decision = decideToday(today, given)
  return decision.ok ? { ok: true, events: [...turn, ...decision.events] } : decision
}

/** The state as it will be once the event is in the ledger; for decisions that build on their own first events. */
export function foresee(state: OfficeState, given: Given, event: Event): OfficeState {
  return evolve(state, { seq: 0, at: given.at, command: given.id, actor: given.actor, event })
}

function decideToday(state: OfficeState, given: Given): Decision {
  const { command } = given
  switch (command.type) {
    case 'TakeTicket':
    case 'HoldTicket':
    case 'ResumeTicket':
    case 'TransferTicket':
    case 'CancelTicket':
    case 'MoveWaiting':
      return decideTicket(state, withCommand(given, command))
    case 'TakeReturnTicket':
    case 'UseReturnTicket':
    case 'SendHome':
    case 'SendTicketHome':
      return decideReturn(state, withCommand(given, command))
    case 'OpenCounter':
    case 'CloseCounter':
    case 'CallNext':
    case 'CallTicket':
    case 'Recall':
    case 'UndoCall':
    case 'StartServing':
    case 'Finish':
    case 'ReopenVisit':
    case 'MarkNoShow':
      return decideCounter(state, withCommand(given, command))
    case 'RaiseNotice':
    case 'UpdateNotice':
    case 'ResolveNotice':
    case 'WithdrawNotice':
    case 'ScheduleNotice':
    case 'RescheduleNotice':
    case 'RaiseScheduled':
    case 'ReportPainted':
      return decideNotice(state, withCommand(given, command))
    case 'StartPrinting':
    case 'ReportPaper':
    case 'ReportPrinter':
    case 'PrintAgain':
    case 'ConfirmPaper':
      return decidePaper(state, withCommand(given, command))
    case 'SetOffice':
    case 'TurnDay':
    case 'ConfirmDate':
    case 'SetTicketWords':
    case 'SetScreen':
    case 'ForgetScreen':
    case 'ConfirmDay':
    case 'SavePreparedText':
    case 'RemovePreparedText':
      return decideOffice(state, withCommand(given, command))
    default:
      return command satisfies never
  }
}

function withCommand<C extends Command>(given: Given, command: C): Given<C> {
  return { ...given, command }
}
