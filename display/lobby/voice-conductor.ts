import type { EpochMs } from '../../shared/ids.ts'
import type { NoticeView, OfficeView, RecoveryView } from '../../shared/views/common.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'
import { volumeAt, type OfficeVoice } from '../../shared/voice/settings.ts'
import type { Player } from './sound-player.ts'
import { reduceVoice, silentQueue, type Announcement, type VoiceEvent } from './voice-queue.ts'
import { callReadings, noticeReadings, recoveryReadings, type Reading } from './voice-readings.ts'

/** What the voice knows of the office: what the newest view said. */
export interface Heard {
  readonly epoch: string
  readonly office: OfficeView
  readonly calls: readonly LobbyCall[]
  readonly notices: readonly NoticeView[]
  readonly recoveries: readonly RecoveryView[]
  readonly voice: OfficeVoice
}

export interface Conductor {
  readonly hear: (heard: Heard, hubNow: EpochMs) => void
  /** To be called several times a second; `isLive` while the hub is heard. */
  readonly tick: (hubNow: EpochMs, isLive: boolean) => void
  /** Falls silent, and knows as little as a page that was just opened: what it hears next is no news. */
  readonly forget: () => void
}

/**
 * Has the player say what the queue lets it say: a chime, then every language the office wants. An announcement whose
 * turn is over falls silent at once. Where nothing can be heard (no sound, or silence by the office's settings) the
 * queue goes on all the same, so that nothing old is said later. `now` is a steady clock in ms.
 */
export function conductVoice(player: Player, now: () => number): Conductor {
  let queue = silentQueue
  let heard: Heard | null = null
  let time: EpochMs = 0
  let current = new AbortController()

  const take = (event: VoiceEvent) => {
    const before = queue.saying
    queue = reduceVoice(queue, event)
    const { saying } = queue
    if (saying?.turn === before?.turn) return
    current.abort()
    if (!saying || !heard) return
    current = new AbortController()
    void say(saying, heard, current.signal).finally(() => take({ type: 'said', turn: saying.turn, at: now() }))
  }

  const say = async (saying: Announcement, { office, voice }: Heard, silenced: AbortSignal): Promise<void> => {
    const volume = volumeAt(voice.settings, office.timeZone, time)
    if (volume === 0 || !(await player.isReady()) || silenced.aborted) return
    if (saying.kind === 'call') return sayCall(saying.call, { office, voice }, volume, silenced)
    const readings =
      saying.kind === 'notice'
        ? noticeReadings(saying.notice, office, voice, time)
        : recoveryReadings(saying.recovery, office, voice)
    await saySentences(saying, readings.slice(saying.read), volume, silenced)
  }

  const sayCall = async (call: LobbyCall, { office, voice }: Spoken, volume: number, silenced: AbortSignal) => {
    const readings = callReadings(call, office, voice)
    for (const { first, again } of readings) player.prepare([first, again])
    await player.chime(volume, silenced)
    for (const { first, again } of readings) {
      await player.read(first, volume, silenced)
      // Others may have come to wait meanwhile.
      if (queue.saying?.kind === 'call' && queue.saying.readings === 2) await player.read(again, volume, silenced)
    }
  }

  const saySentences = async (
    { read, turn }: Extract<Announcement, { read: number }>,
    readings: readonly Reading[],
    volume: number,
    silenced: AbortSignal,
  ) => {
    player.prepare(readings)
    if (read === 0) await player.chime(volume, silenced)
    for (const reading of readings) {
      await player.read(reading, volume, silenced)
      if (silenced.aborted) return
      take({ type: 'sentence-said', turn, at: now() })
    }
  }

  return {
    hear: (newest, hubNow) => {
      heard = newest
      time = hubNow
      const { epoch, calls, voice } = newest
      const { notices, recoveries } = voice.settings.notices ? newest : silent
      take({ type: 'view', epoch, calls, notices, recoveries, hubNow, at: now() })
    },
    tick: (hubNow, isLive) => {
      time = hubNow
      take({ type: 'tick', hubNow, isLive, at: now() })
    },
    forget: () => {
      current.abort()
      // An announcement that is only ending now must not end one of those to come.
      queue = { ...silentQueue, turns: queue.turns }
    },
  }
}

type Spoken = Pick<Heard, 'office' | 'voice'>

/** An office that has no notices spoken. */
const silent: Pick<Heard, 'notices' | 'recoveries'> = { notices: [], recoveries: [] }
