/** Two soft notes before whatever is said, made by the browser, no file. Returns how long until words may follow, in ms. */
export function playChime(context: AudioContext, out: AudioNode): number {
  for (const { hertz, afterSeconds } of notes) {
    const start = context.currentTime + afterSeconds
    const loudness = context.createGain()
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(loudnessMax, start + attackSeconds)
    loudness.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds)
    loudness.connect(out)
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
  return wordsAfterMs
}

interface Note {
  readonly hertz: number
  readonly afterSeconds: number
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
const wordsAfterMs = 1_600
