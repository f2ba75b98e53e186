import type { Clock } from '../emulator/clock.ts'

/** `work`, or what `late` returns when it takes longer than `ms` milliseconds; then nobody hears of `work` again. */
export function within<T, L>(clock: Clock, ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(Math.max(0, ms), () => resolve(late()))
    void work.then(resolve, reject).finally(cancel)
  })
}

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve))
}
