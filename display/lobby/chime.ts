/**
 * The sound of a call: two soft notes, made by the browser, no file. A browser takes a moment to open its sound, and may
 * refuse it until somebody has touched the page; then `isOff` is true and `unlock` (from a touch) turns it on. A call
 * waits for the sound at most `lateMsMax`: later it would only confuse. A machine without sound is not called off.
 */
export interface Chime {
  readonly play: () => void
  readonly isOff: () => boolean
  readonly unlock: () => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createChime(): Chime {
  const context = openSound()
  const listeners = new Set<() => void>()
  let isSettled = false
  let wantedAt = -Infinity

  const tell = () => {
    for (const listener of listeners) listener()
  }
  context?.addEventListener('statechange', () => {
    if (context.state === 'running' && performance.now() - wantedAt <= lateMsMax) sound(context)
    wantedAt = -Infinity
    tell()
  })
  setTimeout(() => {
    isSettled = true
    tell()
  }, lateMsMax)

  return {
    play: () => {
      if (context?.state === 'running') sound(context)
      else wantedAt = performance.now()
    },
    isOff: () => isSettled && context?.state === 'suspended',
    unlock: () => {
      context?.resume().catch(() => undefined)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Null without a sound device or Web Audio: the board is still read, and the staff's voice heard. */
function openSound(): AudioContext | null {
  try {
    return new AudioContext()
  } catch {
    return null
  }
}

interface Note {
  readonly hertz: number
  readonly afterSeconds: number
}

function sound(context: AudioContext): void {
  for (const { hertz, afterSeconds } of notes) {
    const start = context.currentTime + afterSeconds
    const loudness = context.createGain()
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(loudnessMax, start + attackSeconds)
    loudness.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds)
    loudness.connect(context.destination)
    for (const [overtone, share] of overtones) {
      const tone = context.createOscillator()
      const part = context.createGain()
      tone.frequency.value = hertz * overtone
      part.gain.value = share
      tone.connect(part).connect(loudness)
      tone.start(start)
      tone.stop(start + noteSeconds)
    }
  }
}

// E and the C below it, like a doorbell; a quiet octave makes them carry over a crowd.
const notes: readonly Note[] = [
  { hertz: 659.26, afterSeconds: 0 },
  { hertz: 523.25, afterSeconds: 0.45 },
]
const overtones = [
  [1, 0.8],
  [2, 0.2],
] as const
const loudnessMax = 0.5
const attackSeconds = 0.015
const noteSeconds = 1.3
const lateMsMax = 2_000
