import type { ServiceId, Token } from '../../shared/ids.ts'
import { shortCode } from '../../shared/short-code.ts'
import { promiseOf } from '../../shared/return-book.ts'
import type { Kiosk, Taken } from './kiosk.ts'
import type { World } from './world.ts'

/** The people who come: what they hold is what a screen showed them, and what they do with it later. */
export class Visitors {
  readonly #world: World
  /** Who pressed what, by the press's id; whoever has left is still here. */
  readonly holders: Holder[] = []

  constructor(world: World) {
    this.#world = world
    for (const kiosk of world.kiosks) kiosk.onNumber = (press, taken) => this.#given(kiosk, press, taken)
  }

  /** Somebody wants a number from this kiosk; what becomes of it shows on the screen. */
  press(kiosk: Kiosk, service: ServiceId, isDouble: boolean): void {
    const { dice } = this.#world.stage
    const offered = kiosk.page.view?.services.find(({ id }) => id === service)
    if (!offered) return
    const { availability, givesReturns } = offered
    if (dice.chance(15)) kiosk.act({ type: 'prefer', class: 'priority' })
    const touch = () => kiosk.act({ type: 'choose', service, availability, by: 'touch' })
    touch()
    if (isDouble) touch()
    if (availability === 'warned') kiosk.act({ type: 'take', service })
    if (availability === 'stopped' && givesReturns && dice.chance(80)) kiosk.act({ type: 'take-return', service })
    // Some press a service of which the screen says that it cannot be had.
    if (availability === 'full' || availability === 'closed') kiosk.act({ type: 'take', service })
  }

  /** A return ticket as its holder says it: as the scanner reads it, or as it is typed. */
  codeOf({ number, token }: Holder): string {
    const { dice } = this.#world.stage
    const typed = `${number} ${shortCode(token)}`
    return dice.chance(50) ? `http://loket.test:8080/t/${token}` : dice.chance(50) ? typed : typed.toLowerCase()
  }

  /** Mostly somebody whose return ticket is good today, or was used already; now and then anybody with a paper. */
  someHolder(): Holder | null {
    const { dice, witness } = this.#world.stage
    const { day, returns } = witness.state
    const good = this.holders.filter(({ token }) => {
      const promise = promiseOf(returns, token)
      return promise !== undefined && promise.from <= day && day <= promise.until
    })
    if (good.length > 0 && dice.chance(85)) return dice.among(good)
    return this.holders.length > 0 && dice.chance(40) ? dice.among(this.holders) : null
  }

  #given(kiosk: Kiosk, press: string, taken: Taken): void {
    const { diary, judge, witness } = this.#world.stage
    const { ticket, number, token } = taken
    diary.tell(`the kiosk "${kiosk.id}" shows ${number}`)
    const own = witness
      .eventsOf(press)
      .some(
        (event) =>
          (event.type === 'TicketTaken' || event.type === 'ReturnTicketTaken') &&
          event.ticket === ticket &&
          event.number === number &&
          event.token === token,
      )
    judge.must(own, 'number', () => `the kiosk "${kiosk.id}" shows ${number}, which its press did not give`)
    this.holders.push({ number, token })
  }
}

export interface Holder {
  readonly number: string
  readonly token: Token
}
