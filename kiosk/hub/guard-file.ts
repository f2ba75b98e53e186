import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { staffRoles } from '../../shared/wire.ts'
import { replaceFile } from './replace-file.ts'

/**
 * What the guard must not forget: people, devices, sessions and failed tries. One small JSON file, replaced whole:
 * after a cut of power it is the old or the new one. It holds hashes only; no PIN, code or token can be read from it.
 */
const guardSchema = z.strictObject({
  /** Hash of the setup code while nobody has set the office up. */
  setupCodeHash: z.string().nullable(),
  people: z.array(z.strictObject({ name: z.string(), role: z.enum(staffRoles), pinHash: z.string() })),
  devices: z.array(
    z.strictObject({ name: z.string(), kind: z.enum(['lobby', 'kiosk', 'desk', 'agent']), tokenHash: z.string() }),
  ),
  sessions: z.array(z.strictObject({ name: z.string(), tokenHash: z.string(), until: z.number() })),
  /** Failed tries by what was tried and from where. */
  failures: z.record(z.string(), z.strictObject({ count: z.int(), lastAt: z.number() })),
})
export type GuardRecord = z.infer<typeof guardSchema>

export const emptyGuard: GuardRecord = { setupCodeHash: null, people: [], devices: [], sessions: [], failures: {} }

/** Where the guard keeps its record; a test keeps it in memory. */
export interface GuardStore {
  save(record: GuardRecord): Promise<void>
}

/** Opens the file, or begins a new one. A file that cannot be understood throws with the field that is wrong. */
export async function openGuardFile(file: string): Promise<{ store: GuardStore; record: GuardRecord; isNew: boolean }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const record = text === null ? emptyGuard : guardSchema.parse(JSON.parse(text))
  let last: Promise<void> = Promise.resolve()
  return {
    record,
    isNew: text === null,
    store: {
      save: (next) => {
        last = last.catch(() => {}).then(() => replaceFile(file, JSON.stringify(next)))
        return last
      },
    },
  }
}
