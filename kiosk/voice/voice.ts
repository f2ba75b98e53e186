import path from 'node:path'
import { io } from 'socket.io-client'
import { z } from 'zod'
import type { Speaker } from '../../hardware/voice/port.ts'
import { languageSchema } from '../../shared/text.ts'
import { phraseLengthMax } from '../../shared/voice/phrase.ts'
import { phrasesMax, type VoiceView } from '../../shared/voice/wanted.ts'
import type { Clock } from '../clock.ts'
import { Renderer } from './renderer.ts'
import { SoundFolder } from './sound-folder.ts'

/** The voice beside the hub: hears what is to be said, and keeps its sound ready in the hub's data folder. */
export interface VoiceOptions {
  /** The hub on this machine, `http://127.0.0.1:8080`. */
  readonly hub: string
  /** The hub's data folder; sounds lie in its `voice`. */
  readonly data: string
  readonly speaker: Speaker
  readonly clock: Clock
  readonly log: (line: string) => void
}

export interface Voice {
  stop(): Promise<void>
}

export function startVoice({ hub, data, speaker, clock, log }: VoiceOptions): Voice {
  const store = new SoundFolder(path.join(data, 'voice'), () => clock.now())
  const renderer = new Renderer({ speaker, store, clock, log })
  void renderer.check()
  const socket = io(hub, {
    auth: { as: 'voice' },
    // The hub's gate asks every socket for an origin; a browser would name the hub's own pages.
    extraHeaders: { origin: hub },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
  socket.on('connect_error', (error) => {
    if (error.message !== 'websocket error') log(`the hub does not let the voice in: ${error.message}`)
  })
  socket.on('view', (message: unknown) => {
    const parsed = messageSchema.safeParse(message)
    if (parsed.success) renderer.want(parsed.data.view.phrases)
    else log(`a list of phrases is not understood: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  })
  return {
    stop: async () => {
      socket.close()
      await renderer.stop()
    },
  }
}

const viewSchema: z.ZodType<VoiceView> = z.object({
  kind: z.literal('voice'),
  phrases: z.array(z.object({ language: languageSchema, text: z.string().max(phraseLengthMax) })).max(phrasesMax),
})
const messageSchema = z.object({ view: viewSchema })
