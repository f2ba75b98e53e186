/** What `GET /healthz` says: whether the office can work, and if not, why, in a line for whoever watches it. */
export interface Health {
  readonly ready: boolean
  /** Why it is not ready; null when it is. */
  readonly reason: string | null
  readonly version: string
  readonly epoch: string
  readonly day: string
  /** The last event in the ledger. */
  readonly seq: number
  /** What the check of the ledger's history has found so far. */
  readonly history: 'being-checked' | 'whole' | 'damaged'
  readonly problems: readonly string[]
}
