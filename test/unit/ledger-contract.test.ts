import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Ledger } from '../../kiosk/hub/ledger.ts'
import { openSqliteLedger } from '../../kiosk/hub/sqlite-ledger.ts'
import { commandIdSchema } from '../../shared/ids.ts'
import { MemoryLedger } from '../fakes/memory-ledger.ts'
import { testFolder } from '../hub/folder.ts'
import { recorded } from '../hub/recorded.ts'

/** One suite for the real ledger and the fake: what one of them does, the other does. */
const ledgers: Readonly<Record<string, () => Promise<Ledger>>> = {
  'the SQLite ledger': async () => {
    const opened = await openSqliteLedger(path.join(testFolder(), 'ledger.db'))
    if (!opened.ok) throw new Error(opened.damage.what)
    onTestFinished(() => opened.ledger.close())
    return opened.ledger
  },
  'the ledger in memory': async () => new MemoryLedger(),
}

describe.each(Object.entries(ledgers))('%s', (_, open) => {
  test('G1 answers saved for a batch that follows the last one', async () => {
    const ledger = await open()
    expect(await ledger.append([recorded(1), recorded(2)])).toEqual({ kind: 'saved' })
    expect(await ledger.append([recorded(3)])).toEqual({ kind: 'saved' })
    expect(await ledger.verify()).toBeNull()
  })

  test('G2 rejects a batch that leaves a gap, and keeps nothing of it', async () => {
    const ledger = await open()
    await ledger.append([recorded(1)])
    await expect(ledger.append([recorded(3)])).rejects.toThrow('does not follow')
    expect(await ledger.eventsOf(commandIdSchema.parse('command-0003'))).toEqual([])
  })

  test('G3 names a command that it has already, and keeps nothing of the batch', async () => {
    const ledger = await open()
    await ledger.append([recorded(1, 'first-command')])
    const batch = [recorded(2, 'second-command'), recorded(3, 'first-command')]
    expect(await ledger.append(batch)).toEqual({ kind: 'known', command: 'first-command' })
    expect(await ledger.eventsOf(commandIdSchema.parse('second-command'))).toEqual([])
    expect(await ledger.append([recorded(2, 'second-command')])).toEqual({ kind: 'saved' })
  })

  test('G3 gives back the events of one command in their order', async () => {
    const ledger = await open()
    const command = 'command-of-two'
    const [first, second] = [recorded(1, command), recorded(2, command)]
    await ledger.append([first, second, recorded(3)])
    expect(await ledger.eventsOf(first.command)).toEqual([first.event, second.event])
  })

  test('rejects what is asked of it after it was closed', async () => {
    const ledger = await open()
    await ledger.close()
    await expect(ledger.append([recorded(1)])).rejects.toThrow('has ended')
  })
})
