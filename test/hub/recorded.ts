import type { Event, Recorded } from '../../shared/events.ts'
import { commandIdSchema, counterIdSchema } from '../../shared/ids.ts'

/** Events in a row, one command each unless said otherwise, for tests that care for order and not for meaning. */
export function recorded(seq: number, command = `command-${String(seq).padStart(4, '0')}`, event = opened): Recorded {
  return {
    seq,
    at: 1_000 + seq,
    command: commandIdSchema.parse(command),
    actor: { kind: 'staff', name: 'Siti' },
    event,
  }
}

const opened: Event = { type: 'CounterOpened', counter: counterIdSchema.parse('1'), staff: 'Siti' }
