import { parentPort, workerData } from 'node:worker_threads'
import type { KeptRow, LedgerGreeting, LedgerReply, LedgerRequest, LedgerValue } from './ledger-calls.ts'
import { LedgerFile } from './ledger-file.ts'
import type { Damage } from './ledger.ts'

/**
 * The ledger's own thread: it alone writes the file, one request after another, so that a card that takes its time
 * stalls no socket. A check of the whole chain goes in steps with requests in between.
 */
const port = parentPort
if (!port) throw new Error('this file is started as a worker thread')
const { file } = workerData as { readonly file: string }

const opened = open()
const greeting: LedgerGreeting =
  'damage' in opened ? { type: 'damaged', damage: opened.damage } : { type: 'opened', rows: opened.rows }
port.postMessage(greeting)

if (!('damage' in opened)) {
  const { ledger } = opened
  port.on('message', (request: LedgerRequest) => {
    answer(ledger, request).then(
      (value) => reply({ call: request.call, ok: true, value }),
      (error: unknown) => reply({ call: request.call, ok: false, why: String(error) }),
    )
  })
}

function open(): { ledger: LedgerFile; rows: readonly KeptRow[] } | { damage: Damage } {
  try {
    const ledger = new LedgerFile(file)
    const today = ledger.readToday()
    if (!('damage' in today)) return { ledger, rows: today.rows }
    ledger.close()
    return today
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { damage: { seq: null, what: why } }
  }
}

async function answer(ledger: LedgerFile, request: LedgerRequest): Promise<LedgerValue> {
  switch (request.type) {
    case 'append':
      return { type: 'append', result: ledger.append(request.batch) }
    case 'rowsOf':
      return { type: 'rowsOf', rows: ledger.rowsOf(request.command) }
    case 'verify':
      return { type: 'verify', damage: await verify(ledger) }
    case 'close':
      ledger.close()
      return { type: 'done' }
    default:
      return request satisfies never
  }
}

async function verify(ledger: LedgerFile): Promise<Damage | null> {
  try {
    for (let from: number | null = 1; from !== null;) {
      const step = ledger.verifyStep(from, stepEvents)
      if ('damage' in step) return step.damage
      from = step.next
      await new Promise((resolve) => setImmediate(resolve))
    }
    return ledger.verifyFile()
  } catch (error) {
    return { seq: null, what: `the ledger cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function reply(message: LedgerReply): void {
  port?.postMessage(message)
}

/** Events checked without a break; some ms of work on a small board. */
const stepEvents = 500
