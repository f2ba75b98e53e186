import { repeat } from '../../kiosk/clock.ts'
import { Audiences } from '../../kiosk/hub/audiences.ts'
import { PairingCodes } from '../../kiosk/hub/devices.ts'
import { Door } from '../../kiosk/hub/door.ts'
import { openGateway } from '../../kiosk/hub/gateway.ts'
import { Guard } from '../../kiosk/hub/guard.ts'
import type { GuardRecord } from '../../kiosk/hub/guard-file.ts'
import { Presence } from '../../kiosk/hub/presence.ts'
import { Submit } from '../../kiosk/hub/submit.ts'
import { dueOrders } from '../../shared/due.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { Office } from '../../shared/office.ts'
import type { OfficeState } from '../../shared/state.ts'
import type { Disk } from './disk.ts'
import type { Process } from './machine.ts'
import { localAddress } from './network.ts'
import { SimulatedServer } from './sockets.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/**
 * One life of the hub, put together as `kiosk/hub/hub.ts` does it, from its start to its end, without a listening
 * socket, pages and files: ledger, submit loop, guard, audiences, gateway and timers are the product's own.
 */
export interface HubRun {
  readonly submit: Submit
  readonly process: Process
  /** The technician at the machine puts another office document in force. */
  setOffice(office: Office): Promise<Answer>
}

export interface HubParts {
  readonly stage: Stage
  readonly process: Process
  readonly disk: Disk
  readonly guard: GuardRecord
  readonly spy: SpyGlass
  /** For an office that has none yet. */
  readonly office: Office
}

export function startHub({ stage, process, disk, guard: record, spy, office }: HubParts): HubRun {
  const { ledger, recorded } = disk.open(process)
  const randomness = stage.dice.randomness()
  const epoch = randomness.token()
  let committed: (state: OfficeState) => void = () => {}
  const submit = new Submit(
    {
      ledger,
      clock: process,
      randomness,
      onCommitted: (state) => committed(state),
      onSaving: () => {},
      onBroken: (error) => {
        const why = error instanceof Error ? error.message : String(error)
        stage.diary.tell(`the hub ends itself: ${why}`)
        stage.judge.must(why === "the ledger's thread has ended", 'hub', () => `the hub broke: ${why}`)
        process.end('ended')
      },
    },
    recorded,
  )
  spy.watch(submit, epoch)
  const server = new SimulatedServer(process, spy)
  const io = server.asHubServer()
  const guard = new Guard(record, { save: () => Promise.resolve() }, process, randomness)
  const presence = new Presence()
  const pairing = new PairingCodes(process, randomness)
  const address = () => 'http://loket.test:8080'
  const parts = { submit, presence, clock: process, address, recordings: () => ({}), media: () => [] }
  const audiences = new Audiences(io, epoch, process, parts)
  const door = new Door(io, guard, pairing, audiences, submit)
  committed = (state) => {
    presence.keepOnly(new Set(state.notices.map(({ id }) => id)))
    audiences.stateChanged()
    spy.learnt(submit)
  }
  openGateway(io, {
    origins: {
      isLocal: ({ socket }) => socket.remoteAddress === localAddress,
      mayConnect: () => true,
    },
    guard,
    door,
    pairing,
    presence,
    submit,
    audiences,
    media: { order: async () => ({ ok: false, refusal: { reason: 'not-allowed' } }) },
    clock: process,
    randomness,
    log: {
      info: () => {},
      error: (what, details) =>
        stage.judge.must(!process.isRunning, 'hub', () => `the hub logs: ${what} ${JSON.stringify(details ?? {})}`),
    },
    address,
    slip: null,
  })
  repeat(process, 1_000, () => {
    for (const order of dueOrders(submit.state, process.now()))
      void submit.give(randomness.commandId(), { kind: 'hub' }, order).catch(() => undefined)
  })
  repeat(process, 10_000, () => audiences.stateChanged())
  const setOffice = (document: Office) =>
    submit.give(randomness.commandId(), { kind: 'hub' }, { type: 'SetOffice', office: document })
  const listen = () => {
    stage.network.hub = {
      accept: (wire) => server.accept(wire),
      once: (name) => {
        const message = audiences.once(name)
        spy.read(message)
        return message
      },
    }
  }
  process.onEnd(() => {
    stage.network.hub = null
  })
  if (recorded.length > 0) listen()
  else
    void setOffice(office).then((answer) => {
      if (answer.ok) listen()
      else process.end('ended')
    })
  return { submit, process, setOffice }
}
