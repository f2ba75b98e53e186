import type { Clock } from '../clock.ts'
import { atomFeed } from './atom-feed.ts'
import type { Health } from './health.ts'
import { metricsText } from './metrics.ts'
import type { MachineDocument } from './pages.ts'
import type { Presence } from './presence.ts'
import { statusDocumentNames, statusDocuments } from './status-documents.ts'
import type { Submit } from './submit.ts'

/** What machines read, by address. All of it is public: it says no more than the screens do. */
export interface DocumentParts {
  readonly submit: Pick<Submit, 'state'>
  readonly presence: Presence
  readonly clock: Clock
  readonly health: () => Health
  /** Where the office is found from outside. */
  readonly address: () => string
}

export function machineDocuments(parts: DocumentParts): ReadonlyMap<string, MachineDocument> {
  const { submit, presence, clock, health, address } = parts
  const status = statusDocumentNames.map((name): [string, MachineDocument] => [
    `/api/v2/${name}`,
    {
      type: 'application/json; charset=utf-8',
      make: () => JSON.stringify(statusDocuments(submit.state, clock.now(), address())[name]),
    },
  ])
  return new Map<string, MachineDocument>([
    ...status,
    [
      '/feed.atom',
      {
        type: 'application/atom+xml; charset=utf-8',
        make: () => atomFeed(submit.state, clock.now(), address()),
      },
    ],
    [
      '/metrics',
      { type: 'text/plain; version=0.0.4; charset=utf-8', make: () => metricsText(submit.state, presence, health()) },
    ],
  ])
}
