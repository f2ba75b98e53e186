import type { Clock } from '../../kiosk/clock.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Stage } from './stage.ts'

/**
 * One box with its own wall clock, which may be wrong, and the programs that run on it. Time itself passes the same
 * for all of them.
 */
export class Machine {
  readonly name: string
  readonly #stage: Pick<Stage, 'steady' | 'time'>
  readonly #processes = new Set<Process>()
  readonly #onBoot: (() => void)[] = []
  #aheadMs: number
  #isOn = true
  /** What would have run on it while it sleeps; null while it does not. */
  #put: (() => void)[] | null = null
  #wokeAt: number
  #sleptAt = 0
  #setAt = 0

  constructor(name: string, stage: Pick<Stage, 'steady' | 'time'>, aheadMs = 0) {
    this.name = name
    this.#stage = stage
    this.#aheadMs = aheadMs
    this.#wokeAt = stage.steady.now()
  }

  get isOn(): boolean {
    return this.#isOn
  }

  now(): number {
    return Math.max(0, this.#stage.time.now() + this.#aheadMs)
  }

  /** How far its clock is ahead of true time. */
  get aheadMs(): number {
    return this.#aheadMs
  }

  /** Its clock is set, forward or back; nothing that waits comes earlier for it. */
  setAhead(aheadMs: number): void {
    this.#aheadMs = aheadMs
    this.#setAt = this.#stage.steady.now()
  }

  get isAsleep(): boolean {
    return this.#put !== null
  }

  /** When its programs last found their clock set, steady time. */
  get setAt(): number {
    return this.#setAt
  }

  /** When it was last woken, steady time. */
  get wokeAt(): number {
    return this.#wokeAt
  }

  /** Since when its programs run without a pause and its clock goes on evenly, steady time; infinity while it sleeps. */
  get evenSince(): number {
    return this.#put ? Infinity : Math.max(this.#wokeAt, this.#setAt, this.#stage.time.wokeAt)
  }

  /** As a phone in a pocket or a TV on standby: nothing runs on it, and what comes is put aside. */
  sleep(): void {
    if (this.#put) return
    this.#put = []
    this.#sleptAt = this.#stage.steady.now()
  }

  wake(): void {
    const put = this.#put
    if (!put) return
    const now = this.#stage.steady.now()
    if (this.#setAt > this.#sleptAt) this.#setAt = now
    this.#put = null
    this.#wokeAt = now
    for (const task of put) task()
  }

  /** Now, or as soon as it is awake. */
  run(task: () => void): void {
    if (this.#put) this.#put.push(task)
    else task()
  }

  /** What is started whenever the machine is switched on, and now. */
  keepsRunning(start: () => void): void {
    this.#onBoot.push(start)
    start()
  }

  process(): Process {
    const process = new Process(this, this.#stage.steady, () => this.#processes.delete(process))
    this.#processes.add(process)
    return process
  }

  powerOff(): void {
    this.#isOn = false
    this.wake()
    for (const process of this.#processes) process.end('power')
  }

  powerOn(): void {
    if (this.#isOn) return
    this.#isOn = true
    for (const start of this.#onBoot) start()
  }
}

/** How a program ended: by itself or killed, or with the power of its machine, so that it could not even hang up. */
export type End = 'ended' | 'power'

/** A running program, as the clock it is handed: when it ends, nothing of it ever runs again. */
export class Process implements Clock {
  readonly machine: Machine
  readonly #steady: VirtualClock
  readonly #gone: () => void
  readonly #pending = new Set<() => void>()
  readonly #onEnd: ((how: End) => void)[] = []
  #isRunning = true

  constructor(machine: Machine, steady: VirtualClock, gone: () => void) {
    this.machine = machine
    this.#steady = steady
    this.#gone = gone
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  now(): number {
    return this.machine.now()
  }

  after(delayMs: number, task: () => void): () => void {
    if (!this.#isRunning) return () => {}
    const cancel = this.#steady.after(delayMs, () => {
      this.#pending.delete(cancel)
      this.machine.run(() => {
        if (this.#isRunning) task()
      })
    })
    this.#pending.add(cancel)
    return () => {
      this.#pending.delete(cancel)
      cancel()
    }
  }

  /** Never settles once the program has ended. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve))
  }

  onEnd(listener: (how: End) => void): void {
    this.#onEnd.push(listener)
  }

  end(how: End): void {
    if (!this.#isRunning) return
    this.#isRunning = false
    for (const cancel of this.#pending) cancel()
    this.#pending.clear()
    this.#gone()
    for (const listener of this.#onEnd) listener(how)
  }
}
