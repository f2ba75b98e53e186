import type { Actor, Command } from '../../shared/commands.ts'
import { decide } from '../../shared/decide.ts'
import { evolve } from '../../shared/evolve.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { commandIdSchema, mainKiosk, tokenSchema, type EpochMs } from '../../shared/ids.ts'
import type { Office } from '../../shared/office.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import type { View, ViewMessage } from '../../shared/wire.ts'
import { initialLink, reduceLink, silenceMs, type Freshness, type LinkState } from '../ui/link.ts'

/** An office brought into a wanted state by real commands, so that no example shows what cannot happen. */
export class Scenario {
  readonly at: EpochMs
  state: OfficeState = initialState
  #given = 0

  /** `at` is the moment of the first command. Staff have confirmed the day's services, unless told otherwise. */
  constructor(at: EpochMs, office: Office = exampleOffice, { confirmed = true } = {}) {
    this.at = at
    this.give({ kind: 'hub' }, { type: 'SetOffice', office })
    if (confirmed) this.give(staff, { type: 'ConfirmDay' })
  }

  /** Gives a command `minutes` after the scenario's start. A refusal throws: the example is wrong. */
  give(actor: Actor, command: Command, minutes = 0): this {
    this.#given++
    const id = commandIdSchema.parse(`example-${this.#given}`)
    const secret = tokenSchema.parse(`example-${String(this.#given).padStart(24, '0')}`)
    const at = this.at + minutes * 60_000
    const decision = decide(this.state, { id, at, actor, secret, command })
    if (!decision.ok) throw new Error(`${command.type} is refused: ${decision.refusal.reason}`)
    for (const event of decision.events) this.state = evolve(this.state, { seq: 1, at, command: id, actor, event })
    return this
  }
}

export const kiosk: Actor = { kind: 'kiosk', kiosk: mainKiosk }
export const staff: Actor = { kind: 'staff', name: 'Siti' }

/** A link that holds `view`, as fresh as wanted. */
export function linkWith<V extends View>(view: V, at: EpochMs, freshness: Freshness = 'live'): LinkState<V> {
  if (freshness === 'connecting') return initialLink()
  const message: ViewMessage<V> = { epoch: 'example', version: 1, at, view }
  const live = reduceLink(initialLink<V>(), { type: 'view', message, at })
  return freshness === 'live' ? live : reduceLink(live, { type: 'tick', at: at + silenceMs[freshness] })
}
