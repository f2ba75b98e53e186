import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backupLedger } from '../../kiosk/hub/ledger-backup.ts'
import { LedgerFile } from '../../kiosk/hub/ledger-file.ts'
import { ledgerInUse, ledgerNotWritable } from '../../kiosk/hub/ledger-locked.ts'
import { parseRows } from '../../kiosk/hub/ledger-rows.ts'
import { openSqliteLedger } from '../../kiosk/hub/sqlite-ledger.ts'
import type { Recorded } from '../../shared/events.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema } from '../../shared/ids.ts'
import { testFolder } from '../hub/folder.ts'
import { recorded } from '../hub/recorded.ts'

test('G1 every commit waits for the disk: the file is opened with synchronous=FULL', () => {
  const file = path.join(testFolder(), 'ledger.db')
  const ledger = new LedgerFile(file)
  onTestFinished(() => ledger.close())
  ledger.append([recorded(1)])
  // What a connection gets that does not ask: the reason that it must be set.
  const other = new Database(file)
  onTestFinished(() => void other.close())
  expect(other.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(other.pragma('synchronous', { simple: true })).toBe(1)
  expect(ledger.synchronous).toBe(2)
})

test('G4 an event is neither changed nor removed, whoever tries', () => {
  const file = path.join(testFolder(), 'ledger.db')
  const ledger = new LedgerFile(file)
  ledger.append([recorded(1), recorded(2)])
  ledger.close()
  const database = new Database(file)
  onTestFinished(() => void database.close())
  expect(() => database.exec("update event set data = '{}' where seq = 1")).toThrow('append-only')
  expect(() => database.exec('delete from event where seq = 2')).toThrow('append-only')
})

test('G4 an event that was changed behind the ledger is named', () => {
  const file = fileWith(5)
  tamper(file, "update event set data = replace(data, 'Siti', 'Sita') where seq = 3")
  const ledger = new LedgerFile(file)
  onTestFinished(() => ledger.close())
  expect(ledger.readToday()).toEqual({ damage: { seq: 3, what: 'event 3 is not what was written' } })
})

test('G4 an event that is missing is named, in the middle and at the end', () => {
  const middle = fileWith(5)
  tamper(middle, 'delete from event where seq = 2')
  const first = new LedgerFile(middle)
  onTestFinished(() => first.close())
  expect(first.readToday()).toEqual({ damage: { seq: 2, what: 'event 2 is missing' } })

  const end = fileWith(5)
  tamper(end, 'delete from event where seq = 5')
  const second = new LedgerFile(end)
  onTestFinished(() => second.close())
  expect(second.readToday()).toEqual({ damage: { seq: 5, what: 'event 5 is missing' } })
})

test('G4 one bit changed anywhere in the file is found when it is opened or checked, or does no harm', () => {
  const file = fileWith(40)
  const whole = readFileSync(file)
  const expected = JSON.stringify(Array.from({ length: 40 }, (_, i) => recorded(i + 1)))
  const copy = path.join(testFolder(), 'ledger.db')
  const wrong: number[] = []
  let found = 0
  for (let trial = 0; trial < 300; trial++) {
    // A step that meets every page and every place in a page.
    const bit = (trial * 102_947) % (whole.length * 8)
    const flipped = Buffer.from(whole)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(copy, flipped)
    const read = readWhole(copy)
    if (read === 'damaged') found++
    else if (JSON.stringify(read) !== expected) wrong.push(bit)
  }
  expect(wrong).toEqual([])
  expect(found).toBeGreaterThan(60)
})

test('G4 reading starts at the last day, and the days before are still checked', async () => {
  const file = path.join(testFolder(), 'ledger.db')
  const ledger = new LedgerFile(file)
  ledger.append([recorded(1), recorded(2), dayBegan(3), recorded(4)])
  ledger.close()
  const today = await openSqliteLedger(file)
  if (!today.ok) throw new Error(today.damage.what)
  expect(today.recorded.map(({ seq }) => seq)).toEqual([3, 4])
  await today.ledger.close()

  tamper(file, 'update event set at = at + 1 where seq = 1')
  const damaged = await openSqliteLedger(file)
  if (!damaged.ok) throw new Error(damaged.damage.what)
  expect(await damaged.ledger.verify()).toEqual({ seq: 1, what: 'event 1 is not what was written' })
  await damaged.ledger.close()
})

test('G5 a second writer is refused while the first one lives', async () => {
  const file = path.join(testFolder(), 'ledger.db')
  const first = await openSqliteLedger(file)
  if (!first.ok) throw new Error(first.damage.what)
  const second = await openSqliteLedger(file)
  expect(second).toEqual({ ok: false, damage: { seq: null, what: ledgerInUse } })
  await first.ledger.close()
  const third = await openSqliteLedger(file)
  expect(third.ok).toBe(true)
  if (third.ok) await third.ledger.close()
})

test('a lock that cannot be made is not taken for another Loket', async () => {
  const file = path.join(testFolder(), 'ledger.db')
  // Stands for a folder in which nothing can be written, also for root.
  mkdirSync(`${file}.lock`)
  expect(await openSqliteLedger(file)).toEqual({ ok: false, damage: { seq: null, what: ledgerNotWritable } })
})

test('a full disk is an answer, not an end: the batch is not kept and the next one is', () => {
  const file = path.join(testFolder(), 'ledger.db')
  const ledger = new LedgerFile(file, 20)
  onTestFinished(() => ledger.close())
  ledger.append([recorded(1)])
  const big = Array.from({ length: 2_000 }, (_, i) => recorded(i + 2))
  expect(ledger.append(big)).toEqual({ kind: 'failed', why: 'SQLITE_FULL: database or disk is full' })
  expect(ledger.append([recorded(2)])).toEqual({ kind: 'saved' })
  expect(eventsIn(ledger)).toEqual([recorded(1), recorded(2)])
})

test('a backup of a ledger in use is whole, and never writes over a file', async () => {
  const folder = testFolder()
  const file = path.join(folder, 'ledger.db')
  const copy = path.join(folder, 'copy.db')
  const opened = await openSqliteLedger(file)
  if (!opened.ok) throw new Error(opened.damage.what)
  onTestFinished(() => opened.ledger.close())
  await opened.ledger.append([recorded(1), recorded(2)])
  expect(backupLedger(file, copy)).toEqual({ ok: true, events: 2 })
  expect(existsSync(`${copy}.lock`)).toBe(false)
  await opened.ledger.append([recorded(3)])

  const restored = new LedgerFile(copy)
  onTestFinished(() => restored.close())
  expect(eventsIn(restored)).toEqual([recorded(1), recorded(2)])
  expect(backupLedger(file, copy)).toEqual({
    ok: false,
    flaw: `${copy}: is there already; a backup never writes over a file`,
  })
})

test('a ledger from a newer program is left alone', async () => {
  const file = fileWith(1)
  const database = new Database(file)
  database.pragma('user_version = 99')
  database.close()
  const before = path.join(testFolder(), 'before.db')
  copyFileSync(file, before)
  const opened = await openSqliteLedger(file)
  expect(opened).toMatchObject({ ok: false, damage: { what: expect.stringContaining('install a newer Loket') } })
  expect(readFileSync(file).equals(readFileSync(before))).toBe(true)
})

function fileWith(count: number): string {
  const file = path.join(testFolder(), 'ledger.db')
  const ledger = new LedgerFile(file)
  ledger.append(Array.from({ length: count }, (_, i) => recorded(i + 1)))
  ledger.close()
  return file
}

function eventsIn(ledger: LedgerFile): readonly Recorded[] {
  const today = ledger.readToday()
  const parsed = 'rows' in today ? parseRows(today.rows) : today
  if ('damage' in parsed) throw new Error(parsed.damage.what)
  return parsed.recorded
}

/** Opens and checks a ledger as the worker does. */
function readWhole(file: string): readonly Recorded[] | 'damaged' {
  let ledger: LedgerFile | null = null
  try {
    ledger = new LedgerFile(file)
    const today = ledger.readToday()
    if ('damage' in today || 'damage' in ledger.verifyStep(1, 1_000) || ledger.verifyFile()) return 'damaged'
    const parsed = parseRows(today.rows)
    return 'damage' in parsed ? 'damaged' : parsed.recorded
  } catch {
    return 'damaged'
  } finally {
    ledger?.close()
  }
}

/** Does what a fault of the card does: the triggers do not see it. */
function tamper(file: string, change: string): void {
  const database = new Database(file)
  database.exec('drop trigger event_never_changes; drop trigger event_never_goes')
  database.exec(change)
  database.close()
}

function dayBegan(seq: number) {
  return recorded(seq, 'the-day-began', {
    type: 'DayBegan',
    day: daySchema.parse('2026-11-24'),
    carried: {
      office: exampleOffice,
      ticketsGiven: 0,
      callsMade: 0,
      noticesRaised: 0,
      notices: [],
      scheduled: [],
      ended: [],
      returns: [],
      preparedTexts: [],
      screens: [],
      counters: {},
      printers: {},
    },
  })
}
