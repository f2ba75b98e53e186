import type { Command } from '../../shared/commands.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { Hello, SlipRequest } from '../../shared/wire.ts'
import type { Machine } from './machine.ts'
import type { Place } from './network.ts'
import { Page } from './page.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/** A desk with somebody signed in. */
export class Desk {
  readonly name: string
  readonly page: Page<DeskView>
  readonly #stage: Stage

  constructor(stage: Stage, spy: SpyGlass, name: string, machine: Machine, place: Place, hello: Hello) {
    this.name = name
    this.#stage = stage
    this.page = new Page<DeskView>({
      name: `${name}'s desk`,
      stage,
      spy,
      machine,
      place,
      hello,
      second: null,
      keeps: false,
      onShown: () => {},
    })
    machine.keepsRunning(() => this.page.open())
  }

  /** Orders something; the sentence says what. The answer never comes where the page is closed before it. */
  order(sentence: string, command: Command): Promise<Answer> {
    const { diary, dice } = this.#stage
    diary.tell(`${this.name} ${sentence}`)
    return this.page.give(dice.randomness().commandId(), command)
  }

  /** Asks a kiosk's printer for a paper that is no ticket. */
  print(request: SlipRequest): void {
    this.#stage.diary.tell(`${this.name} asks the kiosk "${'kiosk' in request ? request.kiosk : ''}" for a slip`)
    void this.page.ask('slip', request)
  }
}
