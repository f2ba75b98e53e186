import { initialFlow, reduceFlow, type Flow, type FlowEvent } from '../../kiosk/screen/flow.ts'
import type { Action } from '../../kiosk/screen/visit.ts'
import { serviceIdSchema, ticketIdSchema, tokenSchema } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { ServiceAvailability } from '../../shared/views/common.ts'

export const letters = serviceIdSchema.parse('letters')
export const moving = serviceIdSchema.parse('moving')
export const start = 1_000_000

export const outcome = {
  kind: 'ticket-taken',
  ticket: ticketIdSchema.parse(7),
  number: 'D007',
  token: tokenSchema.parse('token-0000000000000000'),
  ahead: 3,
  wait: { minutesMin: 10, minutesMax: 15 },
} as const
export const given: Answer = { ok: true, outcome }
export const taken = { ...outcome, kind: 'number', class: 'regular' } as const
export const numberPage = { kind: 'number', taken, paper: 'printing', refusal: null } as const

type Unstamped = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, 'at'> : never) : never

/** A visitor on a virtual clock: every step is an action or an event, `after` moves the clock, in ms. */
export class Visitor {
  flow: Flow = initialFlow(start)
  at = start
  #acts = 0

  does(action: Action): this {
    this.#acts++
    this.flow = reduceFlow(this.flow, { type: 'act', action, id: `act-${this.#acts}`, at: this.at })
    return this
  }

  chooses(service = letters, availability: ServiceAvailability = 'open'): this {
    return this.does({ type: 'choose', service, availability, by: 'touch' })
  }

  /** A physical button. */
  pushes(service = letters, availability: ServiceAvailability = 'open', givesReturns = false): this {
    return this.does({ type: 'choose', service, availability, by: 'key', givesReturns })
  }

  types(signs: string): this {
    for (const key of signs) this.does({ type: 'type', key })
    return this
  }

  meets(event: Unstamped): this {
    this.flow = reduceFlow(this.flow, { ...event, at: this.at })
    return this
  }

  /** Time passes in ticks of half a second, as on the screen. */
  waits(ms: number): this {
    for (const end = this.at + ms; this.at < end;) {
      this.at = Math.min(end, this.at + 500)
      this.meets({ type: 'tick' })
    }
    return this
  }

  isAnswered(answer: Answer | null = given, id = this.flow.press?.id ?? ''): this {
    return this.meets({ type: 'answer', id, answer })
  }
}
