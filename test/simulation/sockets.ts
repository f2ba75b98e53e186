import type { HubServer } from '../../kiosk/hub/sockets.ts'
import type { Process } from './machine.ts'
import type { Packet, Wire } from './wire.ts'

/**
 * The part of socket.io's server that the hub uses, over simulated connections: sockets, rooms, acknowledgements and
 * their time limits. Whatever the hub says, a spy hears first.
 */
export class SimulatedServer {
  readonly #process: Process
  readonly #spy: HubSpy
  readonly #wires = new Set<Wire>()
  readonly #sockets = new Map<string, SimulatedSocket>()
  readonly #rooms = new Map<string, Set<string>>()
  #admits: Middleware = (_, next) => next()
  #onConnection: (socket: SimulatedSocket) => void = () => {}
  #count = 0

  constructor(process: Process, spy: HubSpy) {
    this.#process = process
    this.#spy = spy
    process.onEnd((how) => {
      for (const wire of this.#wires) {
        if (how === 'power') wire.vanish('server')
        else wire.hangUp('server')
      }
    })
  }

  /** As the hub knows it. Only what this class has is used of it; a use of more fails at once. */
  asHubServer(): HubServer {
    return this as unknown as HubServer
  }

  accept(wire: Wire): void {
    this.#wires.add(wire)
    wire.serve({
      hear: (packet) => {
        if (packet.kind === 'hello') this.#admit(wire, packet.auth)
      },
      lost: () => this.#wires.delete(wire),
    })
  }

  use(middleware: Middleware): void {
    this.#admits = middleware
  }

  on(_: 'connection', listener: (socket: SimulatedSocket) => void): void {
    this.#onConnection = listener
  }

  of() {
    return { sockets: this.#sockets, adapter: { rooms: this.#rooms } }
  }

  to(room: string) {
    const emit = (event: string, payload: unknown) => {
      this.#spy.sent(event, payload)
      for (const id of this.#rooms.get(room) ?? []) this.#sockets.get(id)?.send(event, [payload], null)
    }
    return { emit, volatile: { emit } }
  }

  join(room: string, id: string): void {
    const members = this.#rooms.get(room) ?? new Set()
    this.#rooms.set(room, members.add(id))
  }

  leave(room: string, id: string): void {
    const members = this.#rooms.get(room)
    members?.delete(id)
    if (members?.size === 0) this.#rooms.delete(room)
  }

  #admit(wire: Wire, auth: unknown): void {
    const id = `socket-${++this.#count}`
    const socket = new SimulatedSocket(id, { server: this, process: this.#process, spy: this.#spy }, wire, auth)
    this.#admits(socket, (error) => {
      if (error) return wire.hangUp('server')
      this.#sockets.set(id, socket)
      wire.serve({
        hear: (packet) => socket.hear(packet),
        lost: () => {
          this.#wires.delete(wire)
          this.#sockets.delete(id)
          for (const room of this.#rooms.keys()) this.leave(room, id)
          socket.lost()
        },
      })
      wire.send('server', { kind: 'welcome' })
      this.#onConnection(socket)
    })
  }
}

/** Hears what the hub says before anybody else does. */
export interface HubSpy {
  sent(event: string, payload: unknown): void
  answered(event: string, asked: unknown, answer: unknown): void
}

type Middleware = (socket: SimulatedSocket, next: (error?: Error) => void) => void

class SimulatedSocket {
  readonly id: string
  readonly wire: Wire
  readonly data = {}
  readonly handshake: { readonly auth: unknown }
  readonly request: { readonly socket: { readonly remoteAddress: string } }
  readonly #parts: { readonly server: SimulatedServer; readonly process: Process; readonly spy: HubSpy }
  readonly #listeners = new Map<string, (...args: readonly unknown[]) => void>()
  readonly #acks = new Map<number, (...args: readonly unknown[]) => void>()
  #ackCount = 0

  constructor(
    id: string,
    parts: { readonly server: SimulatedServer; readonly process: Process; readonly spy: HubSpy },
    wire: Wire,
    auth: unknown,
  ) {
    this.id = id
    this.#parts = parts
    this.wire = wire
    this.handshake = { auth }
    this.request = { socket: { remoteAddress: wire.place.address } }
  }

  on(event: string, listener: (...args: readonly unknown[]) => void): void {
    this.#listeners.set(event, listener)
  }

  emit(event: string, payload: unknown): void {
    this.#parts.spy.sent(event, payload)
    this.send(event, [payload], null)
  }

  /** An event whose acknowledgement is waited for, `ms` at the most. */
  timeout(ms: number) {
    return {
      emit: (event: string, payload: unknown, then: (error: Error | null, ...args: readonly unknown[]) => void) => {
        const ack = ++this.#ackCount
        const cancel = this.#parts.process.after(ms, () => {
          this.#acks.delete(ack)
          then(new Error('no acknowledgement in time'))
        })
        this.#acks.set(ack, (...args) => {
          cancel()
          then(null, ...args)
        })
        this.send(event, [payload], ack)
      },
    }
  }

  join(room: string): void {
    this.#parts.server.join(room, this.id)
  }

  leave(room: string): void {
    this.#parts.server.leave(room, this.id)
  }

  send(name: string, args: readonly unknown[], ack: number | null): void {
    this.wire.send('server', { kind: 'event', name, args, ack })
  }

  hear(packet: Packet): void {
    switch (packet.kind) {
      case 'event': {
        const { name, args, ack } = packet
        const acknowledge = (...value: readonly unknown[]) => {
          this.#parts.spy.answered(name, args[0], value[0])
          if (ack !== null) this.wire.send('server', { kind: 'ack', ack, args: value })
        }
        this.#listeners.get(name)?.(...args, ...(ack === null ? [] : [acknowledge]))
        return
      }
      case 'ack': {
        const then = this.#acks.get(packet.ack)
        this.#acks.delete(packet.ack)
        then?.(...packet.args)
        return
      }
      case 'hello':
      case 'welcome':
        return
      default:
        packet satisfies never
    }
  }

  lost(): void {
    this.#listeners.get('disconnect')?.()
  }
}
