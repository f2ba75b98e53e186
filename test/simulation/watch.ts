import { noticesOf, type AnyPage } from './page.ts'
import type { World } from './world.ts'

/** Looks on while things go wrong: what is well must work, whatever else is not. */
export class Watch {
  readonly #world: World
  #standing = ''
  /** How often the standing notices have changed. */
  #changes = 0

  constructor(world: World) {
    this.#world = world
    world.spy.onLearnt = () => this.#learnt()
  }

  look(): void {
    this.#lookAtScreens()
    this.#lookAtPapers()
    this.#lookAtAnswers()
  }

  /** A screen that hears the hub says so, whatever the hub can save. */
  #lookAtScreens(): void {
    const { hub, pages, stage } = this.#world
    const from = stage.steady.now() - patienceMs
    for (const { name, caller, link } of pages) {
      const isWell = hub.upSince <= from && caller !== null && caller.calmSince <= from
      const shown = link?.freshness ?? 'closed'
      stage.judge.must(!isWell || shown === 'live', 'apart', () => `${name} is ${shown}, and hears the hub`)
    }
  }

  /** Who has been connected for a while, with a hub and a card that are well, is not kept waiting for an answer. */
  #lookAtAnswers(): void {
    const { hub, disk, pages, agents, stage } = this.#world
    const { steady, judge } = stage
    const now = steady.now()
    const from = now - patienceMs
    if (hub.upSince > from || disk.wellSince > from) return
    const callers = [...pages, ...agents.map(({ kiosk, caller }) => ({ name: `the agent of "${kiosk}"`, caller }))]
    for (const { name, caller } of callers) {
      if (!caller || caller.calmSince > from) continue
      const waits = now - caller.waitingSince
      judge.must(waits < patienceMs, 'apart', () => `${name} waits for an answer for ${Math.round(waits / 1000)} s`)
    }
  }

  /** Where a printer and everything between it and the hub are well, papers come out. */
  #lookAtPapers(): void {
    const { hub, disk, agents, stage } = this.#world
    const { steady, judge } = stage
    const now = steady.now()
    const from = now - paperMs
    for (const { kiosk, printer, caller, owesSince } of agents) {
      const wellSince = Math.max(hub.upSince, disk.wellSince, printer.wellSince, caller?.calmSince ?? Infinity)
      const holds = wellSince > from || owesSince > from
      judge.must(holds, 'apart', () => `a paper waits at "${kiosk}" for ${Math.round((now - owesSince) / 1000)} s`)
    }
  }

  /** A hub has learnt of something that is in the ledger: notices are on every well connected screen a second later. */
  #learnt(): void {
    const { hub, stage, kiosks, televisions, status } = this.#world
    const standing = keyOf(hub.run?.submit.state.notices ?? [])
    if (standing === this.#standing) return
    this.#standing = standing
    const change = ++this.#changes
    const { steady, judge } = stage
    const at = steady.now()
    const run = hub.run
    const pages: readonly AnyPage[] = [...kiosks, ...televisions].map(({ page }) => page)
    const well = (status ? [...pages, status] : pages).filter(({ caller }) => caller && caller.calmSince <= at)
    steady.after(1_000, () => {
      if (change !== this.#changes || hub.run !== run) return
      for (const { name, caller, view } of well) {
        if (!caller || caller.calmSince > at || !view) continue
        const shown = keyOf(noticesOf(view))
        judge.must(shown === standing, 'notice', () => `${name} shows ${shown} a second after ${standing} stood`)
      }
    })
  }
}

/** Which notices stand, in which wording. */
export function keyOf(notices: readonly { readonly id: number; readonly revision: number }[]): string {
  const keys = notices.toSorted((a, b) => a.id - b.id).map(({ id, revision }) => `${id}.${revision}`)
  return keys.join(' ') || 'no notice'
}

const patienceMs = 20_000
/** Longer than a slow paper under way and all that may wait behind it. */
const paperMs = 50_000
