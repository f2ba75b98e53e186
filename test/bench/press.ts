import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { benchServices, connect, press, type HubProcess } from './hub-process.ts'
import { ms, percentile, type Row } from './table.ts'

/** One press after another, each answered before the next: what a resident waits for, against the disk alone. */
export async function measurePress(hub: HubProcess): Promise<{ rows: readonly Row[]; perSecond: number }> {
  const kiosk = await connect(hub, { as: 'kiosk', screen: 'bench-kiosk' })
  const [service = ''] = benchServices
  for (let i = 0; i < 100; i++) await press(kiosk, service)
  const times: number[] = []
  const begun = performance.now()
  for (let i = 0; i < presses; i++) {
    const at = performance.now()
    await press(kiosk, benchServices[1 + (i % 10)] ?? service)
    times.push(performance.now() - at)
  }
  const perSecond = presses / ((performance.now() - begun) / 1000)
  kiosk.close()
  const floor = percentile(bareWrites(hub.data, bytesOfOnePress(hub)), 0.99)
  const measured = percentile(times, 0.99)
  const target = 2 * floor + 2
  return {
    perSecond,
    rows: [
      {
        what: 'press to acknowledged, p99',
        measured: ms(measured),
        target: `<= ${ms(target)} (2 x floor + 2 ms)`,
        floor: `${ms(floor)} write and fdatasync, p99`,
        met: measured <= target,
      },
    ],
  }
}

const presses = 2_000

/** What one press adds to the write-ahead log: the mean over the presses of this run. */
function bytesOfOnePress(hub: HubProcess): number {
  const database = new Database(path.join(hub.data, 'ledger.db'), { readonly: true })
  const row = database.prepare('select avg(length(data) + length(actor) + 150) as bytes from event').get()
  database.close()
  return Math.ceil((row as { bytes: number }).bytes)
}

/** The same bytes written bare and synced, one after another, in ms each. */
function bareWrites(folder: string, bytes: number): number[] {
  const file = path.join(folder, 'floor')
  const handle = openSync(file, 'w')
  const content = Buffer.alloc(bytes, 120)
  const times: number[] = []
  for (let i = 0; i < presses; i++) {
    const at = performance.now()
    writeSync(handle, content)
    fdatasyncSync(handle)
    times.push(performance.now() - at)
  }
  closeSync(handle)
  rmSync(file)
  return times
}
