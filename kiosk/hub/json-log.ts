import type { Clock } from '../clock.ts'
import type { Log } from './log.ts'

/** Entries as JSON lines on a stream; see `Log`. */
export function jsonLog(clock: Clock, stream: { write(line: string): unknown }): Log {
  const write = (level: 'info' | 'error', what: string, details: Readonly<Record<string, unknown>> = {}) => {
    stream.write(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, what, ...details })}\n`)
  }
  return {
    info: (what, details) => write('info', what, details),
    error: (what, details) => write('error', what, details),
  }
}
