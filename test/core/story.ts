import type { Given } from '../../shared/commands.ts'
import { decide, type Decision } from '../../shared/decide.ts'
import type { Event, Recorded } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import { commandIdSchema, tokenSchema, type EpochMs, type Token } from '../../shared/ids.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import { smallOffice } from './small-office.ts'
import { setOffice, type Step } from './steps.ts'

/**
 * Given / when / then for the core. A story is a list of commands that the office accepted, with the ledger they made
 * and the state folded from it; nothing in a test's state comes from anywhere but real commands.
 */
export interface Story {
  readonly state: OfficeState
  readonly ledger: readonly Recorded[]
  /** When the latest command was given. */
  readonly at: EpochMs
  readonly steps: number
}

/** Monday, 1 March 2027, 08:00 in Jakarta. */
export const morning: EpochMs = Date.parse('2027-03-01T08:00:00+07:00')
export const minute = 60_000
export const hour = 60 * minute
export const dayMs = 24 * hour

/** Before anything happened. */
export const untouched: Story = { state: initialState, ledger: [], at: morning - minute, steps: 0 }

/** The small office set up in the morning, and then these steps, each of which must be accepted. */
export function given(...steps: readonly Step[]): Story {
  return further(untouched, setOffice(smallOffice), ...steps)
}

/** The story gone on with; a refusal throws, because the test tells of something that cannot happen. */
export function further(story: Story, ...steps: readonly Step[]): Story {
  return steps.reduce((before, step) => {
    const { story: after, decision } = attempt(before, step)
    if (!decision.ok) throw new Error(`${step.command.type} is refused: ${decision.refusal.reason}`)
    return after
  }, story)
}

/** What the office answers to one more step. */
export function when(story: Story, step: Step): Decision {
  return attempt(story, step).decision
}

/** One step, accepted or not; a refused one leaves the story as it was. */
export function attempt(story: Story, step: Step): { readonly story: Story; readonly decision: Decision } {
  const command = asGiven(story, step)
  const decision = decide(story.state, command)
  const recorded = decision.ok ? decision.events.map((event, i) => record(story, command, event, i)) : []
  return {
    decision,
    story: {
      state: fold(recorded, story.state),
      ledger: [...story.ledger, ...recorded],
      at: decision.ok ? command.at : story.at,
      steps: story.steps + 1,
    },
  }
}

/** Why a step is refused, or that it is accepted. */
export function reason(story: Story, step: Step): string {
  const decision = when(story, step)
  return decision.ok ? 'accepted' : decision.refusal.reason
}

/** The state that a part of the ledger amounts to. */
export function fold(ledger: readonly Recorded[], from: OfficeState = initialState): OfficeState {
  return ledger.reduce(evolve, from)
}

/** The secret that the `n`th step of a story brings along. */
export function secret(n: number): Token {
  return tokenSchema.parse(`secret-${String(n).padStart(20, '0')}`)
}

/** The step as the hub would give it. */
export function asGiven(story: Story, { actor, command, at = story.at + minute }: Step): Given {
  return { id: commandIdSchema.parse(`command-${story.steps}`), at, actor, secret: secret(story.steps), command }
}

export const accepted = (...events: readonly Event[]): Decision => ({ ok: true, events })

function record(story: Story, { id, at, actor }: Given, event: Event, index: number): Recorded {
  return { seq: story.ledger.length + index + 1, at, command: id, actor, event }
}
