import type { Clock } from '../clock.ts'
import type { Health } from './health.ts'
import type { MachineDocument } from './pages.ts'
import type { Presence } from './presence.ts'
import type { Submit } from './submit.ts'

/** What machines read, by address. */
export interface DocumentParts {
  readonly submit: Pick<Submit, 'state'>
  readonly presence: Presence
  readonly clock: Clock
  readonly health: () => Health
  /** Where the office is found from outside. */
  readonly address: () => string
}

export function machineDocuments(_: DocumentParts): ReadonlyMap<string, MachineDocument> {
  return new Map()
}
