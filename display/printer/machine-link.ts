import { io, type Socket } from 'socket.io-client'
import type {
  ClientToServer,
  Hand,
  HandAnswer,
  Hello,
  MachineShown,
  ServerToClient,
  SlipAnswer,
  SlipRequest,
} from '../../shared/wire.ts'

/** The page's link to the built-in printer: how it is, and hands that reach it. It reconnects for ever. */
export interface MachineLink {
  /** Null until the hub has said something, and while it is not heard. */
  readonly state: () => MachineShown | null
  readonly subscribe: (listener: () => void) => () => void
  /** True when the printer's program has done it. */
  readonly act: (hand: Hand) => Promise<boolean>
  /** True when the printer's program has taken the slip on. */
  readonly print: (slip: SlipRequest) => Promise<boolean>
}

export function connectMachine(address: string): MachineLink {
  const hello: Hello = { as: 'printer' }
  const socket: Socket<ServerToClient, ClientToServer> = io(address, {
    auth: hello,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
  const listeners = new Set<() => void>()
  let state: MachineShown | null = null
  const take = (next: MachineShown | null) => {
    state = next
    for (const listener of listeners) listener()
  }
  socket.on('machine', take)
  socket.on('disconnect', () => take(null))

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // A press that comes late would surprise whoever made it: nothing is sent while the hub is not heard.
    act: async (hand) => {
      if (!socket.connected) return false
      try {
        const answer: HandAnswer = await socket.timeout(answerMsMax).emitWithAck('hand', hand)
        return answer.ok
      } catch {
        return false
      }
    },
    print: async (slip) => {
      if (!socket.connected) return false
      try {
        const answer: SlipAnswer = await socket.timeout(answerMsMax).emitWithAck('slip', slip)
        return answer.ok
      } catch {
        return false
      }
    },
  }
}

const answerMsMax = 4_000
