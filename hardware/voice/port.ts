import type { Phrase } from '../../shared/voice/phrase.ts'

/**
 * The one port behind which whatever turns words into sound stands, and its contract.
 *
 * S-1  `speak` settles with exactly one outcome, at the latest after its own deadline; it never throws, and leaves no
 *      process behind.
 * S-2  `spoken` brings a whole WAV file: 16 bits, one channel, with lengths that are true and with sound in it.
 * S-3  `missing` means that there is nothing here that speaks, and `detail` says what to install. It may be there at
 *      the next call.
 * S-4  `failed` is about this one phrase or this one moment; the next may go well.
 * S-5  The text is only ever read out: nothing in it is taken for an option, a file or a mark-up.
 *
 * It keeps nothing: the voice beside the hub does (`kiosk/voice`).
 */
export interface Speaker {
  speak(phrase: Phrase): Promise<SpeechOutcome>
}

export type SpeechOutcome =
  | { readonly kind: 'spoken'; readonly wav: Uint8Array }
  | { readonly kind: 'missing'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string }
