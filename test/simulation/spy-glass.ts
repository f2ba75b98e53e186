import type { Submit } from '../../kiosk/hub/submit.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { Token } from '../../shared/ids.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import type { HubSpy } from './sockets.ts'
import type { Stage } from './stage.ts'

/** Reads along whatever hubs send: which state a view was made of, and whether it says more than its readers may know. */
export class SpyGlass implements HubSpy {
  /** Told after a hub has learnt that something is in the ledger. */
  onLearnt: (seq: number) => void = () => {}
  readonly #stage: Stage
  /** The last event that a view knows of, by its epoch and version. */
  readonly #seqs = new Map<string, number>()
  readonly #versions = new Map<string, number>()
  #submit: Submit | null = null

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** A hub has started. */
  watch(submit: Submit, epoch: string): void {
    const { diary, judge, witness } = this.#stage
    this.#submit = submit
    diary.mark(epoch)
    const [read, whole] = [submit.state, witness.state].map((state) => JSON.stringify(state))
    judge.must(read === whole, 'replay', () => 'what a hub reads when it starts is not what the whole ledger gives')
  }

  learnt(submit: Submit): void {
    const { judge, witness } = this.#stage
    judge.must(submit.seq <= witness.seq, 'number', () => `the hub knows event ${submit.seq}, the card ${witness.seq}`)
    this.onLearnt(submit.seq)
  }

  /** The last event a view shows; of a view that is shown again, the one it was first shown with. */
  seqOf(message: ViewMessage): number {
    const seq = this.#seqs.get(keyOf(message))
    if (seq === undefined) throw new Error('a view that no hub has sent')
    return seq
  }

  sent(event: string, payload: unknown): void {
    // What the hub sends as `view` is a view by type.
    if (event === 'view') this.read(payload as ViewMessage)
  }

  answered(event: string, asked: unknown, answer: unknown): void {
    if (event === 'command') this.#stage.witness.answered(asked, answer as Answer)
  }

  read(message: ViewMessage): void {
    const key = keyOf(message)
    if (this.#seqs.has(key)) return
    this.#seqs.set(key, this.#submit?.seq ?? 0)
    const { judge } = this.#stage
    const { epoch, version, view } = message
    const before = this.#versions.get(`${epoch} ${view.kind}`) ?? 0
    judge.must(version > before, 'version', () => `a ${view.kind} view has version ${version} after ${before}`)
    if (view.kind !== 'phone') this.#versions.set(`${epoch} ${view.kind}`, version)
    if (view.kind === 'agent') return
    const leaked = (JSON.stringify(view).match(/[A-Za-z0-9_-]{22,}/g) ?? []).find((text) => this.#holdsToken(text))
    judge.must(leaked === undefined, 'private', () => `a ${view.kind} view holds the token ${String(leaked)}`)
  }

  #holdsToken(text: string): boolean {
    const { tokens } = this.#stage.witness
    for (let at = 0; at + tokenLength <= text.length; at++)
      if (tokens.has(text.slice(at, at + tokenLength) as Token)) return true
    return false
  }
}

/** As the simulated randomness makes them. */
const tokenLength = 22

function keyOf({ epoch, version, view }: ViewMessage): string {
  // Each feed counts its own versions.
  return `${epoch} ${view.kind} ${version}`
}
