import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Dice } from './dice.ts'
import type { Diary } from './diary.ts'
import type { Judge } from './judge.ts'
import type { Network } from './network.ts'
import type { Sabotage } from './sabotage.ts'
import type { Ticker } from './ticker.ts'
import type { TrueTime } from './true-time.ts'
import type { Unmended } from './unmended.ts'
import type { Witness } from './witness.ts'

/** What every part of one run shares. */
export interface Stage {
  readonly time: TrueTime
  readonly ticker: Ticker
  /** What timers run by: it stands still while everything sleeps. */
  readonly steady: VirtualClock
  readonly dice: Dice
  readonly diary: Diary
  readonly judge: Judge
  readonly network: Network
  readonly witness: Witness
  readonly unmended: ReadonlySet<Unmended>
  readonly sabotage: Sabotage | null
}
