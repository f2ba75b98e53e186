/**
 * How the hub's Node is told to use memory: a small nursery. A hub makes much short-lived garbage and keeps little; with
 * Node's own nursery of up to 48 MB it holds a third more memory than it needs, on boards that have little.
 */
export const hubNodeFlags = ['--max-semi-space-size=1'] as const

/**
 * What is added to its environment for the same end: one heap for all its threads. The C library (malloc(3), GNU) gives
 * each thread its own, up to eight for each core, and what one has freed the others cannot use.
 */
export const hubEnvironment = { MALLOC_ARENA_MAX: '1' } as const
