import type { Event } from '../events.ts'
import type { Refusal } from '../refusals.ts'

/** The two shapes of a decision, for the deciders. */

export function happened(...events: readonly Event[]): { readonly ok: true; readonly events: readonly Event[] } {
  return { ok: true, events }
}

export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
