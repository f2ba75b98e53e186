import type { Clock } from '../emulator/clock.ts'
import type { Answer, Conversation } from './conversation.ts'
import type { PrinterTrouble } from './port.ts'

/**
 * What became of a job whose bytes have all left: as far as the printer can tell it. With an `id` its confirmation is
 * waited for; without one its state is watched for as long as a ticket takes; a mute printer is given the time that
 * the line needs. Every look at the printer goes to `learn` too. It always ends, by the limits at the foot of this file.
 */
export async function prove(
  talk: Conversation,
  clock: Clock,
  job: SentJob,
  learn: (answer: Answer) => void,
): Promise<Proof> {
  const { id, speaks, lineMs } = job
  if (id === null && !speaks) {
    await waitOnLine(talk, clock, lineMs + blindMs)
    return talk.ended ? { kind: 'unknown', reason: talk.ended.trouble } : { kind: 'sent' }
  }
  const sentAt = clock.now()
  const until = sentAt + lineMs + (id === null ? settleMs : confirmMs)
  let heardAt = sentAt
  let troubleAt: number | null = null
  for (;;) {
    if (id === null) await waitOnLine(talk, clock, lookMs)
    else if (await talk.confirmed(id, lookMs)) return { kind: 'printed' }
    const answer = await talk.ask(answerMs)
    learn(answer)
    const now = clock.now()
    if (answer.kind === 'ended') return { kind: 'unknown', reason: answer.failure.trouble }
    if (answer.kind !== 'condition') {
      if (now - heardAt < lineMs + silenceMs) continue
      return { kind: 'unknown', reason: answer.kind === 'garbled' ? 'garbled' : 'no-answer' }
    }
    heardAt = now
    const { trouble } = answer.condition
    if (trouble === null) {
      troubleAt = null
      if (now >= until) return id === null ? { kind: 'sent' } : { kind: 'unknown', reason: 'no-answer' }
      continue
    }
    // The confirmation may still come behind the trouble, and a hot head goes on by itself.
    troubleAt ??= now
    if (now >= until || (trouble !== 'overheated' && now - troubleAt >= graceMs))
      return { kind: 'unknown', reason: trouble }
  }
}

export interface SentJob {
  /** What the printer will confirm it with; null when it does not confirm. */
  readonly id: string | null
  readonly speaks: boolean
  /** What the line needs for the job's bytes. */
  readonly lineMs: number
}

export type Proof =
  | { readonly kind: 'printed' | 'sent' }
  | { readonly kind: 'unknown'; readonly reason: PrinterTrouble | 'no-answer' }

/** How long a printer may take to answer one question. */
export const answerMs = 300

/** The time a line needs, cut short when it is lost. */
function waitOnLine(talk: Conversation, clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => {
      forget()
      resolve()
    })
    const forget = talk.onEnd(() => {
      cancel()
      resolve()
    })
  })
}

/** Until a printed job is confirmed: the longest ticket on the slowest printer takes 3 s. */
const confirmMs = 10_000
/** Where nothing confirms: as long as a ticket takes on a slow printer, so that the roll's end under it is seen. */
const settleMs = 2000
const blindMs = 150
/** Between two looks. */
const lookMs = 400
const graceMs = 1000
const silenceMs = 3000
