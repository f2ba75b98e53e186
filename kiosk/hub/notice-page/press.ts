import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Poster } from './sheet.ts'

/**
 * Draws posters in a thread of its own, so that the hub's loop never waits for one, and so that most of what drawing
 * needs of memory is free again when the thread ends. The thread runs this very file, which therefore imports nothing
 * of the hub: only its own drawing, there, when the thread begins. It draws one poster after the other.
 */
export interface Press {
  /** Rejects when the thread ends first. */
  draw(poster: Poster): Promise<Uint8Array>
  stop(): Promise<void>
}

/** `onEnded` is told once, however the thread ends. */
export function startPress(onEnded: () => void): Press {
  const worker = new Worker(new URL(import.meta.url), { workerData: { role }, resourceLimits })
  // Whoever wants a poster holds the process; a press without work does not.
  worker.unref()
  const waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }>()
  let jobs = 0
  let dead: Error | null = null
  const end = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => {
    end(new Error('the press has ended'))
    onEnded()
  })
  worker.on('message', ({ job, pdf, why }: Drawn) => {
    const asked = waiting.get(job)
    waiting.delete(job)
    if (pdf === null) asked?.reject(new Error(why))
    else asked?.resolve(pdf)
  })
  return {
    draw: (poster) =>
      new Promise((resolve, reject) => {
        if (dead) {
          reject(dead)
          return
        }
        const job = ++jobs
        waiting.set(job, { resolve, reject })
        worker.postMessage({ job, poster } satisfies Job)
      }),
    stop: async () => {
      await worker.terminate()
    },
  }
}

interface Job {
  readonly job: number
  readonly poster: Poster
}

interface Drawn {
  readonly job: number
  readonly pdf: Uint8Array | null
  readonly why: string
}

async function serve(): Promise<void> {
  const { drawPoster } = await import('./draw.ts')
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ job, poster }: Job) => {
    last = last.then(async () => parentPort?.postMessage(await drawn(job, () => drawPoster(poster))))
  })
}

async function drawn(job: number, draw: () => Promise<Uint8Array>): Promise<Drawn> {
  try {
    return { job, pdf: await draw(), why: '' }
  } catch (error) {
    return { job, pdf: null, why: String(error) }
  }
}

const role = 'notice-press'
/** Megabytes. The longest notice there can be takes 30; the small nursery keeps the thread from spreading. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 } as const

if (!isMainThread && (workerData as { role?: unknown } | null)?.role === role) await serve()
