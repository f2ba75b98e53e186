import { fold } from '../core/story.ts'
import { recordedSchema } from '../../shared/events.ts'
import { noticeLimits } from '../../shared/notice.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { doubtedDate } from '../../shared/decide/day.ts'
import { localDate } from '../../shared/day.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import type { Scene } from './happening.ts'
import { keyOf } from './watch.ts'
import { noticesOf, type AnyPage } from './page.ts'
import { papersFlaws } from './papers.ts'

/** When all is healed and has come to rest: what every part shows and holds must be the same, and what was promised. */
export class Reckoning {
  readonly #scene: Scene

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Ends whatever is wrong, and starts whatever has ended. */
  heal(): void {
    const { troubles, stage, machines, places, pages, agents, disk } = this.#scene.world
    troubles.endAll()
    stage.diary.tell('all is healed')
    disk.next = 'kept'
    for (const machine of machines) machine.powerOn()
    for (const place of places) place.mend()
    for (const { printer } of agents) printer.breaks = null
    for (const agent of agents) agent.start()
    for (const page of pages) page.open()
  }

  /** Whether an agent may still say what came of a paper. */
  get isUnderWay(): boolean {
    return allTickets(this.#scene.world.stage.witness.state.tickets).some(({ paper }) => paper.state === 'started')
  }

  compare(): void {
    this.#nobodyWaits()
    this.#compareLedger()
    this.#compareScreens()
    this.#compareDesks()
    this.#comparePrinters()
    this.#comparePapers()
  }

  /** Whoever comes now is served: a number, its paper and its call at every kiosk where numbers are given. */
  async lastVisits(pass: (ms: number) => Promise<void>): Promise<void> {
    const { world, visitors } = this.#scene
    const { judge, diary, witness } = world.stage
    for (const kiosk of world.kiosks) {
      for (let i = 0; i < 3 && !kiosk.isFree; i++) {
        kiosk.act({ type: 'leave' })
        await pass(10_000)
      }
      const service = kiosk.page.view?.services.find(({ availability }) => availability === 'open')
      const before = witness.tickets.size
      if (!service) continue
      diary.tell(`a last visitor presses ${service.letter} at the kiosk "${kiosk.id}"`)
      visitors.press(kiosk, service.id, false)
      await pass(6_000)
      judge.must(witness.tickets.size > before, 'apart', () => `the kiosk "${kiosk.id}" gives no number any more`)
      const paper = allTickets(witness.state.tickets).at(-1)?.paper.state
      judge.must(
        paper === 'printed' || paper === 'sent',
        'apart',
        () => `the last ticket of the kiosk "${kiosk.id}" is ${String(paper)}, and its printer is well`,
      )
    }
    await this.#lastCall(pass)
  }

  /** Somebody is called, and every TV says it. */
  async #lastCall(pass: (ms: number) => Promise<void>): Promise<void> {
    const { desks, televisions, stage } = this.#scene.world
    const { judge, witness } = stage
    const before = witness.state.callsMade
    for (const desk of desks) {
      const counters = desk.page.view?.counters ?? []
      const own = counters.find(({ staff }) => staff === desk.name) ?? counters.find(({ staff }) => staff === null)
      if (!own || witness.state.callsMade > before) continue
      void desk.order(`calls the next person to counter ${own.id}`, { type: 'CallNext', counter: own.id })
      await pass(3_000)
    }
    const call = witness.state.callsMade
    await pass(6_000)
    for (const television of televisions)
      judge.must(
        call === before || television.hasSaid(call),
        'apart',
        () => `${television.page.name} has not said call ${call}`,
      )
  }

