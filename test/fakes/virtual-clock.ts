import type { Clock } from '../../kiosk/clock.ts'

/** A clock that moves only when it is told to; what falls due meanwhile runs in order of its time. */
export class VirtualClock implements Clock {
  #now: number
  #tasks: { at: number; order: number; task: () => void }[] = []
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
      this.#tasks = this.#tasks.filter((other) => other !== entry)
    }
  }

  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const due = this.#tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0]
      if (!due) break
      this.#tasks = this.#tasks.filter((other) => other !== due)
      this.#now = Math.max(this.#now, due.at)
      due.task()
    }
    this.#now = end
  }

  /** The wall clock is set to another time, as by a person or a time server; nothing that waits runs earlier for it. */
  jumpTo(now: number): void {
    const by = now - this.#now
    this.#now = now
    this.#tasks = this.#tasks.map((task) => ({ ...task, at: task.at + by }))
  }
}
