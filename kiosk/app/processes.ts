import { repeat, type Clock } from '../clock.ts'
import { Backoff } from './backoff.ts'

/**
 * Keeps one program running beside the window: starts it, starts it again when it ends, ends it when it has stopped
 * answering, and ends it for good on `stop`. What a program is (a utility process, a stand-in) is the port's matter.
 *
 * 1. At most one of the program runs at a time: the next starts only after the one before has ended.
 * 2. After `stop` nothing is started any more.
 */
export interface RunningProgram {
  /** Called once, with the exit code. */
  onEnd(listener: (code: number) => void): void
  /** Asks it to end; it may take its time, `onEnd` says when. */
  end(): void
}

export interface Keeper {
  /** Resolves when the program has ended, or after `stopMsMax` without it. */
  stop(): Promise<void>
}

export interface KeeperPorts {
  readonly clock: Clock
  /** Told once per line, for the journal. */
  readonly report: (line: string) => void
  /** Whether the program answers at all; left out for one that has no door to knock at. */
  readonly answers?: () => Promise<boolean>
}

export function keepRunning(name: string, start: () => RunningProgram, ports: KeeperPorts): Keeper {
  const { clock, report } = ports
  const backoff = new Backoff(clock)
  let running: RunningProgram | null = null
  let stopping = false
  let misses = 0
  let ended = nothing
  let cancelStart = nothing

  const run = () => {
    backoff.started()
    misses = 0
    const program = start()
    running = program
    program.onEnd((code) => {
      running = null
      if (stopping) return ended()
      const waitMs = backoff.failed()
      report(`${name} ended with code ${code}; starting it again in ${waitMs} ms`)
      cancelStart = clock.after(waitMs, run)
    })
  }
  const knock = async () => {
    const asked = running
    if (!asked || !ports.answers) return
    const answered = await ports.answers()
    if (asked !== running) return
    misses = answered ? 0 : misses + 1
    if (misses < missesMax) return
    misses = 0
    report(`${name} has not answered for ${(missesMax * knockEveryMs) / 1000} s; ending it`)
    asked.end()
  }
  const stopKnocking = repeat(clock, knockEveryMs, () => void knock())
  run()

  return {
    stop: () => {
      stopping = true
      stopKnocking()
      cancelStart()
      const program = running
      if (!program) return Promise.resolve()
      return new Promise((resolve) => {
        const cancel = clock.after(stopMsMax, resolve)
        ended = () => {
          cancel()
          resolve()
        }
        program.end()
      })
    },
  }
}

const knockEveryMs = 5_000
const missesMax = 12
const stopMsMax = 5_000

const nothing = (): void => {}
