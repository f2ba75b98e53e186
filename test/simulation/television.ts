import { emptyQueue, reduceCalls } from '../../display/lobby/call-queue.ts'
import { reduceVoice, silentQueue } from '../../display/lobby/voice-queue.ts'
import { hubTime, type LinkState } from '../../display/ui/link.ts'
import type { Hello, ViewMessage } from '../../shared/wire.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import type { Machine } from './machine.ts'
import type { Place } from './network.ts'
import { Page } from './page.ts'
import type { SpyGlass } from './spy-glass.ts'
import type { Stage } from './stage.ts'

/** A TV in the lobby: its page, the queue of calls on its board and the voice that says them. */
export class Television {
  readonly page: Page<LobbyView>
  readonly #stage: Stage
  readonly #name: string
  readonly #machine: Machine
  /** Calls it has ever said, and brought up on the board as news. */
  readonly #said = new Set<number>()
  readonly #announced = new Set<number>()
  /** What this life of the page has heard of each call. */
  #learnt = new Map<number, Learnt>()
  #taken: ViewMessage<LobbyView> | null = null
  #queue = emptyQueue
  #voice = silentQueue
  #saidUntil = 0
  /** The latest turn of each of the two. */
  readonly #turns = new Map<Set<number>, number>()

  constructor(stage: Stage, spy: SpyGlass, machine: Machine, place: Place, hello: Hello) {
    this.#stage = stage
    this.#name = machine.name
    this.#machine = machine
    this.page = new Page<LobbyView>({
      name: machine.name,
      stage,
      spy,
      machine,
      place,
      hello,
      second: 'lobby',
      keeps: true,
      onShown: (link, isNewLife) => this.#shown(link, isNewLife),
    })
    machine.keepsRunning(() => this.page.open())
  }

  /** Whether it has said a call, ever. */
  hasSaid(call: number): boolean {
    return this.#said.has(call)
  }

  #shown(link: LinkState<LobbyView>, isNewLife: boolean): void {
    if (isNewLife) {
      this.#queue = emptyQueue
      this.#voice = silentQueue
      this.#learnt = new Map()
      this.#taken = null
    }
    const at = this.#stage.steady.now()
    const hubNow = hubTime(link, this.#machine.now())
    const { message } = link
    if (message !== null && message !== this.#taken) {
      this.#taken = message
      const { calls, notices, recoveries } = message.view
      for (const { call, at: calledAt } of calls) {
        const isRested = at - this.#machine.wokeAt < restedMs
        const learnt = { at: this.#stage.time.now(), isAhead: calledAt > hubNow + aheadMs, isRested }
        if (!this.#learnt.has(call)) this.#learnt.set(call, learnt)
      }
      this.#queue = reduceCalls(this.#queue, { type: 'view', epoch: message.epoch, calls, hubNow, at })
      this.#say({ type: 'view', epoch: message.epoch, calls, notices, recoveries, hubNow, at })
    }
    this.#queue = reduceCalls(this.#queue, { type: 'tick', at })
    this.#say({ type: 'tick', hubNow, isLive: link.freshness === 'live', at })
    const { showing } = this.#queue
    if (showing?.announced) this.#once(this.#announced, showing.since, showing.call.call, 'brought up')
  }

  #say(event: Parameters<typeof reduceVoice>[1]): void {
    const before = this.#voice.saying
    this.#voice = reduceVoice(this.#voice, event)
    if (before && this.#voice.saying?.turn === before.turn && event.at >= this.#saidUntil)
      this.#voice = reduceVoice(this.#voice, { type: 'said', turn: before.turn, at: event.at })
    const { saying } = this.#voice
    if (!saying || saying.turn === before?.turn) return
    this.#saidUntil = event.at + (saying.kind === 'call' ? saying.readings * 3_000 : 12_000)
    if (saying.kind === 'call') this.#once(this.#said, saying.turn, saying.call.call, 'said')
  }

  /** `turn` tells one announcement from the next. */
  #once(known: Set<number>, turn: number, call: number, what: string): void {
    if (this.#turns.get(known) === turn && known.has(call)) return
    this.#turns.set(known, turn)
    const { judge, witness, diary, unmended } = this.#stage
    judge.must(!known.has(call), 'stale', () => `call ${call} was ${what} twice on ${this.#name}`)
    known.add(call)
    const learnt = this.#learnt.get(call)
    const ageMs = (learnt?.at ?? Infinity) - (witness.calls.get(call) ?? -Infinity)
    const isExcused =
      (unmended.has('call-from-ahead') && learnt?.isAhead === true) ||
      (unmended.has('call-after-sleep') && learnt?.isRested === true)
    judge.must(
      ageMs <= announcedMsMax || isExcused,
      'stale',
      () => `call ${call} was ${what} on ${this.#name} although it came ${Math.round(ageMs / 1000)} s late`,
    )
    diary.mark(`${this.#name} ${what} ${call}`)
  }
}

/** How far a screen may be wrong about the hub's clock: a connection that stood still. */
const aheadMs = 15_000
/** How old a call may be that a screen takes for news; made by a clock that was half a minute off, half a minute more. */
const announcedMsMax = 60_000 + aheadMs + 30_000
/** How soon after it was woken a screen gets what had come before it slept. */
const restedMs = 2_000

/** When a page first heard of a call. */
interface Learnt {
  readonly at: number
  /** The call was made ahead of the hub's clock as it is now. */
  readonly isAhead: boolean
  /** The screen has just been woken. */
  readonly isRested: boolean
}
