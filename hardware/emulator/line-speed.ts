import type { Clock } from './clock.ts'

/** Bytes on their way over a line of limited speed. */
export interface Line {
  send(bytes: Uint8Array): void
  /** Holds the line, as the printer's "busy" wire does, or lets it go on. */
  hold(held: boolean): void
  /** Bytes still on their way. */
  readonly backlogBytes: number
  /** What is on its way is lost. */
  cut(): void
}

/** Takes bytes off the line; `endedMs` is the moment on the clock at which the last of them was whole. */
export type Deliver = (bytes: Uint8Array, endedMs: number) => void

/** Start bit, eight data bits, stop bit. */
const bitsPerByte = 10

/**
 * A serial line: every byte takes ten bits' time on the clock and arrives at the end of it. Timers are coarser than
 * bytes, so bytes that are due together arrive together, never early; `deliver` is told when the last bit of them was on
 * the line, which is a moment before.
 */
export function serialLine(clock: Clock, baud: number, deliver: Deliver): Line {
  const byteMs = (bitsPerByte / baud) * 1000
  let backlog: Buffer = Buffer.alloc(0)
  let held = false
  /** When the first byte of the backlog began. */
  let startedMs = 0
  let cancel: (() => void) | null = null

  const step = () => {
    cancel = null
    // Clocks count in binary fractions: a byte that is due in less than a nanosecond is due.
    const due = Math.min(backlog.length, Math.floor((clock.now() - startedMs) / byteMs + 1e-6))
    const arrived = backlog.subarray(0, due)
    backlog = backlog.subarray(due)
    startedMs += due * byteMs
    if (due > 0) deliver(arrived, startedMs)
    schedule()
  }
  const schedule = () => {
    if (cancel !== null || held || backlog.length === 0) return
    cancel = clock.after(Math.max(0, startedMs + byteMs - clock.now()), step)
  }

  return {
    send(bytes) {
      if (backlog.length === 0) startedMs = clock.now()
      backlog = Buffer.concat([backlog, bytes])
      schedule()
    },
    hold(hold) {
      if (held && !hold) startedMs = clock.now()
      held = hold
      if (!held) return schedule()
      cancel?.()
      cancel = null
    },
    get backlogBytes() {
      return backlog.length
    },
    cut() {
      backlog = Buffer.alloc(0)
      cancel?.()
      cancel = null
    },
  }
}

/** A line without a speed: everything arrives at once, unless it is held. */
export function instantLine(clock: Clock, deliver: Deliver): Line {
  let backlog: Buffer = Buffer.alloc(0)
  let held = false
  return {
    send(bytes) {
      if (held) backlog = Buffer.concat([backlog, bytes])
      else deliver(bytes, clock.now())
    },
    hold(hold) {
      held = hold
      const bytes = backlog
      if (held || bytes.length === 0) return
      backlog = Buffer.alloc(0)
      deliver(bytes, clock.now())
    },
    get backlogBytes() {
      return backlog.length
    },
    cut() {
      backlog = Buffer.alloc(0)
    },
  }
}
