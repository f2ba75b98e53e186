import type { Speaker, SpeechOutcome } from '../../hardware/voice/port.ts'
import type { Phrase } from '../../shared/voice/phrase.ts'

/**
 * The speaker's contract without a synthesiser: a hum whose length follows the text. It can be told to be missing, to
 * fail, and to hold what it is asked until it is let go.
 */
export class FakeSpeaker implements Speaker {
  /** What it was asked to say, in order. */
  readonly asked: string[] = []
  underWay = 0
  underWayMost = 0
  #trouble: Exclude<SpeechOutcome, { kind: 'spoken' }> | null = null
  #held: (() => void)[] | null = null

  missing(): void {
    this.#trouble = { kind: 'missing', detail: 'the fake speaker is not installed' }
  }

  failing(): void {
    this.#trouble = { kind: 'failed', detail: 'the fake speaker is hoarse' }
  }

  well(): void {
    this.#trouble = null
  }

  /** From now on a phrase takes until `release` to be spoken. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  /** Lets go what has been held longest. */
  releaseOne(): void {
    this.#held?.shift()?.()
  }

  async speak({ text }: Phrase): Promise<SpeechOutcome> {
    this.asked.push(text)
    this.underWay++
    this.underWayMost = Math.max(this.underWayMost, this.underWay)
    const held = this.#held
    if (held) await new Promise<void>((go) => held.push(go))
    this.underWay--
    if (this.#trouble) return this.#trouble
    return text.trim() === '' ? { kind: 'failed', detail: 'nothing to say' } : { kind: 'spoken', wav: hum(text.length) }
  }
}

/** A hundredth of a second a character, 8,000 samples a second. */
function hum(characters: number): Uint8Array {
  const samples = characters * 80
  const wav = Buffer.alloc(44 + 2 * samples)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8_000, 24)
  wav.writeUInt32LE(16_000, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(2 * samples, 40)
  for (let i = 0; i < samples; i++) wav.writeInt16LE(Math.round(8_000 * Math.sin(i / 4)), 44 + 2 * i)
  return wav
}
