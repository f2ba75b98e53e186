import { VirtualClock } from '../fakes/virtual-clock.ts'
import { morning } from '../core/story.ts'
import { diceOf, type Dice } from './dice.ts'
import { Diary } from './diary.ts'
import { everyFault, faultsOf, type Faults } from './faults.ts'
import type { Happening, Scene } from './happening.ts'
import { Judge, type Promised } from './judge.ts'
import { Network } from './network.ts'
import { nights } from './nights.ts'
import { Reckoning } from './reckoning.ts'
import type { Sabotage } from './sabotage.ts'
import { staffWork } from './staff.ts'
import type { Stage } from './stage.ts'
import { notices } from './supervisors.ts'
import { Ticker } from './ticker.ts'
import { TrueTime } from './true-time.ts'
import { unmended, type Unmended } from './unmended.ts'
import { visits } from './visits.ts'
import { Visitors } from './visitors.ts'
import { Watch } from './watch.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

export interface Simulation {
  readonly seed: number
  /** How many things happen, before everything is healed. */
  readonly steps: number
  readonly faults?: Partial<Faults>
  /** What is known to be wrong, and not judged. */
  readonly unmended?: readonly Unmended[]
  /** A part that breaks its contract, so that the run must fail. */
  readonly sabotage?: Sabotage
}

/** What a run that kept every promise was about. */
export interface Report {
  readonly seed: number
  /** The same for two runs of the same seed. */
  readonly trace: string
  readonly events: number
  readonly tickets: number
  readonly calls: number
  readonly papers: number
  readonly days: number
}

/** A promise that a run broke, with the seed and what happened before it in plain sentences. */
export class PromiseBroken extends Error {
  readonly promise: Promised

  constructor({ seed, steps }: Simulation, step: number, promise: Promised, flaw: string, diary: Diary) {
    const told = diary.latest(40).map((sentence) => `  ${sentence}`)
    const when = step > steps ? `after ${steps} steps and healing` : `step ${step} of ${steps}`
    super([`${promise}: ${flaw}`, `seed ${seed}, ${when}; before it:`, ...told].join('\n'))
    this.name = 'PromiseBroken'
    this.promise = promise
  }
}

/**
 * Runs an office with everything in it for a while, on one virtual clock and one seeded randomness, in this process:
 * people do what people do, whatever can fail does, and then all is healed and compared. Throws `PromiseBroken` at the
 * first promise that does not hold.
 */
export async function simulate(simulation: Simulation): Promise<Report> {
  const dice = diceOf(simulation.seed)
  const steady = new VirtualClock(morning + dice.between(-60, 6 * 60) * 60_000)
  const time = new TrueTime(steady)
  const judge = new Judge()
  const diary = new Diary(time)
  const network = new Network(steady, dice)
  const witness = new Witness(judge, diary, time)
  const known = new Set(simulation.unmended ?? unmended)
  const sabotage = simulation.sabotage ?? null
  const ticker = new Ticker(steady)
  const stage: Stage = { time, ticker, steady, dice, diary, judge, network, witness, unmended: known, sabotage }
  const world = new World(stage)
  const scene: Scene = { world, visitors: new Visitors(world) }
  const watch = new Watch(world)
  const things = happenings(dice, { ...everyFault, ...simulation.faults })
  let step = 0

  /** Runs everything that falls due within `ms`, and lets what it began come to rest before the next. */
  const pass = async (ms: number) => {
    const end = steady.now() + ms
    await settled()
    while (steady.runNext(end)) {
      await settled()
      look()
    }
    steady.advance(end - steady.now())
    look()
  }
  const look = () => {
    if (judge.broken) throw new PromiseBroken(simulation, step, judge.broken.promise, judge.broken.flaw, diary)
  }

  /** Until nothing has been written for a while: what was written last has then come to every screen. */
  const quiet = async () => {
    for (let seq = -1, tries = 0; seq !== witness.seq && tries < 30; tries++) {
      seq = witness.seq
      await pass(2_000)
    }
  }

  await pass(3_000)
  for (step = 1; step <= simulation.steps; step++) {
    // Now and then several things happen at the same moment.
    for (let more = dice.chance(25) ? dice.between(1, 3) : 0; more >= 0; more--) somethingHappens(things, scene)
    await pass(pauseMs(dice))
    watch.look()
    look()
  }
  const reckoning = new Reckoning(scene)
  reckoning.heal()
  await pass(reconnectingMs)
  for (let passed = 0; passed < askingMsMax && reckoning.isUnderWay; passed += 10_000) await pass(10_000)
  await quiet()
  reckoning.compare()
  look()
  await reckoning.lastVisits(pass)
  await quiet()
  reckoning.compare()
  look()
  return {
    seed: simulation.seed,
    trace: diary.trace,
    events: witness.seq,
    tickets: witness.tickets.size,
    calls: witness.calls.size,
    papers: world.printers.reduce((sum, { tray }) => sum + tray.length, 0),
    days: witness.days,
  }
}

/**
 * What can happen in this run, and how often. Some runs leave out much of it, so that the rest goes further.
 */
function happenings(dice: Dice, faults: Faults): readonly Happening[] {
  const some = (things: readonly Happening[], factors: readonly number[]) => {
    const factor = dice.among(factors)
    return things.map(({ weight, happen }) => ({ weight: weight * factor, happen }))
  }
  return [
    ...some(visits, [1, 2, 4]),
    ...some(staffWork, [0, 1, 2, 3]),
    ...some(notices, [0, 1, 1, 2]),
    ...some(nights, [0, 0, 1, 3]),
    ...faultsOf(faults).flatMap((kind) => some(kind, [0, 1, 1, 2])),
  ]
}

function somethingHappens(things: readonly Happening[], scene: Scene): void {
  const { dice } = scene.world.stage
  const all = things.reduce((sum, { weight }) => sum + weight, 0)
  for (let tries = 0; tries < 20; tries++) {
    let place = dice.below(all)
    const thing = things.find(({ weight }) => (place -= weight) < 0)
    if (thing?.happen(scene)) return
  }
}

/** Mostly one thing comes right after the other; now and then a while passes. */
function pauseMs(dice: Dice): number {
  const kind = dice.below(100)
  if (kind < 45) return dice.between(0, 300)
  if (kind < 80) return dice.between(300, 4_000)
  return kind < 98 ? dice.between(4_000, 25_000) : dice.between(25_000, 130_000)
}

/** Whatever is ready to run has run: nothing in a simulation waits for anything but its clock. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** As long as it takes to notice a half-open connection, and to come back from the longest pause between two tries. */
const reconnectingMs = 30_000
/** An agent asks after another's paper within a minute, or two where its clock was set meanwhile. */
const askingMsMax = 180_000
