import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LedgerFile } from './ledger-file.ts'

/**
 * Copies a ledger as it stands into a new file, while the hub goes on writing: the copy is one moment of it, whole.
 * Then the copy's own chain is checked from the first event on. A file that is there already is never written over.
 */
export function backupLedger(ledger: string, copy: string): { ok: true; events: number } | { ok: false; flaw: string } {
  if (!existsSync(ledger)) return { ok: false, flaw: `${ledger}: there is no ledger` }
  if (existsSync(copy)) return { ok: false, flaw: `${copy}: is there already; a backup never writes over a file` }
  const database = new Database(ledger, { readonly: true, timeout: 10_000 })
  try {
    database.prepare('vacuum into ?').run(copy)
  } catch (error) {
    return { ok: false, flaw: `${copy}: cannot be written (${error instanceof Error ? error.message : String(error)})` }
  } finally {
    database.close()
  }
  const written = new LedgerFile(copy)
  try {
    const check = written.verifyStep(1, Number.MAX_SAFE_INTEGER)
    if ('damage' in check) return { ok: false, flaw: `${copy}: ${check.damage.what}` }
    return { ok: true, events: written.seq }
  } finally {
    written.close()
    rmSync(`${copy}.lock`, { force: true })
  }
}
