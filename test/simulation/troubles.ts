import type { Stage } from './stage.ts'

/** What is wrong at the moment, each with its end: by itself after a while, or with everything else when all is healed. */
export class Troubles {
  readonly #stage: Stage
  readonly #open = new Map<string, () => void>()

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Nothing happens where the same trouble is there already. `begin` has begun it; `end` undoes it after `ms`. */
  start(name: string, ms: number, begin: () => void, end: () => void): void {
    if (this.#open.has(name)) return
    this.#stage.diary.tell(`${name}, for ${describe(ms)}`)
    begin()
    const cancel = this.#stage.steady.after(ms, () => finish())
    const finish = () => {
      cancel()
      this.#open.delete(name)
      this.#stage.diary.tell(`no longer: ${name}`)
      end()
    }
    this.#open.set(name, finish)
  }

  get count(): number {
    return this.#open.size
  }

  endAll(): void {
    for (const finish of this.#open.values()) finish()
  }
}

function describe(ms: number): string {
  return ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`
}
