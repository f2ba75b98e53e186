import type { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import type { Hand, Machine } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'

/**
 * Hands for the built-in printer: does to it what is asked, and tells how it is, at each change, ten times a second at
 * most, and again until it was heard. With a real printer it says just that, and does nothing.
 */
export class PrinterHands {
  readonly #device: EmulatedPrinter | null
  readonly #clock: Clock
  readonly #send: (machine: Machine) => Promise<boolean>
  readonly #unsubscribe: () => void
  #isUnderWay = false
  #isDue = false
  #isStopped = false

  /** `device` is null with a real printer. `send` settles with whether the hub has heard it. */
  constructor(device: EmulatedPrinter | null, clock: Clock, send: (machine: Machine) => Promise<boolean>) {
    this.#device = device
    this.#clock = clock
    this.#send = send
    this.#unsubscribe = device?.subscribe(() => this.tell()) ?? (() => {})
  }

  act(hand: Hand): void {
    const device = this.#device
    if (!device) return
    switch (hand) {
      case 'open-cover':
        return device.change({ coverOpen: true })
      case 'close-cover':
        return device.change({ coverOpen: false })
      case 'take-paper-out':
        return device.takePaperOut()
      case 'put-paper-in':
        return device.loadPaper()
      case 'unplug':
        return device.unplug()
      case 'plug':
        return device.plug()
      case 'jam-cutter':
        return device.change({ cutterJammed: true })
      case 'free-cutter':
        return device.change({ cutterJammed: false })
      case 'power-cycle':
        device.powerOff()
        this.#clock.after(powerlessMs, () => device.powerOn())
        return
      case 'tear-off':
        device.tearOff()
        return
      default:
        hand satisfies never
    }
  }

  /** Something has changed, or the hub is a new one. */
  tell(): void {
    this.#isDue = true
    if (!this.#isUnderWay) void this.#run()
  }

  stop(): void {
    this.#isStopped = true
    this.#unsubscribe()
  }

  async #run(): Promise<void> {
    this.#isUnderWay = true
    while (this.#isDue && !this.#isStopped) {
      // What changes together is told together.
      await new Promise<void>((resolve) => void this.#clock.after(gapMs, resolve))
      this.#isDue = false
      if (!(await this.#send(machineOf(this.#device)))) this.#isDue = true
    }
    this.#isUnderWay = false
  }
}

function machineOf(device: EmulatedPrinter | null): Machine {
  if (!device) return { kind: 'real' }
  const { powered, plugged, sensors } = device.snapshot()
  const { coverOpen, cutterJammed, paperEnd, paperNearEnd } = sensors
  return {
    kind: 'built-in',
    powered,
    plugged,
    coverOpen,
    cutterJammed,
    paper: paperEnd ? 'out' : paperNearEnd ? 'low' : 'in',
  }
}

/** How long somebody takes to find the switch again. */
const powerlessMs = 2_000
const gapMs = 100
