/**
 * The sound of a call: two soft notes, made by the browser, no file. A browser may refuse sound until somebody has
 * touched the page; then `isOff` is true, nothing is kept back to be played later, and `unlock` (from a touch) turns it
 * on. A machine without sound stays silent and is not called off.
 */
export interface Chime {
  readonly play: () => void
  readonly isOff: () => boolean
  readonly unlock: () => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createChime(): Chime {
  let context: AudioContext | null = null
  try {
    context = new AudioContext()
  } catch {
    // No sound device, or no Web Audio: the board is read, the staff's voice is heard.
  }
  return {
    play: () => {
      if (context?.state !== 'running') return
      notes.forEach((note) => soundNote(context, note))
    },
    isOff: () => context?.state === 'suspended',
    unlock: () => {
      context?.resume().catch(() => undefined)
    },
    subscribe: (listener) => {
      context?.addEventListener('statechange', listener)
      return () => context?.removeEventListener('statechange', listener)
    },
  }
}

interface Note {
  readonly hertz: number
  readonly afterSeconds: number
}

function soundNote(context: AudioContext, { hertz, afterSeconds }: Note): void {
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
