/**
 * How the hub's Node is told to use memory: a small nursery. A hub makes much short-lived garbage and keeps little; with
 * Node's own nursery of up to 48 MB it holds a third more memory than it needs, on boards that have little.
 */
export const hubNodeFlags = ['--max-semi-space-size=1'] as const
