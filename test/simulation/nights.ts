import { addDays, localDate, momentOf } from '../../shared/day.ts'
import type { Happening, Scene } from './happening.ts'

/** Time that passes with nobody there: until another morning, or until shortly before midnight. */
export const nights: readonly Happening[] = [
  { weight: 3, happen: ({ world }) => sleep({ world }, 1) },
  { weight: 1, happen: ({ world }) => sleep({ world }, world.stage.dice.between(2, 5)) },
  { weight: 2, happen: midnight },
  { weight: 2, happen: nightWithoutPower },
]

/** Everything stands still, as it does where nothing happens, and goes on in the morning of another day. */
function sleep({ world }: Pick<Scene, 'world'>, days: number): boolean {
  jump(world, days, world.stage.dice.between(6 * 60, 10 * 60), 'the next thing happens')
  return true
}

function midnight({ world }: Scene): boolean {
  jump(world, 0, 24 * 60, 'it is nearly midnight,', -world.stage.dice.between(1_000, 20_000))
  return true
}

function nightWithoutPower({ world }: Scene): boolean {
  if (world.machines.some(({ isOn }) => !isOn)) return false
  world.stage.diary.tell('everything is switched off for the night')
  for (const machine of world.machines) machine.powerOff()
  jump(world, 1, world.stage.dice.between(6 * 60, 9 * 60), 'everything is switched on')
  for (const machine of world.machines) machine.powerOn()
  return true
}

function jump({ stage, places }: Scene['world'], days: number, minute: number, what: string, byMs = 0): void {
  const { time, witness, diary } = stage
  const { timeZone } = witness.state.office
  const date = addDays(localDate(time.now(), timeZone), days)
  const then = momentOf(date, minute, timeZone) + byMs
  for (const place of places) place.outlast()
  time.sleepUntil(then)
  diary.tell(`${what} on ${date}`)
}
