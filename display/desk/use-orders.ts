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
  /** Sends what `send` makes; true once the hub said yes. False for a no, and for a press that was not sent. */
  readonly press: (button: string, send: () => Promise<Reply>) => Promise<boolean>
  readonly forget: () => void
}

export type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

export type Problem = { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'no-answer' }

export function useOrders(): Orders {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef<{
    readonly button: string
    readonly at: number
    readonly answer: 'awaited' | 'yes' | 'no'
  } | null>(null)

  const press = async (button: string, send: () => Promise<Reply>) => {
    const before = latest.current
    const at = performance.now()
    const repeated = before?.answer === 'yes' && before.button === button && at - before.at < repeatMs
    if (before?.answer === 'awaited' || repeated) return false
    latest.current = { button, at, answer: 'awaited' }
    setBusy(button)
    setProblem(null)
    const found = await problemOf(send)
    latest.current = { button, at, answer: found === null ? 'yes' : 'no' }
    const rest = () => setBusy((resting) => (resting === button ? null : resting))
    if (found === null) setTimeout(rest, Math.max(0, repeatMs - (performance.now() - at)))
    else rest()
    setProblem(found)
    return found === null
  }
  return { busy, problem, press, forget: () => setProblem(null) }
}

async function problemOf(send: () => Promise<Reply>): Promise<Problem | null> {
  try {
    const reply = await send()
    return reply.ok ? null : { kind: 'refused', refusal: reply.refusal }
  } catch {
    return { kind: 'no-answer' }
  }
}

/** A finger that bounces presses twice within this. */
const repeatMs = 400
