import type { Happening, Scene } from './happening.ts'
import type { Kiosk } from './kiosk.ts'

/** What the public does. */
export const visits: readonly Happening[] = [
  { weight: 36, happen: (scene) => press(scene, false) },
  { weight: 8, happen: (scene) => press(scene, true) },
  { weight: 8, happen: nextPerson },
  { weight: 3, happen: printAgain },
  { weight: 3, happen: openPhone },
  { weight: 14, happen: comeBack },
]

function press({ world, visitors }: Scene, isDouble: boolean): boolean {
  const { dice, diary } = world.stage
  const kiosk = freeKiosk({ world, visitors })
  const service = kiosk?.page.view?.services[dice.below(kiosk.page.view.services.length)]
  if (!kiosk || !service) return false
  const how = isDouble ? 'presses twice' : 'presses'
  diary.tell(`somebody ${how} ${service.letter} (${service.availability}) at the kiosk "${kiosk.id}"`)
  visitors.press(kiosk, service.id, isDouble)
  return true
}

/** Whoever stands before a number goes, and the next one comes. */
function nextPerson({ world }: Scene): boolean {
  const kiosk = world.stage.dice.among(world.kiosks)
  if (kiosk.flow.page.kind === 'home') return false
  kiosk.act({ type: 'leave' })
  return true
}

function printAgain({ world }: Scene): boolean {
  const kiosk = world.stage.dice.among(world.kiosks)
  const { page } = kiosk.flow
  if (page.kind !== 'number' || page.paper !== 'not-printed') return false
  world.stage.diary.tell(`the holder of ${page.taken.number} asks the kiosk "${kiosk.id}" for its paper again`)
  kiosk.act({ type: 'print-again' })
  return true
}

function openPhone({ world, visitors }: Scene): boolean {
  const { dice, diary } = world.stage
  if (visitors.holders.length === 0) return false
  const { number, token } = dice.among(visitors.holders.slice(-12))
  diary.tell(`the holder of ${number} opens its page on a phone`)
  world.openPhone(token)
  return true
}

/** At a kiosk or at a desk, sometimes at two at once, with a copy of the paper. */
function comeBack({ world, visitors }: Scene): boolean {
  const { dice, diary } = world.stage
  const holder = visitors.someHolder()
  if (!holder) return false
  const code = dice.chance(4) ? 'A001 XXXX' : visitors.codeOf(holder)
  for (let papers = dice.chance(20) ? 2 : 1; papers > 0; papers--) {
    const kiosk = freeKiosk({ world, visitors })
    if (kiosk && dice.chance(75)) {
      diary.tell(`the holder of ${holder.number} comes back, to the kiosk "${kiosk.id}"`)
      kiosk.act({ type: 'scan', code })
    } else {
      const desk = dice.among(world.desks)
      void desk.order(`types the return ticket ${holder.number}`, { type: 'UseReturnTicket', code })
    }
  }
  return true
}

/** A kiosk where somebody can begin; whoever stands there before a number mostly makes room. */
function freeKiosk({ world }: Scene): Kiosk | null {
  const { dice } = world.stage
  for (const kiosk of world.kiosks)
    if (kiosk.flow.page.kind === 'number' && dice.chance(75)) kiosk.act({ type: 'leave' })
  const free = world.kiosks.filter(({ isFree }) => isFree)
  return free.length === 0 ? null : dice.among(free)
}
