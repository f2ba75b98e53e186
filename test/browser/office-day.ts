import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { render } from '../../hardware/emulator/render.ts'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { momentOf } from '../../shared/day.ts'
import { daySchema, type EpochMs } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { ask, client, give, runningHub, type Client, type RunningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * An office through a day of its own: the real hub and agent, the real pages in Chromium, and a clock that goes on with
 * ours and is set ahead from one scene to the next. People in numbers come through the hub's own socket; whoever a scene is
 * about uses the pages.
 */
export interface OfficeDay {
  readonly hub: RunningHub
  /** Sets the clock to this local time of the office, never back. */
  readonly itIs: (date: string, clock: string) => void
  readonly open: (where: string, size: Size) => Promise<Page>
  /** The pages' own faults, and the hub's; none when all is well. */
  readonly errors: readonly string[]
  /** Gives commands as the kiosk's page does. */
  readonly kiosk: Client
  /** Gives commands as a desk where Siti is signed in. */
  readonly desk: Client
  /** So many people take a number for a service; their tickets, in order. */
  readonly peopleTake: (service: string, count: number) => Promise<readonly Taken[]>
  /** Counter `counter` serves so many people, one after the other. */
  readonly serves: (counter: string, count: number) => Promise<readonly number[]>
  readonly raise: (content: object) => Promise<number>
  readonly order: (command: object) => Promise<Answer>
  /** The paper of this number, its `which`th, as the emulator reads it back from the bytes that were sent. */
  readonly paper: (number: string, which?: number) => Promise<readonly string[]>
}

export type Size = readonly [width: number, height: number]
export interface Taken {
  readonly ticket: number
  readonly number: string
  readonly token: string
}

export const tv: Size = [1920, 1080]
export const kioskSize: Size = [1080, 1920]
export const tablet: Size = [1180, 820]
export const phone: Size = [390, 844]

/** `office` is a YAML file; the day begins at that local time. */
export async function officeDay(browser: Browser, date: string, clock: string, office?: string): Promise<OfficeDay> {
  const at = (day: string, time: string): EpochMs =>
    momentOf(daySchema.parse(day), Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), 'Asia/Jakarta')
  const time = new VirtualClock(at(date, clock))
  const hub = await runningHub({ web, clock: time, office })
  const ticker = setInterval(() => time.advance(tickMs), tickMs)
  onTestFinished(() => clearInterval(ticker))
  const papers = path.join(hub.data, 'papers')
  const agent = await startAgent({
    hub: hub.address,
    printer: 'virtual:',
    papers,
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())

  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-9' })
  const desk = await client(hub, { as: 'desk', screen: 'test-desk-9' })
  // It is no screen that anybody looks at, and must not be waited for.
  kiosk.on('view', ({ view }) => {
    if (view.kind !== 'kiosk') return
    for (const { id: notice, revision } of view.notices)
      void give(kiosk, { type: 'ReportPainted', notice, revision }).catch(() => undefined)
  })
  await ask(desk, { type: 'SetUp', code: 'TEST-CODE', name: 'Siti', pin: '482913' })
  const errors: string[] = []
  const must = async (from: Client, command: object) => {
    const answer = await give(from, command)
    if (!answer.ok) throw new Error(`${JSON.stringify(command)} is refused: ${answer.refusal.reason}`)
    return answer.outcome
  }

  return {
    hub,
    errors,
    kiosk,
    desk,
    itIs: (day, moment) => {
      const ahead = at(day, moment)
      if (ahead < time.now()) throw new Error(`it is later than ${day} ${moment} already`)
      time.jumpTo(ahead)
      // Sessions end with the working day.
      void ask(desk, { type: 'SignIn', name: 'Siti', pin: '482913' })
    },
    open: async (where, [width, height]) => {
      const context = await browser.newContext({ viewport: { width, height } })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => errors.push(`${where}: ${error.message}`))
      await page.goto(hub.address + where)
      return page
    },
    peopleTake: async (service, count) => {
      const taken: Taken[] = []
      for (let i = 0; i < count; i++) {
        const outcome = await must(kiosk, { type: 'TakeTicket', service, class: 'regular' })
        if (outcome.kind === 'ticket-taken') taken.push(outcome)
      }
      return taken
    },
    serves: async (counter, count) => {
      const called: number[] = []
      for (let i = 0; i < count; i++) {
        const outcome = await must(desk, { type: 'CallNext', counter })
        if (outcome.kind === 'ticket-called') called.push(outcome.ticket)
      }
      await must(desk, { type: 'Finish', counter })
      return called
    },
    raise: async (content) => {
      const outcome = await must(desk, { type: 'RaiseNotice', content })
      if (outcome.kind !== 'notice-raised') throw new Error('no notice was raised')
      return outcome.notice
    },
    order: (command) => give(desk, command),
    paper: async (number, which = 1) => {
      const find = () =>
        readdirSync(papers)
          .filter((kept) => kept.endsWith(`-${number}.bin`))
          .toSorted()[which - 1]
      await expect.poll(() => find(), { timeout: 10_000 }).toBeDefined()
      const [sheet] = render(readFileSync(path.join(papers, find() ?? '')), epson80)
      return sheet?.lines ?? []
    },
  }
}

/** A browser for a file of such tests. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions)
}

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
const tickMs = 100
