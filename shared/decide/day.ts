import type { CommandOf, Given } from '../commands.ts'
import { daysBetween, localDate } from '../day.ts'
import type { Decision } from '../decide.ts'
import type { Event } from '../events.ts'
import { carriedOver } from '../evolve/day.ts'
import { daySchema, type Day, type EpochMs } from '../ids.ts'
import { initialState, type OfficeState } from '../state.ts'
import { happened, refuse } from './answers.ts'

/**
 * The longest an office is closed between two days, in days. A date further ahead than this is taken for a clock that
 * jumped: numbers go on, and a supervisor is asked.
 */
export const daysClosedMax = 31

/** The turn of the day, where the moment lies on a later date that can be believed: one event, else none. */
export function turnedDay(state: OfficeState, at: EpochMs): readonly Event[] {
  const date = localDate(at, state.office.timeZone)
  return date > state.day && !isDoubted(state, date) ? [beginning(state, date)] : []
}

/** The date the clock shows although it lies too far ahead to be believed; null when date and day agree. */
export function doubtedDate(state: OfficeState, at: EpochMs): Day | null {
  const date = localDate(at, state.office.timeZone)
  return date > state.day && isDoubted(state, date) ? date : null
}

export function decideOffice(
  state: OfficeState,
  { command, at }: Given<CommandOf<'SetOffice' | 'TurnDay' | 'ConfirmDate'>>,
): Decision {
  switch (command.type) {
    case 'TurnDay':
      return happened()
    case 'ConfirmDate': {
      const doubted = doubtedDate(state, at)
      if (doubted === null || doubted !== command.day) return refuse({ reason: 'date-not-doubted' })
      return happened(beginning(state, daySchema.parse(command.day)))
    }
    case 'SetOffice': {
      const { office } = command
      const services = new Set<string>(office.services.map((service) => service.id))
      const counters = new Set<string>(office.counters.map((counter) => counter.id))
      const inUse = Object.entries(state.lines).some(([id, line]) => line.length > 0 && !services.has(id))
      if (inUse) return refuse({ reason: 'service-in-use' })
      const seated = Object.values(state.counters).some(({ id, staff }) => staff !== null && !counters.has(id))
      return seated ? refuse({ reason: 'counter-in-use' }) : happened({ type: 'OfficeSet', office })
    }
    default:
      return command satisfies never
  }
}

function isDoubted(state: OfficeState, date: Day): boolean {
  return state.day !== initialState.day && daysBetween(state.day, date) > daysClosedMax
}

function beginning(state: OfficeState, day: Day): Event {
  return { type: 'DayBegan', day, carried: carriedOver(state) }
}
