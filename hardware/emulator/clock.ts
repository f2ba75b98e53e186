/** The passing of time as the emulator needs it: a tests' clock stands still until it is moved. */
export interface Clock {
  /** Milliseconds from any fixed start; never goes back. */
  now(): number
  /** Runs `task` once, `ms` from now, unless the returned function is called first. */
  after(ms: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

interface Task {
  readonly at: number
  readonly task: () => void
}

/** A clock for tests: tasks run, in order of their time, only inside `advance`. */
export class ManualClock implements Clock {
  #now = 0
  #tasks: Task[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.#now + ms, task }
    this.#tasks.push(entry)
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry)
    }
  }

  /** Tasks that wait for their time. */
  get pending(): number {
    return this.#tasks.length
  }

  /** Moves time on by `ms`, running what falls due, and what that makes due in turn. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      let next: Task | undefined
      for (const entry of this.#tasks) if (entry.at <= end && (!next || entry.at < next.at)) next = entry
      if (!next) break
      this.#tasks = this.#tasks.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.task()
    }
    this.#now = end
  }
}
