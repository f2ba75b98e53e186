import { kioskIdSchema, tokenSchema, type EpochMs } from '../../shared/ids.ts'
import type { MediaItem } from '../../shared/media.ts'
import { agentView } from '../../shared/views/agent.ts'
import { deskView } from '../../shared/views/desk.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { lobbyView, voiceOf } from '../../shared/views/lobby.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { statusView } from '../../shared/views/status.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import { voiceView } from '../../shared/voice/wanted.ts'
import type { View, ViewMessage } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'
import { Feed } from './feed.ts'
import type { HubServer, HubSocket } from './sockets.ts'
import type { Presence } from './presence.ts'
import type { Submit } from './submit.ts'

/**
 * Who gets which view: an audience is a room of sockets that see the same. The office's own screens are served at
 * once; a printer's agent, for whom somebody is standing at the kiosk, and the voice, whose words take a while to make,
 * before them; the many phones share a slower lane.
 */
export class Audiences {
  readonly #io: HubServer
  readonly #parts: AudienceParts
  readonly #screens: Feed
  readonly #agents: Feed
  readonly #phones: Feed

  constructor(io: HubServer, epoch: string, clock: Clock, parts: AudienceParts) {
    this.#io = io
    this.#parts = parts
    this.#screens = new Feed(epoch, clock, screenGapMs)
    this.#agents = new Feed(epoch, clock, 0)
    this.#phones = new Feed(epoch, clock, phoneGapMs)
  }

  join(socket: HubSocket, name: string): void {
    if (socket.data.audience === name) return
    this.leave(socket)
    const message = this.#feed(name).join(name, {
      view: this.#viewOf(name),
      send: (message) => this.#io.to(name).emit('view', message),
    })
    socket.data.audience = name
    void socket.join(name)
    socket.emit('view', message)
  }

  leave(socket: HubSocket): void {
    const { audience } = socket.data
    if (audience === null) return
    this.#feed(audience).leave(audience)
    socket.data.audience = null
    void socket.leave(audience)
  }

  /** Sends one socket the newest view again. */
  refresh(socket: HubSocket): void {
    const { audience } = socket.data
    const message = audience === null ? null : this.#feed(audience).newest(audience)
    if (message) socket.emit('view', message)
  }

  /** The office's state has changed. */
  stateChanged(): void {
    this.#agents.changed()
    this.#screens.changed()
    this.#phones.changed()
  }

  /** Who is connected has changed, or time has gone on: only the office's own screens show either. */
  presenceChanged(): void {
    this.#screens.changed()
  }

  beat(io: HubServer): void {
    for (const [name] of io.of('/').adapter.rooms) {
      const beat = isAudience(name) ? this.#feed(name).beat(name) : null
      if (beat) io.to(name).volatile.emit('beat', beat)
    }
  }

  /** One view as a page may ask for it over plain HTTP. */
  once(name: 'lobby' | 'status' | `phone:${string}`): ViewMessage {
    return this.#feed(name).once(name, this.#viewOf(name))
  }

  stop(): void {
    this.#agents.stop()
    this.#screens.stop()
    this.#phones.stop()
  }

  #feed(name: string): Feed {
    if (name.startsWith('agent:') || name === 'voice') return this.#agents
    return name.startsWith('phone:') ? this.#phones : this.#screens
  }

  #viewOf(name: string): (at: EpochMs) => View {
    const { submit, presence, address, recordings, media } = this.#parts
    const colon = name.indexOf(':')
    const kind = colon < 0 ? name : name.slice(0, colon)
    const of = name.slice(colon + 1)
    switch (kind) {
      case 'lobby':
        return (at) => lobbyView(submit.state, at, recordings(), media())
      case 'voice':
        return (at) => voiceView(lobbyView(submit.state, at), voiceOf(submit.state), at)
      case 'status':
        return (at) => statusView(submit.state, at)
      case 'desk':
        return (at) => deskView(submit.state, at, presence.agents(), presence.screens())
      case 'kiosk': {
        const kiosk = kioskIdSchema.parse(of)
        return (at) => kioskView(submit.state, at, kiosk, presence.agents(), address())
      }
      case 'agent': {
        const kiosk = kioskIdSchema.parse(of)
        return (at) => agentView(submit.state, at, kiosk, address())
      }
      case 'phone': {
        const token = tokenSchema.parse(of)
        return (at) => phoneView(submit.state, at, token)
      }
      default:
        throw new Error(`no audience is called "${name}"`)
    }
  }
}

export interface AudienceParts {
  readonly submit: Pick<Submit, 'state'>
  readonly presence: Presence
  readonly clock: Clock
  /** Where phones find the hub now. */
  readonly address: () => string
  /** The office's own recordings, by language. */
  readonly recordings: () => OfficeVoice['recordings']
  /** The office's own pictures, videos and slides, in order. */
  readonly media: () => readonly MediaItem[]
}

/** Rooms of socket.io are audiences or single sockets. */
function isAudience(room: string): boolean {
  return /^(lobby|status|desk|voice|(kiosk|agent|phone):.+)$/.test(room)
}

const screenGapMs = 40
const phoneGapMs = 400
