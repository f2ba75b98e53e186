import { hashToken } from '../../kiosk/hub/secrets.ts'
import type { GuardRecord } from '../../kiosk/hub/guard-file.ts'
import { kioskIdSchema, mainKiosk, screenIdSchema, type Token } from '../../shared/ids.ts'
import type { PhoneView } from '../../shared/views/phone.ts'
import type { StatusView } from '../../shared/views/status.ts'
import { Agent } from './agent.ts'
import { Desk } from './desk.ts'
import { Disk } from './disk.ts'
import { HubKeeper } from './hub-keeper.ts'
import { Kiosk } from './kiosk.ts'
import { Machine } from './machine.ts'
import { localAddress, Place } from './network.ts'
import { officeFor } from './offices.ts'
import { Page, type AnyPage } from './page.ts'
import { Printer } from './printer.ts'
import { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'
import { Television } from './television.ts'
import { Troubles } from './troubles.ts'

/**
 * One office with everything in it: the hub's machine with a kiosk and a printer, mostly a second kiosk in the hall, one
 * or two TVs (the second let in by nobody), two or three desks, sometimes a status page, and the phones that people open.
 */
export class World {
  readonly stage: Stage
  readonly spy: SpyGlass
  readonly troubles: Troubles
  readonly disk: Disk
  readonly hub: HubKeeper
  readonly machines: readonly Machine[]
  /** Every place whose cable can be cut. */
  readonly places: readonly Place[]
  readonly kiosks: readonly Kiosk[]
  readonly agents: readonly Agent[]
  /** Programs that were started beside an agent for the same kiosk, each with a printer of its own. */
  readonly doubles: Agent[] = []
  readonly televisions: readonly Television[]
  readonly desks: readonly Desk[]
  readonly status: Page<StatusView> | null
  readonly phones: Page<PhoneView>[] = []
  readonly #outside: Place

  constructor(stage: Stage) {
    this.stage = stage
    this.spy = new SpyGlass(stage)
    this.troubles = new Troubles(stage)
    const { steady, dice, witness } = stage
    const machine = (name: string) => new Machine(name, stage, wrongBy(stage))
    const place = (name: string, host: number) => new Place(name, `10.0.0.${host}`, steady)
    const inside = new Place("the hub's own machine", localAddress, steady)
    this.#outside = place('the street', 9)

    const box = new Machine("the hub's machine", stage)
    this.disk = new Disk(stage, (batch, rows) => witness.kept(batch, rows))
    this.hub = new HubKeeper({ stage, machine: box, disk: this.disk, guard, spy: this.spy, office: officeFor(dice) })

    const hall = { id: kioskIdSchema.parse('hall'), machine: machine('the kiosk in the hall'), place: place('hall', 2) }
    const main = { id: mainKiosk, machine: box, place: inside }
    const placed = dice.chance(70) ? [main, hall] : [main]
    this.kiosks = placed.map(({ id, machine, place }) => {
      const device = id === mainKiosk ? {} : { device: tokenOf('hall') }
      return new Kiosk(stage, this.spy, id, machine, place, { as: 'kiosk', screen: screenOf(`kiosk-${id}`), ...device })
    })
    this.agents = placed.map(({ id, machine, place }) => {
      const device = id === mainKiosk ? {} : { device: tokenOf('hall-printer') }
      const printer = new Printer(stage, id === mainKiosk || dice.chance(50))
      const agent = new Agent(stage, id, machine, place, { as: 'agent', ...device }, printer)
      machine.keepsRunning(() => agent.start())
      return agent
    })
    this.televisions = ['door', 'stairs'].slice(0, dice.between(1, 2)).map((name, i) => {
      const device = i === 0 ? { device: tokenOf('tv') } : {}
      const hello = { as: 'lobby', screen: screenOf(`television-${name}`), ...device } as const
      return new Television(stage, this.spy, machine(`the TV by the ${name}`), place(`tv-${name}`, 3 + i), hello)
    })
    this.desks = people.slice(0, dice.between(2, 3)).map(({ name }, i) => {
      const hello = {
        as: 'desk',
        screen: screenOf(`desk-of-${name}`),
        device: tokenOf('desk'),
        session: tokenOf(name),
      } as const
      return new Desk(stage, this.spy, name, machine(`${name}'s desk`), place(`desk-${name}`, 5 + i), hello)
    })
    this.status = dice.chance(40)
      ? this.#page('the status page', machine('a phone at home'), { as: 'status' }, 'status')
      : null
    this.machines = [
      ...placed.map(({ machine }) => machine),
      ...this.televisions.map(({ page }) => page.machine),
      ...this.desks.map(({ page }) => page.machine),
    ]
    this.places = [
      hall.place,
      this.#outside,
      ...this.televisions.map(({ page }) => page.place),
      ...this.desks.map(({ page }) => page.place),
    ]
  }

  get printers(): readonly Printer[] {
    return [...this.agents, ...this.doubles].map(({ printer }) => printer)
  }

  /** Everything that shows views. */
  get pages(): readonly AnyPage[] {
    const pages: readonly AnyPage[] = [...this.kiosks, ...this.televisions, ...this.desks].map(({ page }) => page)
    return [...pages, ...(this.status ? [this.status] : []), ...this.phones]
  }

  /** Somebody starts a second program for the main kiosk's printing, with another printer. */
  startDouble(): Agent {
    const { stage, hub, kiosks } = this
    const place = kiosks[0]?.page.place ?? this.#outside
    const double = new Agent(stage, mainKiosk, hub.machine, place, { as: 'agent' }, new Printer(stage, true))
    this.doubles.push(double)
    double.start()
    return double
  }

  /** Somebody opens the page of a ticket; the oldest of two phones is put away. */
  openPhone(token: Token): void {
    const machine = new Machine('a phone', this.stage, wrongBy(this.stage))
    this.phones.push(this.#page('a phone', machine, { as: 'phone', token }, `phone:${token}`))
    if (this.phones.length > 2) this.phones.shift()?.close()
  }

  #page<V extends PhoneView | StatusView>(
    name: string,
    machine: Machine,
    hello: ConstructorParameters<typeof Page<V>>[0]['hello'],
    second: ConstructorParameters<typeof Page<V>>[0]['second'],
  ): Page<V> {
    const { stage, spy } = this
    const page = new Page<V>({
      name,
      stage,
      spy,
      machine,
      place: this.#outside,
      hello,
      second,
      keeps: hello.as === 'phone',
      onShown: () => {},
    })
    machine.keepsRunning(() => page.open())
    return page
  }
}

/** Most clocks are right to the second, some are not even near. */
function wrongBy({ dice }: Stage): number {
  return dice.chance(80) ? dice.between(-3_000, 3_000) : dice.between(-36, 36) * 3_600_000
}

function screenOf(name: string) {
  return screenIdSchema.parse(name.padEnd(8, '-'))
}

function tokenOf(name: string): string {
  return `token-of-${name}`
}

const people = [
  { name: 'Siti', role: 'supervisor' },
  { name: 'Budi', role: 'staff' },
  { name: 'Rina', role: 'staff' },
] as const

/** Everybody is signed in for good: how people come in is tried elsewhere. */
const guard: GuardRecord = {
  setupCodeHash: null,
  people: people.map((person) => ({ ...person, pinHash: '' })),
  devices: [
    { name: 'hall', kind: 'kiosk', tokenHash: hashToken(tokenOf('hall')) },
    { name: 'hall', kind: 'agent', tokenHash: hashToken(tokenOf('hall-printer')) },
    { name: 'TV', kind: 'lobby', tokenHash: hashToken(tokenOf('tv')) },
    { name: 'Desks', kind: 'desk', tokenHash: hashToken(tokenOf('desk')) },
  ],
  sessions: people.map(({ name }) => ({ name, tokenHash: hashToken(tokenOf(name)), until: Number.MAX_SAFE_INTEGER })),
  failures: {},
}
