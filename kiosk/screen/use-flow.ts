import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import { newId, type Link } from '../../display/ui/connect.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import type { Answer } from '../../shared/outcome.ts'
import { initialFlow, reduceFlow, type Flow } from './flow.ts'
import { paperShown } from './paper-shown.ts'
import type { Action, Press } from './visit.ts'

/** Runs the visitor's flow: stamps what is done, gives presses to the hub, and brings back answers, paper and time. */
export function useFlow(link: Link<KioskView>, view: KioskView | null): [Flow, (action: Action) => void] {
  const [flow, dispatch] = useReducer(reduceFlow, null, () => initialFlow(Date.now()))
  const act = useCallback((action: Action) => dispatch({ type: 'act', action, id: newId(), at: Date.now() }), [])

  useEffect(() => {
    const timer = setInterval(() => dispatch({ type: 'tick', at: Date.now() }), tickMs)
    return () => clearInterval(timer)
  }, [])

  const { press } = flow
  const given = useRef<string | null>(null)
  useEffect(() => {
    if (press === null || press.id === given.current) return
    const { id } = press
    given.current = id
    void ask(link, press).then(
      (answer) => dispatch({ type: 'answer', id, answer, at: Date.now() }),
      () => dispatch({ type: 'answer', id, answer: null, at: Date.now() }),
    )
  }, [link, press])

  const ticket = flow.page.kind === 'number' ? flow.page.taken.ticket : null
  const paper = view !== null && ticket !== null ? paperShown(view, ticket).state : null
  // Before the browser paints, so that what is shown and what the flow counts from are the same.
  useLayoutEffect(() => {
    if (ticket !== null && paper !== null) dispatch({ type: 'paper', ticket, state: paper, at: Date.now() })
  }, [ticket, paper])

  return [flow, act]
}

/** A command, or what is said at the hub's door by somebody with a name and a PIN. */
async function ask(link: Link<KioskView>, { order, id }: Press): Promise<Answer> {
  if (order.type !== 'RaiseByKey') return link.give(order, id)
  const answer = await link.ask(order)
  return answer.ok ? { ok: true, outcome: { kind: 'done' } } : answer
}

const tickMs = 500