  #nobodyWaits(): void {
    const { pages, agents, stage } = this.#scene.world
    const now = stage.steady.now()
    const callers = [...pages, ...agents.map(({ kiosk, caller }) => ({ name: `the agent of "${kiosk}"`, caller }))]
    for (const { name, caller } of callers) {
      const waits = now - (caller?.waitingSince ?? now)
      stage.judge.must(waits < 5_000, 'apart', () => `${name} waits for an answer after healing`)
    }
  }

  #compareLedger(): void {
    const { world } = this.#scene
    const { judge, witness } = world.stage
    witness.lookThrough()
    const rows = world.disk.rows.map((row) => recordedSchema.parse(JSON.parse(row)))
    const whole = JSON.stringify(fold(rows))
    const today = JSON.stringify(fold(rows.slice(rows.findLastIndex(({ event }) => event.type === 'DayBegan'))))
    const live = JSON.stringify(world.hub.run?.submit.state ?? null)
    judge.must(live === whole, 'replay', () => `the hub holds ${firstDifference(live, whole)}`)
    judge.must(today === whole, 'replay', () => `read from today on, the ledger gives ${firstDifference(today, whole)}`)
    const { office, day } = witness.state
    const now = world.hub.machine.now()
    const date = localDate(now, office.timeZone)
    const doubted = doubtedDate(witness.state, now)
    judge.must(day >= date || doubted !== null, 'day', () => `it is ${date}, and the numbers are those of ${day}`)
    const late = witness.state.scheduled.filter(({ raiseAt }) => raiseAt < now - 5_000)
    judge.must(
      late.length === 0 || doubted !== null || witness.state.notices.length >= noticeLimits.standing,
      'notice',
      () => `notice ${late[0]?.id} should have gone up`,
    )
  }

  #compareScreens(): void {
    const { world } = this.#scene
    const { judge, witness } = world.stage
    const standing = keyOf(witness.state.notices)
    const inTheOffice: readonly AnyPage[] = [...world.kiosks, ...world.televisions, ...world.desks].map(
      ({ page }) => page,
    )
    for (const { name, view, link } of world.status ? [...inTheOffice, world.status] : inTheOffice) {
      const shown = view ? keyOf(noticesOf(view)) : 'nothing'
      judge.must(shown === standing, 'notice', () => `${name} shows ${shown}, and ${standing} stands`)
      judge.must(link?.freshness === 'live', 'stale', () => `${name} is ${link?.freshness ?? 'closed'} after healing`)
    }
    const { calls, services } = lobbyView(witness.state, world.hub.machine.now())
    const board = JSON.stringify({ calls, waiting: services.map(({ waiting }) => waiting) })
    for (const { page } of world.televisions) {
      const view = page.view
      const shown = JSON.stringify(view && { calls: view.calls, waiting: view.services.map(({ waiting }) => waiting) })
      judge.must(shown === board, 'version', () => `${page.name} shows ${firstDifference(shown, board)}`)
    }
    for (const { view, link, name } of world.phones) {
      const own = view?.ticket
        ? allTickets(witness.state.tickets).find(({ number }) => number === view.ticket?.number)
        : null
      judge.must(
        own === null || own?.state === view?.ticket?.state,
        'version',
        () => `${name} shows ${view?.ticket?.number} as ${view?.ticket?.state}, and it is ${own?.state}`,
      )
      judge.must(link?.freshness === 'live', 'stale', () => `${name} is ${link?.freshness ?? 'closed'} after healing`)
    }
  }

  #compareDesks(): void {
    const { world } = this.#scene
    const { judge, witness, unmended } = world.stage
    const inDoubt = allTickets(witness.state.tickets)
      .filter(({ paper }) => paper.state === 'unknown')
      .map(({ number }) => number)
      .join(' ')
    const isExcused = (screen: string, notice: number) =>
      unmended.has('kiosk-says-once') &&
      world.kiosks.some(({ id, page }) => screen.startsWith(`kiosk-${id}`) && page.unsaved.has(notice))
    for (const { page } of world.desks) {
      const { view, name } = page
      const asked = view?.doubtedPapers
        .map(({ number }) => number)
        .toSorted()
        .join(' ')
      const doubted = inDoubt.split(' ').toSorted().join(' ')
      judge.must(asked === doubted, 'paper', () => `${name} asks after "${asked}", and "${doubted}" is in doubt`)
      for (const { id, screens } of view?.notices ?? [])
        for (const { screen, painted } of screens)
          judge.must(
            painted || isExcused(screen, id),
            'notice',
            () => `${name} says that ${screen} has not painted notice ${id}`,
          )
    }
  }

  #comparePrinters(): void {
    const { world } = this.#scene
    const { judge, witness } = world.stage
    for (const { kiosk } of world.agents) {
      const trouble = witness.state.printers[kiosk]?.trouble
      judge.must(
        trouble === null,
        'apart',
        () => `the printer of "${kiosk}" is well, and the office has ${String(trouble)}`,
      )
    }
    for (const { id, page } of world.kiosks) {
      const state = page.view?.printer.state
      judge.must(
        state === 'ready',
        'apart',
        () => `the kiosk "${id}" calls its printer ${String(state)}, and it is well`,
      )
    }
  }

  #comparePapers(): void {
    const { world } = this.#scene
    for (const flaw of papersFlaws(world)) world.stage.judge.must(false, 'paper', () => flaw)
  }
}

/** Where two texts part. */
function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const from = Math.max(0, at - 60)
  return `…${a.slice(from, at + 60)}… instead of …${b.slice(from, at + 60)}…`
}
