import type { GuardRecord } from '../../kiosk/hub/guard-file.ts'
import type { Office } from '../../shared/office.ts'
import type { Disk } from './disk.ts'
import { startHub, type HubRun } from './hub-run.ts'
import type { Machine } from './machine.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/** Keeps the hub running on its machine: starts it again when it has ended, as the shell or the service manager does. */
export class HubKeeper {
  readonly machine: Machine
  readonly #parts: KeeperParts
  #run: HubRun | null = null
  #upSince = Infinity

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.machine = parts.machine
    parts.machine.keepsRunning(() => this.#start())
  }

  get run(): HubRun | null {
    return this.#run
  }

  /** Since when it runs, steady time; infinity while it does not. */
  get upSince(): number {
    return this.#upSince
  }

  kill(): void {
    this.#run?.process.end('ended')
  }

  #start(): void {
    const { stage, machine, disk, guard, spy, office } = this.#parts
    const process = machine.process()
    this.#run = startHub({ stage, process, disk, guard, spy, office })
    this.#upSince = stage.steady.now()
    process.onEnd((how) => {
      this.#run = null
      this.#upSince = Infinity
      if (how === 'power') return
      stage.steady.after(stage.dice.between(300, 6_000), () => {
        if (machine.isOn && this.#run === null) this.#start()
      })
    })
  }
}

interface KeeperParts {
  readonly stage: Stage
  readonly machine: Machine
  readonly disk: Disk
  readonly guard: GuardRecord
  readonly spy: SpyGlass
  readonly office: Office
}
