import {
  initialLink,
  missesView,
  reduceLink,
  silenceMs,
  type LinkEvent,
  type LinkState,
} from '../../display/ui/link.ts'
import { isSocketSilent } from '../../display/ui/second-path.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import type { Beat, Hello, View, ViewMessage } from '../../shared/wire.ts'
import { Caller } from './caller.ts'
import type { Machine, Process } from './machine.ts'
import type { Place, PublicView } from './network.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/**
 * A screen with a page on it, over all the lives of the page. Each life is what `display/ui/connect.ts` makes of the
 * link's reducer, without a browser: views and beats from the socket, the second path by HTTP, what was kept over a
 * reload, and the report of what was painted.
 */
export class Page<V extends View> {
  readonly name: string
  readonly place: Place
  readonly machine: Machine
  readonly #parts: PageParts<V>
  #kept: LinkState<V> | null = null
  /** The last event that what is kept knows of. */
  #keptSeq = 0
  #life: Life<V> | null = null

  constructor(parts: PageParts<V>) {
    this.#parts = parts
    this.name = parts.name
    this.place = parts.place
    this.machine = parts.machine
  }

  /** What it shows, and how sure it is of it; null while no page is open. */
  get link(): LinkState<V> | null {
    return this.#life?.link ?? null
  }

  get view(): V | null {
    return this.#life?.link.message?.view ?? null
  }

  get isOpen(): boolean {
    return this.#life !== null
  }

  /** Notices of which the hub could not keep that they were painted here. */
  get unsaved(): ReadonlySet<number> {
    return this.#life?.unsaved ?? new Set()
  }

  get caller(): Caller | null {
    return this.#life?.caller ?? null
  }

