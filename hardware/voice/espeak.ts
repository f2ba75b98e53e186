import { execFile } from 'node:child_process'
import type { Language } from '../../shared/language.ts'
import type { Speaker, SpeechOutcome } from './port.ts'
import { forEspeak } from './pronounce.ts'
import { wholeWav } from './wav.ts'

/**
 * Speaks by espeak-ng, one short-lived process a phrase: some 20 ms and 8 MB for a call of six seconds, on a desktop.
 * It has no Sundanese voice: the Indonesian one reads it, with the sounds that differ written out.
 */
export function espeakSpeaker({
  program = 'espeak-ng',
  deadlineMs = 10_000,
}: {
  readonly program?: string
  readonly deadlineMs?: number
} = {}): Speaker {
  return {
    speak: (phrase) => {
      const { promise, resolve } = Promise.withResolvers<SpeechOutcome>()
      const args = ['-v', voices[phrase.language], '-s', String(wordsPerMinute), '-b', '1', '-z', '--stdin', '--stdout']
      const child = execFile(
        program,
        args,
        { encoding: 'buffer', timeout: deadlineMs, killSignal: 'SIGKILL', maxBuffer: wavBytesMax },
        (error, sound, complaint) => resolve(outcomeOf(error, sound, complaint, deadlineMs)),
      )
      // A program that ends before it has read everything, or never began, says so by its exit.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(forEspeak(phrase))
      return promise
    },
  }
}

function outcomeOf(
  error: (Error & { readonly code?: number | string | null; readonly killed?: boolean }) | null,
  sound: Buffer,
  complaint: Buffer,
  deadlineMs: number,
): SpeechOutcome {
  if (error?.code === 'ENOENT')
    return { kind: 'missing', detail: 'espeak-ng is not installed. As root: apt-get install -y espeak-ng' }
  if (error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { kind: 'failed', detail: 'the sound is too long' }
  if (error?.killed === true) return { kind: 'failed', detail: `espeak-ng took longer than ${deadlineMs} ms` }
  if (error) return { kind: 'failed', detail: firstLine(complaint) || error.message }
  const wav = wholeWav(sound)
  return wav ? { kind: 'spoken', wav } : { kind: 'failed', detail: firstLine(complaint) || 'espeak-ng made no sound' }
}

function firstLine(complaint: Buffer): string {
  return complaint.toString('utf8').trim().split('\n', 1)[0]?.slice(0, 200) ?? ''
}

const voices: Readonly<Record<Language, string>> = { id: 'id', en: 'en', su: 'id' }
/** Slower than the 175 it speaks by itself: a hall echoes. */
const wordsPerMinute = 140
/** Over four minutes. */
const wavBytesMax = 12 * 1024 * 1024
