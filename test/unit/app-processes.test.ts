import { expect, test } from 'vitest'
import { keepRunning } from '../../kiosk/app/processes.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'

// Goal: a program beside the window is always running, at most once, and never after the end. Virtual time.

class Program {
  onEnds: ((code: number) => void)[] = []
  asked = 0
  /** Whether it ends when it is asked to. */
  deaf = false

  onEnd(listener: (code: number) => void): void {
    this.onEnds.push(listener)
  }
  end(): void {
    this.asked += 1
    if (!this.deaf) this.die(0)
  }
  die(code: number): void {
    for (const listener of this.onEnds.splice(0)) listener(code)
  }
}

function bench(answers?: () => Promise<boolean>) {
  const clock = new ManualClock()
  const started: { at: number; program: Program }[] = []
  const said: string[] = []
  const start = () => {
    const program = new Program()
    started.push({ at: clock.now(), program })
    return program
  }
  const keeper = keepRunning('hub', start, { clock, report: (line) => said.push(line), ...(answers && { answers }) })
  return { clock, started, said, keeper, last: () => started.at(-1)?.program ?? new Program() }
}

/** Moves virtual time on in steps of a knock, letting answers arrive in between. */
async function pass(clock: ManualClock, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5_000) {
    clock.advance(Math.min(left, 5_000))
    await Promise.resolve()
    await Promise.resolve()
  }
}

test('a program that ends is started again, later each time, and soon again once it has stood', () => {
  const { clock, started, said, last } = bench()
  for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const count = started.length
    last().die(1)
    clock.advance(waitMs - 1)
    expect(started.length).toBe(count)
    clock.advance(1)
    expect(started.length).toBe(count + 1)
  }
  clock.advance(60_000)
  last().die(137)
  clock.advance(500)
  expect(started.length).toBe(10)
  expect(said.at(-1)).toBe('hub ended with code 137; starting it again in 500 ms')
})

test('a program that stops answering for a minute is ended and started again', async () => {
  let answering = true
  const { clock, started, said } = bench(async () => answering)
  await pass(clock, 600_000)
  answering = false
  await pass(clock, 55_000)
  answering = true
  await pass(clock, 5_000)
  answering = false
  await pass(clock, 55_000)
  expect(started.map(({ program }) => program.asked)).toEqual([0])
  await pass(clock, 5_000)
  await pass(clock, 500)
  expect(started.map(({ program }) => program.asked)).toEqual([1, 0])
  expect(said).toEqual([
    'hub has not answered for 60 s; ending it',
    'hub ended with code 0; starting it again in 500 ms',
  ])
})

test('a program that does not end when asked is not started a second time beside itself', async () => {
  const { clock, started, last } = bench(async () => false)
  last().deaf = true
  await pass(clock, 300_000)
  expect(started.length).toBe(1)
  expect(last().asked).toBe(5)
})

test('a late answer about a program that has ended meanwhile is not held against the next', async () => {
  const open: ((answered: boolean) => void)[] = []
  const { clock, started, last } = bench(() => new Promise((resolve) => open.push(resolve)))
  await pass(clock, 60_000)
  last().die(1)
  await pass(clock, 1_000)
  for (const answer of open) answer(false)
  await Promise.resolve()
  expect(started.map(({ program }) => program.asked)).toEqual([0, 0])
})

test('after the stop nothing is started any more, and the program has been asked to end', async () => {
  const { clock, started, keeper } = bench()
  await keeper.stop()
  clock.advance(600_000)
  expect(started.map(({ program }) => program.asked)).toEqual([1])
})

test('a stop while the next start waits cancels it', async () => {
  const { clock, started, keeper, last } = bench()
  last().die(1)
  await keeper.stop()
  clock.advance(600_000)
  expect(started.length).toBe(1)
})

test('a stop does not wait for ever for a program that does not end', async () => {
  const { clock, keeper, last } = bench()
  last().deaf = true
  let stopped = false
  const stop = keeper.stop().then(() => (stopped = true))
  clock.advance(4_999)
  await Promise.resolve()
  expect(stopped).toBe(false)
  clock.advance(1)
  await stop
  expect(stopped).toBe(true)
})
