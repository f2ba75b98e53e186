import { playChime } from './sound-chime.ts'
import { loadSound, type SoundSource } from './sound-files.ts'
import type { SoundOutput } from './sound-output.ts'
import type { Reading } from './voice-readings.ts'

/**
 * Plays chimes and readings. Each ends by itself within the time its sound takes, also when the browser stops its sound in
 * the middle, and at once when it is silenced; nothing of it is heard after that. A reading whose files do not come is
 * left out.
 */
export interface Player {
  readonly isReady: () => Promise<boolean>
  /** Loads what is read next, a little at a time: the frame that shows the call must not wait for it. */
  readonly prepare: (readings: readonly Reading[]) => void
  /** `volume`: 0 to 1. */
  readonly chime: (volume: number, silenced: AbortSignal) => Promise<void>
  readonly read: (reading: Reading, volume: number, silenced: AbortSignal) => Promise<void>
}

export function createPlayer(output: SoundOutput, source: SoundSource): Player {
  const { context } = output
  if (!context) return mutePlayer
  /** The sounds of the last few readings, newest last. */
  const loaded = new Map<string, Promise<AudioBuffer | null>>()

  let preparing = Promise.resolve()

  const load = (path: string): Promise<AudioBuffer | null> => {
    const known = loaded.get(path)
    if (known) return known
    const sound = loadSound(path, source)
      .then((bytes) => bytes && context.decodeAudioData(bytes))
      .catch(() => null)
    loaded.set(path, sound)
    // What did not come may be there the next time.
    void sound.then((buffer) => buffer ?? loaded.delete(path))
    for (const oldest of [...loaded.keys()].slice(0, -loadedMax)) loaded.delete(oldest)
    return sound
  }
  const loadAll = async (paths: readonly string[]): Promise<readonly AudioBuffer[] | null> => {
    const sounds = await Promise.all(paths.map(load))
    return sounds.every((sound) => sound !== null) ? sounds : null
  }
  /** A way out with its own loudness, closed after `durationMs` or when silenced. */
  const play = async (volume: number, silenced: AbortSignal, start: (out: AudioNode) => number): Promise<void> => {
    const out = context.createGain()
    out.gain.value = volume
    out.connect(context.destination)
    await pause(start(out), silenced)
    if (silenced.aborted) {
      out.gain.setTargetAtTime(0, context.currentTime, fadeMs / 3_000)
      await source.wait(fadeMs)
    }
    // The chime's last note still fades while the words begin.
    setTimeout(() => out.disconnect(), silenced.aborted ? 0 : tailMs)
  }

  return {
    isReady: output.isReady,
    prepare: (readings) => {
      for (const { files } of readings)
        preparing = preparing.then(() => source.wait(prepareEveryMs)).then(() => void loadAll(files))
    },
    chime: (volume, silenced) => play(volume, silenced, (out) => playChime(context, out)),
    read: async ({ files, instead }, volume, silenced) => {
      if (silenced.aborted) return
      const sounds = (await loadAll(files)) ?? (instead === null ? null : await loadAll([instead]))
      if (sounds === null || silenced.aborted) return
      await play(volume, silenced, (out) => playInTurn(context, out, sounds) + betweenMs)
    },
  }
}

/** Returns how long it takes, in ms. */
function playInTurn(context: AudioContext, out: AudioNode, sounds: readonly AudioBuffer[]): number {
  let after = 0
  for (const buffer of sounds) {
    const source = context.createBufferSource()
    source.buffer = buffer
    source.connect(out)
    source.start(context.currentTime + after)
    after += buffer.duration
  }
  return after * 1_000
}

/** Ends early when silenced. */
function pause(ms: number, silenced: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    silenced.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
    if (silenced.aborted) resolve()
  })
}

const mutePlayer: Player = {
  isReady: () => Promise.resolve(false),
  prepare: () => undefined,
  chime: () => Promise.resolve(),
  read: () => Promise.resolve(),
}

/** A call in three languages from recordings is some 90 pieces, most of them the same. */
const loadedMax = 60
/** Two readings in each of three languages are all asked for while the chime still sounds. */
const prepareEveryMs = 100
const betweenMs = 400
const fadeMs = 120
const tailMs = 1_000
