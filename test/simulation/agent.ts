import type { PrinterPort } from '../../hardware/printer/port.ts'
import { Spooler } from '../../kiosk/agent/spooler.ts'
import type { KioskId } from '../../shared/ids.ts'
import type { AgentView, SlipPaper } from '../../shared/views/printing.ts'
import type { Hello, ViewMessage } from '../../shared/wire.ts'
import { Caller } from './caller.ts'
import type { Machine, Process } from './machine.ts'
import type { Place } from './network.ts'
import { bytesOf, type Printer } from './printer.ts'
import type { Stage } from './stage.ts'

/**
 * The program beside a printer, over all its lives: the product's spooler on a simulated link, put together as
 * `kiosk/agent/agent.ts` does it. It is started again a while after it has ended, unless it was retired.
 */
export class Agent {
  readonly kiosk: KioskId
  readonly printer: Printer
  readonly place: Place
  readonly #stage: Stage
  readonly #machine: Machine
  readonly #hello: Hello
  #run: Run | null = null
  #isRetired = false
  #wantedSince: ReadonlyMap<string, number> = new Map()

  constructor(stage: Stage, kiosk: KioskId, machine: Machine, place: Place, hello: Hello, printer: Printer) {
    this.#stage = stage
    this.kiosk = kiosk
    this.#machine = machine
    this.place = place
    this.#hello = hello
    this.printer = printer
  }

  /** Since when it has been shown a paper that it has not begun, steady time; infinity while there is none. */
  get owesSince(): number {
    return this.#run ? Math.min(Infinity, ...this.#wantedSince.values()) : Infinity
  }

  get caller(): Caller | null {
    return this.#run?.caller ?? null
  }

  start(): void {
    if (this.#run || this.#isRetired || !this.#machine.isOn) return
    const { network, dice, diary, sabotage } = this.#stage
    const process = this.#machine.process()
    const randomness = dice.randomness()
    const port = this.printer.port(process)
    this.#wantedSince = new Map()
    const caller = new Caller({
      network,
      dice,
      process,
      place: this.place,
      hello: this.#hello,
      backoff: { msMin: 200, msMax: 2_000 },
      forgetsIds: sabotage === 'callers-forget-ids',
      onConnected: () => spooler.connected(),
      onEvent: (name, payload, acknowledge) => {
        // What the hub sends under these names has these types.
        if (name === 'view') this.#shown((payload as ViewMessage<AgentView>).view, spooler)
        if (name !== 'slip') return
        acknowledge()
        spooler.slip(payload as SlipPaper)
      },
    })
    const spooler: Spooler = new Spooler({
      printer: port,
      give: (id, command) => caller.give(id, command),
      commandId: () => randomness.commandId(),
      encode: (name, paper) => Promise.resolve({ name, bytes: bytesOf(paper) }),
      clock: process,
      log: (line) => diary.tell(`the agent of "${this.kiosk}": ${line}`),
    })
    this.#run = { spooler, caller, process, port }
    process.onEnd((how) => {
      this.#run = null
      if (how === 'power' || this.#isRetired) return
      this.#stage.steady.after(dice.between(200, 15_000), () => this.start())
    })
  }

  /** Ends it for good. */
  retire(): void {
    this.#isRetired = true
    this.kill()
  }

  kill(): void {
    this.#run?.process.end('ended')
  }

  /** Ends it in the order in which the product's agent stops. */
  async stop(): Promise<void> {
    const run = this.#run
    if (!run) return
    const spooled = run.spooler.stop()
    await run.port.close()
    await spooled
    run.process.end('ended')
  }

  #shown(view: AgentView, spooler: Spooler): void {
    const now = this.#stage.steady.now()
    const keys = view.wanted.map(({ ticket, attempt }) => `${ticket}/${attempt}`)
    this.#wantedSince = new Map(keys.map((key) => [key, this.#wantedSince.get(key) ?? now]))
    spooler.show(view)
  }
}

interface Run {
  readonly spooler: Spooler
  readonly caller: Caller
  readonly process: Process
  readonly port: PrinterPort
}