  open(): void {
    if (this.#life || !this.machine.isOn) return
    const process = this.machine.process()
    const life = new Life(this.#parts, process, this.#restored(), this.#keptSeq, (link, seq) => {
      if (!this.#parts.keeps) return
      this.#kept = link
      this.#keptSeq = seq
    })
    this.#life = life
    process.onEnd(() => {
      this.#life = null
    })
    life.begin()
  }

  /** The page is closed, or its program dies. */
  close(): void {
    this.#life?.process.end('ended')
  }

  give(id: string, command: object): Promise<Answer> {
    if (!this.#life) return new Promise(() => {})
    return this.#life.caller.give(id, command)
  }

  ask<Answered>(event: string, payload: unknown): Promise<Answered> {
    if (!this.#life) return new Promise(() => {})
    return this.#life.caller.ask(event, payload)
  }

  #restored(): LinkState<V> {
    const { message, heardAt } = this.#kept ?? { message: null, heardAt: null }
    if (message === null || heardAt === null) return initialLink()
    return reduceLink(initialLink<V>(), { type: 'restored', message, heardAt, at: this.machine.now() })
  }
}

export interface PageParts<V extends View> {
  readonly name: string
  readonly stage: Stage
  readonly spy: SpyGlass
  readonly machine: Machine
  readonly place: Place
  readonly hello: Hello
  /** The same view by plain HTTP; null for pages that have no second path. */
  readonly second: PublicView | null
  /** Whether the newest view is kept over a reload. */
  readonly keeps: boolean
  /** What the page shows changes, or a second has passed; called at the start of each life too. */
  readonly onShown: (link: LinkState<V>, isNewLife: boolean) => void
}

class Life<V extends View> {
  readonly process: Process
  readonly caller: Caller
  link: LinkState<V>
  /** Notices of which the hub could not keep that they were painted. */
  readonly unsaved = new Set<number>()
  readonly #parts: PageParts<V>
  readonly #keep: (link: LinkState<V>, seq: number) => void
  /** The last event that what it shows knows of. */
  #seq: number
  #reported: ReadonlySet<string> = new Set()
  #trulyHeardAt: number
  #askedAt = -Infinity
  #isAsking = false
  #heardHereAt: number | null = null
  readonly #openedAt: number

  constructor(
    parts: PageParts<V>,
    process: Process,
    link: LinkState<V>,
    seq: number,
    keep: (link: LinkState<V>, seq: number) => void,
  ) {
    this.#parts = parts
    this.#seq = seq
    this.process = process
    this.link = link
    this.#keep = keep
    this.#openedAt = process.now()
    this.#trulyHeardAt = parts.stage.steady.now()
    const { network, dice, sabotage, unmended } = parts.stage
    this.caller = new Caller({
      network,
      dice,
      process,
      place: parts.place,
      hello: parts.hello,
      backoff: { msMin: 500, msMax: 5_000 },
      forgetsIds: sabotage === 'callers-forget-ids',
      onConnected: () => {
        if (!unmended.has('second-path-races')) this.#take({ type: 'joined' })
      },
      onEvent: (name, payload) => this.#heard(name, payload),
    })
  }

  begin(): void {
    this.#parts.onShown(this.link, true)
    this.process.onEnd(this.#parts.stage.ticker.every(() => this.#tick()))
  }

  #heard(name: string, payload: unknown): void {
    // What the hub sends under these names has these types.
    if (name === 'view') this.#hear(payload as ViewMessage<V>)
    if (name !== 'beat') return
    const beat = payload as Beat
    if (missesView(this.link, beat)) this.caller.say('refresh')
    else this.#trulyHeardAt = this.#parts.stage.steady.now()
    this.#take({ type: 'beat', beat, at: this.process.now() })
  }

  #hear(message: ViewMessage<V>): void {
    const { judge, steady } = this.#parts.stage
    const before = { link: this.link, seq: this.#seq }
    this.#take({ type: 'view', message, at: this.process.now() })
    if (this.link === before.link) return
    this.#trulyHeardAt = steady.now()
    this.#seq = this.#parts.spy.seqOf(message)
    judge.must(
      this.#seq >= before.seq,
      'version',
      () => `${this.#parts.name} showed the office after event ${before.seq}, and then after event ${this.#seq}`,
    )
    this.#keep(this.link, this.#seq)
  }

  #take(event: LinkEvent<V>): void {
    const next = reduceLink(this.link, event)
    if (next === this.link) return
    this.link = next
    this.#parts.onShown(next, false)
    this.#reportPainted()
  }

  #tick(): void {
    if (this.#parts.machine.isAsleep) return
    this.#take({ type: 'tick', at: this.process.now() })
    const { judge, steady, unmended } = this.#parts.stage
    // Whose clock was just set may count anew.
    const silence = steady.now() - Math.max(this.#trulyHeardAt, this.#parts.machine.setAt)
    const isExcused = unmended.has('clock-set-back') && this.process.now() < (this.link.heardAt ?? 0)
    judge.must(
      silence < silenceMs.quiet + 1_500 || this.link.freshness !== 'live' || isExcused,
      'stale',
      () => `${this.#parts.name} has heard nothing for ${Math.round(silence / 1000)} s and shows itself as live`,
    )
    this.#parts.onShown(this.link, false)
    this.#trySecondPath()
  }

  #trySecondPath(): void {
    const { second, stage, place } = this.#parts
    const now = this.process.now()
    const { heardAt } = this.link
    if (second === null || this.#isAsking || now - this.#askedAt < 10_000) return
    if (!isSocketSilent(heardAt ?? this.#openedAt, this.#heardHereAt, now)) return
    this.#askedAt = now
    this.#isAsking = true
    const come = (message: ViewMessage | null) => {
      this.#isAsking = false
      if (message === null || !this.process.isRunning) return
      // The socket has spoken meanwhile.
      if (stage.unmended.has('second-path-races') && this.link.heardAt !== heardAt) return
      this.#hear(message as ViewMessage<V>)
      this.#heardHereAt = this.link.heardAt
    }
    stage.network.fetch(place, second, (message) => this.#parts.machine.run(() => come(message)))
  }

  /** As `report-painted.ts` does for a TV, and the kiosk's own page for a kiosk. */
  #reportPainted(): void {
    const { hello, stage } = this.#parts
    const { message, freshness } = this.link
    if ((hello.as !== 'lobby' && hello.as !== 'kiosk') || message === null) return
    if (hello.as === 'lobby' && freshness !== 'live') return
    const epoch = hello.as === 'lobby' ? message.epoch : ''
    const notices = noticesOf(message.view)
    const keyOf = ({ id, revision }: NoticeView) => `${epoch}-${id}-${revision}`
    const fresh = notices.filter((notice) => !this.#reported.has(keyOf(notice)))
    this.#reported = new Set(notices.map(keyOf))
    for (const { id, revision } of fresh) {
      const command = { type: 'ReportPainted', notice: id, revision }
      this.process.after(32, () => {
        void this.caller.give(stage.dice.randomness().commandId(), command).then((answer) => {
          if (!answer.ok && answer.refusal.reason === 'not-saved') this.unsaved.add(id)
        })
      })
    }
  }
}

/** A page, whatever it shows. */
export type AnyPage = Pick<Page<View>, 'name' | 'place' | 'machine' | 'link' | 'view' | 'caller' | 'open' | 'close'>

/** The notices on a page, for pages that show any. */
export function noticesOf(view: View): readonly NoticeView[] {
  return 'notices' in view ? view.notices : []
}
