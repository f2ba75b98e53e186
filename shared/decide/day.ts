import type { CommandOf, Given } from '../commands.ts'
import { daysBetween, localDate } from '../day.ts'
import type { Decision } from '../decide.ts'
import type { Event } from '../events.ts'
import { carriedOver } from '../evolve/day.ts'
import { daySchema, type Day, type EpochMs } from '../ids.ts'
import { touchedServices } from '../notice.ts'
import type { Office } from '../office.ts'
import { preparedLimits } from '../prepared-text.ts'
import { screenLimits, settingsOf } from '../screens.ts'
import { initialState, type OfficeState } from '../state.ts'
import { allTickets } from '../ticket-book.ts'
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

type OfficeOrder =
  | 'SetOffice'
  | 'SetTicketWords'
  | 'SetScreen'
  | 'ForgetScreen'
  | 'TurnDay'
  | 'ConfirmDate'
  | 'ConfirmDay'
  | 'SavePreparedText'
  | 'RemovePreparedText'

export function decideOffice(state: OfficeState, { command, at, actor }: Given<CommandOf<OfficeOrder>>): Decision {
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
      const counters = new Set<string>(office.counters.map((counter) => counter.id))
      if (losesTickets(state, office) || losesNotice(state, office) || repeatsNumber(state, office))
        return refuse({ reason: 'service-in-use' })
      const seated = Object.values(state.counters).some(({ id, staff }) => staff !== null && !counters.has(id))
      return seated ? refuse({ reason: 'counter-in-use' }) : happened({ type: 'OfficeSet', office })
    }
    case 'SetTicketWords':
      return happened({ type: 'OfficeSet', office: { ...state.office, ticket: command.words } })
    case 'SetScreen': {
      const { settings } = command
      const { shows } = settings
      const known = new Set(state.office.services.map(({ id }) => id))
      if (shows.kind === 'services' && !shows.services.every((id) => known.has(id)))
        return refuse({ reason: 'no-such-service' })
      return !settingsOf(state.screens, settings.screen) && state.screens.length >= screenLimits.screens
        ? refuse({ reason: 'too-many-screens' })
        : happened({ type: 'ScreenSet', settings })
    }
    case 'ForgetScreen':
      return settingsOf(state.screens, command.screen)
        ? happened({ type: 'ScreenForgotten', screen: command.screen })
        : refuse({ reason: 'no-such-screen' })
    case 'ConfirmDay':
      if (actor.kind !== 'staff') return refuse({ reason: 'not-allowed' })
      return state.confirmed === null
        ? happened({ type: 'DayConfirmed', by: actor.name })
        : refuse({ reason: 'day-confirmed' })
    case 'SavePreparedText': {
      const isNew = state.preparedTexts.every(({ id }) => id !== command.text.id)
      return isNew && state.preparedTexts.length >= preparedLimits.texts
        ? refuse({ reason: 'too-many-texts' })
        : happened({ type: 'PreparedTextSaved', text: command.text })
    }
    case 'RemovePreparedText':
      return state.preparedTexts.some(({ id }) => id === command.text)
        ? happened({ type: 'PreparedTextRemoved', text: command.text })
        : refuse({ reason: 'no-such-text' })
    default:
      return command satisfies never
  }
}

/**
 * A date beyond `daysClosedMax`, or one that the calendar does not have (a year of five digits). Before the first day
 * any date is believed, unless numbers were given by a clock that stood in 1970: those must not be given again.
 */
function isDoubted(state: OfficeState, date: Day): boolean {
  if (!daySchema.safeParse(date).success) return true
  return daysBetween(state.day, date) > daysClosedMax && (state.day !== initialState.day || state.tickets.count > 0)
}

/** Whether a ticket of today is for a service that the new document has not. */
function losesTickets(state: OfficeState, office: Office): boolean {
  const services = new Set(office.services.map(({ id }) => id))
  return allTickets(state.tickets).some(({ service }) => !services.has(service))
}

/** Whether a notice, standing or set for later, that touches something now would touch nothing. */
function losesNotice(state: OfficeState, office: Office): boolean {
  return [...state.notices, ...state.scheduled].some(
    ({ content }) => touchedServices(content.scope, office).length === 0,
  )
}

/** Whether a number of today would be given again: by another service with the same letter, or by a band moved back. */
function repeatsNumber(state: OfficeState, office: Office): boolean {
  const highest = new Map<string, number>()
  for (const { number } of allTickets(state.tickets)) {
    const letter = number.slice(0, 1)
    highest.set(letter, Math.max(highest.get(letter) ?? 0, Number(number.slice(1))))
  }
  return office.services.some(
    ({ id, letter, firstNumber }) => firstNumber + (state.given[id] ?? 0) <= (highest.get(letter) ?? 0),
  )
}

function beginning(state: OfficeState, day: Day): Event {
  return { type: 'DayBegan', day, carried: carriedOver(state, day) }
}
