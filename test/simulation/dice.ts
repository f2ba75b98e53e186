import type { Randomness } from '../../kiosk/randomness.ts'
import { seededRandomness } from '../fakes/seeded-randomness.ts'

/** The one source of chance in a simulation: the same for the same seed. */
export interface Dice {
  /** A whole number from 0 below `sides`. */
  below(sides: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True this many times out of a hundred. */
  chance(percent: number): boolean
  /** One of them; there must be one. */
  among<Thing>(things: readonly Thing[]): Thing
  /** Ids and tokens for one program, different from every other's. */
  randomness(): Randomness
}

/** Dice that fall the same for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    below: (sides) => next() % sides,
    between: (least, most) => least + (next() % (most - least + 1)),
    chance: (percent) => next() % 100 < percent,
    among: (things) => {
      const thing = things[next() % Math.max(1, things.length)]
      if (thing === undefined) throw new Error('nothing to choose from')
      return thing
    },
    randomness: () => seededRandomness(next()),
  }
}
