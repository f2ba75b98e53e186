import { describe, expect, test } from 'vitest'
import type { Promised } from '../simulation/judge.ts'
import type { Sabotage } from '../simulation/sabotage.ts'
import { PromiseBroken, simulate, type Simulation } from '../simulation/simulate.ts'

/** That a run can fail: a part that breaks its contract is seen, and what is known to be wrong still is. */
describe('a run sees', () => {
  const cases: readonly (readonly [Sabotage, Promised])[] = [
    ['card-answers-early', 'number'],
    ['callers-forget-ids', 'number'],
    ['printers-deny-paper', 'paper'],
  ]
  test.for(cases)('%s', { timeout: 60_000 }, async ([sabotage, promise]) => {
    const found = new Set<string>()
    for (let seed = 1; seed <= 150 && !found.has(promise); seed++)
      found.add(await brokenBy({ seed, steps: 40, sabotage }))
    expect(found).toContain(promise)
  })
})

async function brokenBy(simulation: Simulation): Promise<Promised | 'nothing'> {
  try {
    await simulate(simulation)
    return 'nothing'
  } catch (error) {
    if (error instanceof PromiseBroken) return error.promise
    throw error
  }
}
