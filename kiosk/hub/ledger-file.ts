import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { Recorded } from '../../shared/events.ts'
import type { CommandId } from '../../shared/ids.ts'
import { migrate } from './ledger-schema.ts'
import type { KeptRow } from './ledger-calls.ts'
import { ledgerInUse, ledgerNotWritable } from './ledger-locked.ts'
import type { AppendResult, Damage } from './ledger.ts'

/**
 * The ledger in an SQLite file, as the ledger's worker thread drives it: every call blocks until the card has
 * answered. It reads and writes text; what the text means is parsed on the other side, so that the worker stays small. Each row carries the hash of its content and of the row before, so that a changed bit breaks the chain
 * where it lies; `head` says where the chain ends, so that a missing end is seen as well.
 *
 * better-sqlite3 opens a WAL file with `synchronous=NORMAL`, under which the last commits may vanish with the power:
 * FULL is set here and asserted.
 */
export class LedgerFile {
  readonly #lock: Database.Database
  readonly #database: Database.Database
  readonly #insert: Database.Statement
  readonly #moveHead: Database.Statement
  #seq: number
  #hash: Buffer

  /** `pagesMax` bounds how far the file may grow, in pages of 4096 bytes; without it, the disk does. */
  constructor(file: string, pagesMax?: number) {
    this.#lock = lockBeside(file)
    try {
      this.#database = openDatabase(file, pagesMax)
      this.#insert = this.#database.prepare(
        'insert into event (seq, at, type, command, place, actor, data, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      this.#moveHead = this.#database.prepare('update head set seq = ?, hash = ? where id = 1')
      const head = this.#head()
      this.#seq = head.seq
      this.#hash = head.hash
    } catch (error) {
      this.#lock.close()
      throw error
    }
  }

  /** SQLite's own word on how commits reach the disk: 2 is FULL. */
  get synchronous(): unknown {
    return this.#database.pragma('synchronous', { simple: true })
  }

  /** The last event kept. */
  get seq(): number {
    return this.#seq
  }

  append(batch: readonly Recorded[]): AppendResult {
    let seq = this.#seq
    let hash = this.#hash
    let current: CommandId | null = null
    let place = 0
    try {
      this.#database.transaction(() => {
        for (const { seq: given, at, command, actor, event } of batch) {
          if (given !== seq + 1) throw new Error(`event ${given} does not follow event ${seq}`)
          place = command === current ? place + 1 : 0
          current = command
          seq = given
          const row = {
            seq,
            at,
            type: event.type,
            command,
            place,
            actor: JSON.stringify(actor),
            data: JSON.stringify(event),
          }
          hash = linkOf(hash, row)
          this.#insert.run(seq, at, row.type, command, place, row.actor, row.data, hash)
        }
        this.#moveHead.run(seq, hash)
      })()
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
      if (error.code === 'SQLITE_CONSTRAINT_UNIQUE' && current !== null) return { kind: 'known', command: current }
      return { kind: 'failed', why: `${error.code}: ${error.message}` }
    }
    this.#seq = seq
    this.#hash = hash
    return { kind: 'saved' }
  }

  /** The events from the last `DayBegan` on, checked against the chain, or what is wrong with them. */
  readToday(): { rows: readonly KeptRow[] } | { damage: Damage } {
    const first = this.#database.prepare("select max(seq) as seq from event where type = 'DayBegan'").get()
    const from = (first as { seq: number | null }).seq ?? 1
    return this.#readChain(from, Number.MAX_SAFE_INTEGER)
  }

  /** Checks up to `count` events from `from` on. `next` is null when the chain's end was reached. */
  verifyStep(from: number, count: number): { damage: Damage } | { next: number | null } {
    const step = this.#readChain(from, from + count - 1)
    if ('damage' in step) return step
    return { next: from + count > this.#seq ? null : from + count }
  }

  /** Checks what the chain does not cover: the file's own structure. */
  verifyFile(): Damage | null {
    const answer = this.#database.pragma('integrity_check(1)', { simple: true })
    return answer === 'ok' ? null : { seq: null, what: `the ledger's file is damaged: ${String(answer)}` }
  }

  rowsOf(command: CommandId): readonly KeptRow[] {
    const rows = this.#database.prepare('select * from event where command = ? order by place').all(command)
    return (rows as Row[]).map(kept)
  }

  close(): void {
    this.#database.close()
    this.#lock.close()
  }

  #readChain(from: number, to: number): { rows: readonly KeptRow[] } | { damage: Damage } {
    let hash = from === 1 ? genesis : this.#hashOf(from - 1)
    if (!hash) return { damage: { seq: from - 1, what: `event ${from - 1} is missing` } }
    const read: KeptRow[] = []
    let expected = from
    const rows = this.#database.prepare('select * from event where seq between ? and ? order by seq').iterate(from, to)
    for (const row of rows as IterableIterator<Row>) {
      if (row.seq !== expected) return { damage: { seq: expected, what: `event ${expected} is missing` } }
      const link = linkOf(hash, row)
      if (!link.equals(row.hash)) {
        return { damage: { seq: row.seq, what: `event ${row.seq} is not what was written` } }
      }
      read.push(kept(row))
      hash = link
      expected++
    }
    const head = this.#head()
    const whole = expected > head.seq
    if (!whole && to > head.seq) return { damage: { seq: expected, what: `event ${expected} is missing` } }
    if (expected > head.seq + 1 || (whole && !hash.equals(head.hash)))
      return { damage: { seq: head.seq, what: `the ledger's end is not where it was written` } }
    return { rows: read }
  }

  #hashOf(seq: number): Buffer | null {
    const row = this.#database.prepare('select hash from event where seq = ?').get(seq)
    return row === undefined ? null : (row as { hash: Buffer }).hash
  }

  #head(): { seq: number; hash: Buffer } {
    const row = this.#database.prepare('select seq, hash from head where id = 1').get()
    if (row === undefined) throw new Error("the ledger's end is not written down")
    return row as { seq: number; hash: Buffer }
  }
}

interface Row extends KeptRow {
  readonly type: string
  readonly place: number
  readonly hash: Buffer
}

function kept({ seq, at, command, actor, data }: Row): KeptRow {
  return { seq, at, command, actor, data }
}

function linkOf(before: Buffer, { seq, at, type, command, place, actor, data }: Omit<Row, 'hash'>): Buffer {
  const content = JSON.stringify([seq, at, type, command, place, actor, data])
  return createHash('sha256').update(before).update(content).digest()
}

function openDatabase(file: string, pagesMax: number | undefined): Database.Database {
  const database = new Database(file)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('journal_size_limit = 4194304')
    if (database.pragma('synchronous', { simple: true }) !== fullSynchronous)
      throw new Error('SQLite does not keep synchronous=FULL')
    migrate(database)
    if (pagesMax !== undefined) database.pragma(`max_page_count = ${pagesMax}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Holds `<file>.lock` for as long as this process lives, so that there is one writer, while others may still read the
 * ledger for a backup. The lock is the operating system's: it is gone with the process, however that ends.
 */
function lockBeside(file: string): Database.Database {
  let lock: Database.Database | null = null
  try {
    lock = new Database(`${file}.lock`, { timeout: 0 })
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (code === 'SQLITE_BUSY') throw new Error(ledgerInUse, { cause: error })
    if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) throw new Error(ledgerNotWritable, { cause: error })
    throw error
  }
}

const genesis = Buffer.alloc(32)
const fullSynchronous = 2
