import { Worker } from 'node:worker_threads'
import { parseRows } from './ledger-rows.ts'
import type { LedgerGreeting, LedgerReply, LedgerRequest, LedgerValue } from './ledger-calls.ts'
import type { Ledger, OpenedLedger } from './ledger.ts'

/**
 * Opens the ledger file in its worker thread. A worker that dies makes every call under way, and every later one,
 * reject: the hub then ends and is started again, because nobody knows what was kept.
 */
export async function openSqliteLedger(file: string): Promise<OpenedLedger> {
  const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: { file }, resourceLimits })
  const greeting = await new Promise<LedgerGreeting>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  if (greeting.type === 'damaged') {
    await worker.terminate()
    return { ok: false, damage: greeting.damage }
  }
  const parsed = parseRows(greeting.rows)
  if ('damage' in parsed) {
    await worker.terminate()
    return { ok: false, damage: parsed.damage }
  }
  return { ok: true, ledger: overWorker(worker), recorded: parsed.recorded }
}

function overWorker(worker: Worker): Ledger {
  const waiting = new Map<number, { resolve: (value: LedgerValue) => void; reject: (error: Error) => void }>()
  let calls = 0
  let dead: Error | null = null

  const end = (error: Error) => {
    dead = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the ledger has ended')))
  worker.on('message', (reply: LedgerReply) => {
    const call = waiting.get(reply.call)
    waiting.delete(reply.call)
    if (reply.ok) call?.resolve(reply.value)
    else call?.reject(new Error(reply.why))
  })

  const ask = (request: DistributiveOmit<LedgerRequest, 'call'>) =>
    new Promise<LedgerValue>((resolve, reject) => {
      if (dead) {
        reject(dead)
        return
      }
      const call = ++calls
      waiting.set(call, { resolve, reject })
      worker.postMessage({ ...request, call })
    })
  const expect = async <Type extends LedgerValue['type']>(type: Type, answer: Promise<LedgerValue>) => {
    const value = await answer
    if (value.type !== type) throw new Error(`the ledger answered ${value.type} instead of ${type}`)
    return value as Extract<LedgerValue, { type: Type }>
  }

  return {
    append: async (batch) => (await expect('append', ask({ type: 'append', batch }))).result,
    eventsOf: async (command) => {
      const parsed = parseRows((await expect('rowsOf', ask({ type: 'rowsOf', command }))).rows)
      if ('damage' in parsed) throw new Error(parsed.damage.what)
      return parsed.recorded.map(({ event }) => event)
    },
    verify: async () => (await expect('verify', ask({ type: 'verify' }))).damage,
    close: async () => {
      if (dead) return
      await expect('done', ask({ type: 'close' }))
      await worker.terminate()
    },
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Megabytes. The worker holds one batch, or one day while it opens; on a small board every megabyte counts. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 } as const

/** Beside this file: as source when run by Node, bundled when packed into the app. */
const workerFile = import.meta.url.endsWith('.ts') ? './ledger-worker.ts' : './ledger-worker.mjs'
