import type { CommandId } from '../../shared/ids.ts'
import type { DeskDoor, DoorAnswer, DoorMessage, Hello, Person } from '../../shared/wire.ts'
import type { Audiences } from './audiences.ts'
import type { PairingCodes } from './devices.ts'
import type { HubServer, HubSocket } from './sockets.ts'
import { isSupervisor, type Guard } from './guard.ts'
import type { Submit } from './submit.ts'

/**
 * The desk's way in: what each desk is asked for, and what a signed-in supervisor may change about who comes in. And the
 * one thing that may be done at a kiosk by whoever can say who they are: raising a notice.
 */
export class Door {
  readonly #io: HubServer
  readonly #guard: Guard
  readonly #pairing: PairingCodes
  readonly #audiences: Audiences
  readonly #submit: Pick<Submit, 'give'>

  constructor(io: HubServer, guard: Guard, pairing: PairingCodes, audiences: Audiences, submit: Pick<Submit, 'give'>) {
    this.#io = io
    this.#guard = guard
    this.#pairing = pairing
    this.#audiences = audiences
    this.#submit = submit
  }

  /** Tells a desk where it stands, and gives it the desk's views exactly while somebody is signed in. */
  open(socket: HubSocket): void {
    const door = this.#doorOf(socket)
    socket.emit('door', door)
    if (door.state === 'signed-in') this.#audiences.join(socket, 'desk')
    else this.#audiences.leave(socket)
  }

  async answer(socket: HubSocket, message: DoorMessage): Promise<DoorAnswer> {
    const { data } = socket
    const isKnown = this.#isKnown(socket)
    switch (message.type) {
      case 'SetUp': {
        const answer = await this.#guard.setUp(message, data.from, isKnown)
        if (answer.ok) {
          data.session = answer.session
          if (answer.device !== undefined && 'screen' in data.hello) data.hello.device = answer.device
          this.#openAll()
        }
        return answer
      }
      case 'SignIn': {
        if (!isKnown) return notAllowed
        const answer = await this.#guard.signIn(message, data.from)
        if (answer.ok) {
          data.session = answer.session
          this.open(socket)
        }
        return answer
      }
      case 'SignOut':
        await this.#guard.signOut(data.session)
        this.#openAll()
        return { ok: true }
      case 'PairDevice':
        return this.#supervises(socket) ? this.#pair(message) : notAllowed
      case 'AddPerson':
      case 'RemovePerson': {
        if (!this.#supervises(socket)) return notAllowed
        const answer =
          message.type === 'AddPerson' ? await this.#guard.addPerson(message) : await this.#guard.removePerson(message)
        if (answer.ok) this.#openAll()
        return answer
      }
      case 'RaiseByKey':
        return notAllowed
      default:
        return message satisfies never
    }
  }

  /** A notice raised at a kiosk that is let in, by name and PIN; nobody stays signed in there. */
  async raiseByKey({ data }: HubSocket, message: DoorMessage, id: CommandId): Promise<DoorAnswer> {
    if (message.type !== 'RaiseByKey' || data.kiosk === null) return notAllowed
    const known = await this.#guard.identify(message, data.from)
    if (!known.ok) return known
    const { name } = known.person
    const answer = await this.#submit.give(
      id,
      { kind: 'staff', name },
      { type: 'RaiseNotice', content: message.content },
    )
    return answer.ok ? { ok: true } : answer
  }

  #doorOf(socket: HubSocket): DeskDoor {
    if (!this.#guard.isSetUp) return { state: 'set-up' }
    if (!this.#isKnown(socket)) return { state: 'unpaired', pairingCode: this.#pairing.show(socket.id) }
    const person = this.#person(socket)
    if (!person) return { state: 'sign-in' }
    const people = isSupervisor(person.role) ? this.#guard.people() : []
    return { state: 'signed-in', ...person, people }
  }

  async #pair({ code, name }: Extract<DoorMessage, { type: 'PairDevice' }>): Promise<DoorAnswer> {
    const id = this.#pairing.take(code)
    const device = id === null ? undefined : this.#io.of('/').sockets.get(id)
    const kind = device?.data.hello.as
    if (!device || kind === undefined || !isDevice(kind)) {
      return { ok: false, refusal: { reason: 'wrong-code' } }
    }
    const token = await this.#guard.addDevice(name, kind)
    device.emit('device', { state: 'paired', device: token })
    return { ok: true }
  }

  /** A session ends with the working day, and a desk that nobody has touched since then asks who is there. */
  closeEnded(): void {
    for (const socket of this.#io.of('/').sockets.values())
      if (socket.data.audience === 'desk' && this.#person(socket) === null) this.open(socket)
  }

  /** Every desk is told anew: somebody signed out, or people have changed. */
  #openAll(): void {
    for (const socket of this.#io.of('/').sockets.values()) if (socket.data.hello.as === 'desk') this.open(socket)
  }

  #person(socket: HubSocket): Person | null {
    return this.#isKnown(socket) ? this.#guard.personOf(socket.data.session) : null
  }

  #supervises(socket: HubSocket): boolean {
    return isSupervisor(this.#person(socket)?.role)
  }

  #isKnown({ data }: HubSocket): boolean {
    return data.isLocal || this.#guard.deviceOf('device' in data.hello ? data.hello.device : undefined) !== null
  }
}

/** Pages of visitors and parts of the machine itself are never let in under a name. */
function isDevice(kind: Hello['as']): kind is 'lobby' | 'kiosk' | 'desk' | 'agent' {
  return kind === 'lobby' || kind === 'kiosk' || kind === 'desk' || kind === 'agent'
}

const notAllowed: DoorAnswer = { ok: false, refusal: { reason: 'not-allowed' } }
