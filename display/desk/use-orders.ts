import { useRef, useState } from 'react'
import type { Refusal } from '../../shared/refusals.ts'

/**
 * Presses on their way to the hub. It guarantees that one press gives one order: while one is under way, and for
 * 400 ms after a press of the same button that was answered with yes, another press does nothing, and the button shows
 * it. A refusal stays to be read until the next press.
 */
export interface Orders {
  /** The button that takes no press: its answer is awaited, or has only just come. */
  readonly busy: string | null
  readonly problem: Problem | null
  /** Sends what `send` makes; the hub's yes. Null for a no, and for a press that was not sent. */
  readonly press: <Answer extends Reply>(button: string, send: () => Promise<Answer>) => Promise<Yes<Answer> | null>
  readonly forget: () => void
}

export type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }
type Yes<Answer extends Reply> = Extract<Answer, { readonly ok: true }>

export type Problem = { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'no-answer' }

export function useOrders(): Orders {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef<{
    readonly button: string
    readonly at: number
    readonly answer: 'awaited' | 'yes' | 'no'
  } | null>(null)

  const press = async <Answer extends Reply>(button: string, send: () => Promise<Answer>) => {
    const before = latest.current
    const at = performance.now()
    const repeated = before?.answer === 'yes' && before.button === button && at - before.at < repeatMs
    if (before?.answer === 'awaited' || repeated) return null
    latest.current = { button, at, answer: 'awaited' }
    setBusy(button)
    setProblem(null)
    const heard = await answerOf(send)
    const isYes = heard?.ok === true
    latest.current = { button, at, answer: isYes ? 'yes' : 'no' }
    const rest = () => setBusy((resting) => (resting === button ? null : resting))
    if (isYes) setTimeout(rest, Math.max(0, repeatMs - (performance.now() - at)))
    else rest()
    setProblem(heard === null ? { kind: 'no-answer' } : heard.ok ? null : { kind: 'refused', refusal: heard.refusal })
    return isYes ? (heard as Yes<Answer>) : null
  }
  return { busy, problem, press, forget: () => setProblem(null) }
}

/** Null where none came. */
async function answerOf<Answer extends Reply>(send: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await send()
  } catch {
    return null
  }
}

/** A finger that bounces presses twice within this. */
const repeatMs = 400
