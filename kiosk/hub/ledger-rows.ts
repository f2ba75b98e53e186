import { recordedSchema, type Recorded } from '../../shared/events.ts'
import type { KeptRow } from './ledger-calls.ts'
import type { Damage } from './ledger.ts'

/** Parses rows of the ledger: the only place where what lies in the file becomes an event. */
export function parseRows(rows: readonly KeptRow[]): { recorded: readonly Recorded[] } | { damage: Damage } {
  const recorded: Recorded[] = []
  for (const { seq, at, command, actor, data } of rows) {
    try {
      recorded.push(recordedSchema.parse({ seq, at, command, actor: JSON.parse(actor), event: JSON.parse(data) }))
    } catch {
      return { damage: { seq, what: `event ${seq} cannot be understood by this program` } }
    }
  }
  return { recorded }
}
