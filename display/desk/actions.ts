import type { CommandOf } from '../../shared/commands.ts'
import type { DeskCounter, DeskView } from '../../shared/views/desk.ts'
import type { Freshness } from '../ui/link.ts'

/**
 * Which of a counter's buttons make sense now, and the reason where one does not. The hub decides in the end; this
 * only spares people a press that would be refused.
 */
export const counterActions = [
  'call-next',
  'recall',
  'start',
  'no-show',
  'undo-call',
  'finish',
  'hold',
  'transfer',
  'close-counter',
] as const
export type CounterAction = (typeof counterActions)[number]

/** Why a button does nothing now; each has a sentence in `words/desk`. */
export type Hindrance =
  | 'not-live'
  | 'counter-taken'
  | 'nobody-waiting'
  | 'everybody-held'
  | 'nobody-here'
  | 'already-started'
  | 'one-service'
  | 'counter-closed'

export function hindrances(
  view: DeskView,
  counter: DeskCounter,
  name: string,
  freshness: Freshness,
): Readonly<Record<CounterAction, Hindrance | null>> {
  const whole = hindranceOfAll(counter, name, freshness)
  if (whole !== null) {
    return {
      'call-next': whole,
      recall: whole,
      start: whole,
      'no-show': whole,
      'undo-call': whole,
      finish: whole,
      hold: whole,
      transfer: whole,
      'close-counter': whole,
    }
  }
  const nobody = counter.current === null ? 'nobody-here' : null
  const notCalled = nobody ?? (counter.current?.state === 'serving' ? 'already-started' : null)
  return {
    'call-next': counter.waiting > 0 ? null : somebodyHeld(view, counter) ? 'everybody-held' : 'nobody-waiting',
    recall: notCalled,
    start: notCalled,
    'no-show': notCalled,
    'undo-call': notCalled,
    finish: nobody,
    hold: nobody,
    transfer: nobody ?? (view.services.length > 1 ? null : 'one-service'),
    'close-counter': counter.staff === null ? 'counter-closed' : null,
  }
}

type CounterCommand = CommandOf<
  'CallNext' | 'Recall' | 'StartServing' | 'MarkNoShow' | 'UndoCall' | 'Finish' | 'CloseCounter' | 'HoldTicket'
>

/** The command a button gives; null for Transfer, which asks where to first, and for Hold with nobody to hold. */
export function commandOf(action: CounterAction, { id: counter, current }: DeskCounter): CounterCommand | null {
  switch (action) {
    case 'call-next':
      return { type: 'CallNext', counter }
    case 'recall':
      return { type: 'Recall', counter }
    case 'start':
      return { type: 'StartServing', counter }
    case 'no-show':
      return { type: 'MarkNoShow', counter }
    case 'undo-call':
      return { type: 'UndoCall', counter }
    case 'finish':
      return { type: 'Finish', counter }
    case 'close-counter':
      return { type: 'CloseCounter', counter }
    case 'hold':
      return current === null ? null : { type: 'HoldTicket', ticket: current.ticket }
    case 'transfer':
      return null
    default:
      return action satisfies never
  }
}

/**
 * The counter a desk begins with: the one it last worked at, else the one where its person already sits, else the
 * first free one, else the first.
 */
export function firstCounter(view: DeskView, remembered: string | null, name: string): DeskCounter | undefined {
  return (
    view.counters.find(({ id }) => id === remembered) ??
    view.counters.find(({ staff }) => staff === name) ??
    view.counters.find(({ staff }) => staff === null) ??
    view.counters[0]
  )
}

function hindranceOfAll(counter: DeskCounter, name: string, freshness: Freshness): Hindrance | null {
  if (freshness === 'silent') return 'not-live'
  return counter.staff !== null && counter.staff !== name ? 'counter-taken' : null
}

function somebodyHeld(view: DeskView, counter: DeskCounter): boolean {
  return view.services.some(
    ({ id, onHold, waiting }) => onHold && waiting > 0 && counter.services.some((service) => service.id === id),
  )
}
