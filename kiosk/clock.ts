import type { EpochMs } from '../shared/ids.ts'

/**
 * The one place where the Node parts read time. Everything else is handed a `Clock`, so that tests and simulations
 * run on a virtual one.
 */
export interface Clock {
  now(): EpochMs
  /** Runs `task` once after `delayMs` unless the returned function is called first. */
  after(delayMs: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Runs `task` every `everyMs`, the first time after one interval, until the returned function is called. */
export function repeat(clock: Clock, everyMs: number, task: () => void): () => void {
  let stopped = false
  let cancel: () => void = () => {}
  const wait = () => {
    cancel = clock.after(everyMs, () => {
      if (stopped) return
      task()
      wait()
    })
  }
  wait()
  return () => {
    stopped = true
    cancel()
  }
}
