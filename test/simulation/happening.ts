import type { World } from './world.ts'
import type { Visitors } from './visitors.ts'

/** Something that can happen in an office. */
export interface Happening {
  /** How often, against the others. */
  readonly weight: number
  /** False where it cannot happen now. */
  readonly happen: (scene: Scene) => boolean
}

export interface Scene {
  readonly world: World
  readonly visitors: Visitors
}
