import type { Command } from './commands.ts'
import { doubtedDate, turnedDay } from './decide/day.ts'
import type { EpochMs } from './ids.ts'
import type { OfficeState } from './state.ts'

/**
 * What is to be ordered because its time has come: the turn of the day, and the notices that were set for now. Asked
 * again before the orders are carried out, it gives them again; carrying out an order twice changes nothing. A clock
 * whose date is doubted makes nothing due: a year ahead, it would put up every notice at once, or withdraw it as over.
 */
export function dueOrders(state: OfficeState, at: EpochMs): readonly Command[] {
  if (doubtedDate(state, at) !== null) return []
  const turn: readonly Command[] = turnedDay(state, at).length > 0 ? [{ type: 'TurnDay' }] : []
  const notices = state.scheduled.filter(({ raiseAt }) => raiseAt <= at)
  return [...turn, ...notices.map(({ id }): Command => ({ type: 'RaiseScheduled', notice: id }))]
}
