import { isForPaper } from '../../kiosk/screen/answered.ts'
import { initialFlow, reduceFlow, type Flow, type FlowEvent } from '../../kiosk/screen/flow.ts'
import { paperShown } from '../../kiosk/screen/paper-shown.ts'
import type { Action } from '../../kiosk/screen/visit.ts'
import type { LinkState } from '../../display/ui/link.ts'
import type { KioskId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { Hello } from '../../shared/wire.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import type { Machine } from './machine.ts'
import type { Place } from './network.ts'
import { Page } from './page.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/** A kiosk's screen: its page, and the flow that a visitor goes through. */
export class Kiosk {
  readonly id: KioskId
  readonly page: Page<KioskView>
  /** Told when the screen shows somebody a number. */
  onNumber: (press: string, taken: Taken) => void = () => {}
  readonly #stage: Stage
  readonly #machine: Machine
  #flow: Flow = initialFlow(0)
  #lastPress: string | null = null

  constructor(stage: Stage, spy: SpyGlass, id: KioskId, machine: Machine, place: Place, hello: Hello) {
    this.id = id
    this.#stage = stage
    this.#machine = machine
    this.page = new Page<KioskView>({
      name: `the kiosk "${id}"`,
      stage,
      spy,
      machine,
      place,
      hello,
      second: null,
      keeps: false,
      onShown: (link, isNewLife) => this.#shown(link, isNewLife),
    })
    machine.keepsRunning(() => this.page.open())
  }

  get flow(): Flow {
    return this.#flow
  }

  /** Whether somebody can begin here: the page is there, not cut off, and nobody is in the middle of something. */
  get isFree(): boolean {
    const link = this.page.link
    return link?.message !== null && this.isReachable && this.#flow.press === null && this.#flow.page.kind !== 'number'
  }

  get isReachable(): boolean {
    const freshness = this.page.link?.freshness
    return freshness === 'live' || freshness === 'quiet'
  }

  act(action: Action): void {
    if (!this.page.isOpen) return
    this.#reduce({ type: 'act', action, id: this.#stage.dice.randomness().commandId(), at: this.#machine.now() })
  }

  #shown(link: LinkState<KioskView>, isNewLife: boolean): void {
    if (isNewLife) {
      this.#flow = initialFlow(this.#machine.now())
      this.#lastPress = null
    }
    this.#reduce({ type: 'tick', at: this.#machine.now() })
    const { page } = this.#flow
    const view = link.message?.view
    if (page.kind !== 'number' || !view) return
    const { ticket } = page.taken
    const { state } = paperShown(view, ticket)
    this.#reduce({ type: 'paper', ticket, state, at: this.#machine.now() })
  }

  #reduce(event: FlowEvent): void {
    this.#flow = reduceFlow(this.#flow, event)
    const { press } = this.#flow
    if (press === null || press.id === this.#lastPress || press.order.type === 'RaiseByKey') return
    this.#lastPress = press.id
    const { id, order } = press
    void this.page.give(id, order).then((answer) => this.#answered(id, answer, isForPaper(order)))
  }

  #answered(id: string, answer: Answer, isForPaper: boolean): void {
    const before = this.#flow.page
    this.#reduce({ type: 'answer', id, answer, at: this.#machine.now() })
    const { page } = this.#flow
    if (!isForPaper || page === before || page.kind !== 'number') return
    this.onNumber(id, page.taken)
  }
}

export type Taken = Extract<Flow['page'], { kind: 'number' }>['taken']
