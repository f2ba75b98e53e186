import type { CommitFate } from './disk.ts'
import type { PrinterTrouble } from '../../hardware/printer/port.ts'
import type { Happening, Scene } from './happening.ts'
import type { AnyPage } from './page.ts'

/** Which kinds of faults a run has. */
export interface Faults {
  /** Cut cables, connections that stand still, sockets that do not come through. */
  readonly network: boolean
  /** The hub is killed; the ledger's card is slow, full or fails; the whole machine loses its power. */
  readonly hub: boolean
  /** Agents are killed or stopped, printers fail at any byte. */
  readonly paper: boolean
  /** Pages are loaded anew or die. */
  readonly screens: boolean
  /** Clocks are set: that of the hub's machine, and those of screens. */
  readonly clocks: boolean
}

export const everyFault: Faults = { network: true, hub: true, paper: true, screens: true, clocks: true }

/** What can go wrong, kind by kind. */
export function faultsOf(faults: Faults): readonly (readonly Happening[])[] {
  const kinds = { network, hub, paper: [...paper, doubled], screens, clocks: [...clocks, otherClocks] }
  return (Object.keys(kinds) as (keyof Faults)[]).map((kind) => (faults[kind] ? kinds[kind] : []))
}

const network: readonly Happening[] = [
  {
    weight: 8,
    happen: ({ world }) => {
      const { dice } = world.stage
      const place = dice.among(world.places)
      world.troubles.start(
        `the cable to ${place.name} is cut`,
        dice.chance(70) ? dice.between(100, 30_000) : dice.between(30_000, 400_000),
        () => place.cut(),
        () => place.mend(),
      )
      return true
    },
  },
  {
    weight: 5,
    happen: ({ world }) => {
      const { dice, diary } = world.stage
      const place = dice.among(world.places)
      const ms = dice.between(500, 8_000)
      diary.tell(`what is sent to and from ${place.name} stands still for ${(ms / 1000).toFixed(1)} s`)
      place.stall(ms)
      return true
    },
  },
  {
    weight: 2,
    happen: ({ world }) => {
      const { dice } = world.stage
      const place = dice.among(world.places)
      world.troubles.start(
        `${place.name} lets no sockets through, only pages`,
        dice.between(5_000, 60_000),
        () => place.blockSockets(),
        () => place.mend(),
      )
      return true
    },
  },
]

const hub: readonly Happening[] = [
  {
    weight: 7,
    happen: ({ world }) => {
      if (!world.hub.run) return false
      world.stage.diary.tell('the hub is killed')
      world.hub.kill()
      return true
    },
  },
  {
    weight: 4,
    happen: ({ world }) => {
      const { dice } = world.stage
      const ms = dice.between(500, 20_000)
      world.troubles.start(
        'the card takes long over everything',
        ms,
        () => world.disk.slow(ms),
        () => world.disk.slow(0),
      )
      return true
    },
  },
  {
    weight: 3,
    happen: ({ world }) => {
      world.troubles.start(
        'the card is full',
        world.stage.dice.between(500, 40_000),
        () => world.disk.fill(),
        () => world.disk.empty(),
      )
      return true
    },
  },
  {
    weight: 9,
    happen: ({ world }) => {
      const next = world.stage.dice.among(fates)
      world.stage.diary.tell(`the next commit: ${next}`)
      world.disk.next = next
      return true
    },
  },
  { weight: 3, happen: ({ world }) => powerCut({ world }, false) },
  { weight: 2, happen: ({ world }) => powerCut({ world }, true) },
]

const paper: readonly Happening[] = [
  {
    weight: 6,
    happen: ({ world }) => {
      const { dice } = world.stage
      const { printer, kiosk } = dice.among(world.agents)
      const trouble = dice.among<PrinterTrouble>(['paper-out', 'unplugged', 'cover-open', 'cutter', 'offline'])
      if (printer.trouble !== null) return false
      world.troubles.start(
        `the printer of "${kiosk}": ${trouble}`,
        dice.between(500, 100_000),
        () => printer.change(trouble),
        () => printer.change(null),
      )
      return true
    },
  },
  {
    weight: 6,
    happen: ({ world }) => {
      const { dice, diary } = world.stage
      const { printer, kiosk } = dice.among(world.agents)
      const atByte = dice.chance(40) ? 1_000 : dice.below(120)
      printer.breaks = { reason: 'no-answer', atByte }
      diary.tell(`the printer of "${kiosk}" will break off its paper at byte ${atByte}`)
      return true
    },
  },
  {
    weight: 2,
    happen: ({ world }) => {
      const { dice } = world.stage
      const { printer, kiosk } = dice.among(world.agents)
      world.troubles.start(
        `the printer of "${kiosk}" is slow`,
        dice.between(10_000, 60_000),
        () => printer.pace(dice.between(5_000, 25_000)),
        () => printer.pace(),
      )
      return true
    },
  },
  {
    weight: 6,
    happen: ({ world }) => {
      const { dice, diary } = world.stage
      const agent = dice.among(world.agents)
      const isKilled = dice.chance(60)
      diary.tell(`the agent of "${agent.kiosk}" is ${isKilled ? 'killed' : 'stopped'}`)
      if (isKilled) agent.kill()
      else void agent.stop()
      return true
    },
  },
]

