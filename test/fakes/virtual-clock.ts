import type { Clock } from '../../kiosk/clock.ts'

/** A clock that moves only when it is told to; what falls due meanwhile runs in order of its time. */
export class VirtualClock implements Clock {
  #now: number
  readonly #tasks: Task[] = []
  #order = 0

  constructor(now = Date.UTC(2026, 10, 24, 2, 0)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.#now + delayMs, order: this.#order++, task }
    this.#tasks.push(entry)
    return () => {
      const place = this.#tasks.indexOf(entry)
      if (place >= 0) this.#tasks.splice(place, 1)
    }
  }

  advance(ms: number): void {
    const end = this.#now + ms
    while (this.runNext(end)) continue
    this.#now = end
  }

  /** Runs the one thing that falls due first, if it does by `end`; whether there was one. */
  runNext(end: number): boolean {
    let due: Task | undefined
    for (const task of this.#tasks) if (!due || isBefore(task, due)) due = task
    if (!due || due.at > end) return false
    this.#tasks.splice(this.#tasks.indexOf(due), 1)
    this.#now = Math.max(this.#now, due.at)
    due.task()
    return true
  }

  /** The wall clock is set to another time, as by a person or a time server; nothing that waits runs earlier for it. */
  jumpTo(now: number): void {
    const by = now - this.#now
    this.#now = now
    // The same entries, so that each can still be cancelled.
    for (const task of this.#tasks) task.at += by
  }
}

interface Task {
  at: number
  readonly order: number
  readonly task: () => void
}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