/** Somebody starts the agent a second time. */
const doubled: Happening = {
  weight: 1,
  happen: ({ world }) => {
    if (!world.hub.machine.isOn) return false
    world.troubles.start(
      'a second agent runs for the kiosk "main"',
      world.stage.dice.between(2_000, 120_000),
      () => void world.startDouble(),
      () => world.doubles.at(-1)?.retire(),
    )
    return true
  },
}

const screens: readonly Happening[] = [
  {
    weight: 4,
    happen: ({ world }) => {
      const { dice, steady } = world.stage
      const page = dice.among<AnyPage>([...world.televisions.map(({ page }) => page), ...world.phones])
      const { machine, name } = page
      world.troubles.start(
        `${name} sleeps`,
        dice.chance(50) ? dice.between(500, 20_000) : dice.between(20_000, 300_000),
        () => {
          machine.sleep()
          steady.after(unansweredMs, () => {
            if (machine.isAsleep) page.caller?.timeOut()
          })
        },
        () => machine.wake(),
      )
      return true
    },
  },
  {
    weight: 5,
    happen: ({ world }) => {
      const { dice, diary, steady } = world.stage
      const page = dice.among(world.pages)
      diary.tell(`${page.name} loses its page`)
      page.close()
      steady.after(dice.chance(60) ? dice.between(100, 2_000) : dice.between(2_000, 60_000), () => page.open())
      return true
    },
  },
]

const clocks: readonly Happening[] = [
  {
    weight: 4,
    happen: ({ world }) => {
      const { dice, time } = world.stage
      const { machine } = world.hub
      const [said, aheadMs] = dice.chance(8) ? (['to 1970', -time.now()] as const) : dice.among(jumps)
      world.troubles.start(
        `the clock of the hub is set ${said}`,
        dice.between(500, 300_000),
        () => machine.setAhead(aheadMs),
        () => machine.setAhead(0),
      )
      return true
    },
  },
]

/** Of a TV, a desk or the kiosk in the hall: what it shows must not depend on it. */
const otherClocks: Happening = {
  weight: 2,
  happen: ({ world }) => {
    const { dice } = world.stage
    const machine = dice.among(world.machines)
    if (machine === world.hub.machine) return false
    const [said, byMs] = dice.among(jumps)
    world.stage.diary.tell(`the clock of ${machine.name} is set ${said}`)
    machine.setAhead(machine.aheadMs + byMs)
    return true
  },
}

const fates: readonly CommitFate[] = [
  'sync-fails',
  'sync-fails-but-found',
  'thread-dies',
  'killed-before',
  'killed-after',
  'killed-after',
]

/** How long the hub waits for a sign of life. */
const unansweredMs = 10_000
const hour = 3_600_000
const day = 24 * hour
const jumps: readonly (readonly [string, number])[] = [
  ['a second back', -1_000],
  ['half a minute on', 30_000],
  ['an hour back', -hour],
  ['two hours on', 2 * hour],
  ['nine hours on', 9 * hour],
  ['a day back', -day],
  ['a day on', day],
  ['three days back', -3 * day],
  ['four days on', 4 * day],
  ['forty days on', 40 * day],
  ['a year on', 365 * day],
]

/** Of the hub's machine, or of everything that hangs on the wall's sockets. */
function powerCut({ world }: Pick<Scene, 'world'>, ofAll: boolean): boolean {
  const { dice } = world.stage
  const machines = ofAll ? world.machines : [world.hub.machine]
  if (machines.some(({ isOn }) => !isOn)) return false
  world.troubles.start(
    ofAll ? 'there is no power in the whole office' : "the hub's machine has no power",
    dice.between(1_000, 120_000),
    () => machines.forEach((machine) => machine.powerOff()),
    () => machines.forEach((machine) => machine.powerOn()),
  )
  return true
}
