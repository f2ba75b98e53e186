import { chromium, type Page } from 'playwright-core'
import { callShownMs } from '../../display/lobby/call-queue.ts'
import { chromiumOptions } from '../browser/chromium.ts'
import { startFastOffice } from './lobby-office.ts'
import { ms, percentile, type Row } from './table.ts'

/**
 * The lobby's page on a processor slowed down four times: until it first paints, and whether a call comes up without a
 * frame that stutters. What holds a frame up is work that the page's main thread does without a pause; it is counted in
 * that thread's own time, so that what else runs on this machine does not count.
 */
export async function measureLobbyFrames(): Promise<readonly Row[]> {
  const office = await startFastOffice(1)
  const browser = await chromium.launch(chromiumOptions)
  try {
    const paints: Paints[] = []
    for (let load = 0; load < loads; load++) {
      const page = await slowPage()
      paints.push(await page.evaluate(paintsOf))
      await page.context().close()
    }
    const page = await slowPage()
    const stretches: number[] = []
    for (let turn = 0; turn < warmUp + calls; turn++) {
      // Each call has its time on the board; the next one would wait for it.
      await page.waitForTimeout(callShownMs)
      await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
      const number = office.call()
      await page.waitForTimeout(watchedMs)
      const longest = longestStretchMs(await browser.stopTracing())
      if (turn >= warmUp) stretches.push(longest)
      const shown = await page.getByRole('region', { name: 'Now serving' }).innerText()
      if (!shown.includes(number)) throw new Error(`${number} did not come up within ${watchedMs} ms`)
    }
    return [paintRow(paints), frameRow(stretches)]
  } finally {
    await browser.close()
    await office.stop()
  }

  async function slowPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(`${office.address}/lobby?lang=en`)
    await page.getByRole('region', { name: 'Now serving' }).waitFor()
    return page
  }
}

function paintRow(paints: readonly Paints[]): Row {
  const first = Math.max(...paints.map(({ firstMs }) => firstMs))
  const board = Math.max(...paints.map(({ largestMs }) => largestMs))
  return {
    what: `lobby: first paint at ${slower} x slower, worst of ${loads}`,
    measured: ms(first),
    target: '<= 1500 ms',
    floor: `${ms(board)} its largest part`,
    met: first <= 1_500,
  }
}

function frameRow(stretches: readonly number[]): Row {
  const longest = Math.max(...stretches)
  return {
    what: `lobby: longest hold-up of a frame in ${stretches.length} calls at ${slower} x slower`,
    measured: ms(longest),
    target: '<= 50 ms',
    floor: `${ms(percentile(stretches, 0.5))} in the middle`,
    met: longest <= 50,
  }
}

interface Paints {
  readonly firstMs: number
  readonly largestMs: number
}

/** Runs in the page: when it first painted something, and when the largest thing, in ms after it was asked for. */
function paintsOf(): Promise<Paints> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const firstMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
      resolve({ firstMs, largestMs: list.getEntries().at(-1)?.startTime ?? Number.NaN })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
}

/** The most that the page's main thread does between two frames or pauses, in ms of its own time. */
function longestStretchMs(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] }
  const mainThreads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const work = traceEvents
    .filter(({ pid, tid }) => mainThreads.some((main) => main.pid === pid && main.tid === tid))
    .toSorted((one, other) => one.ts - other.ts)
  // Other events lie within these.
  const tasks = work.filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
  const frames = work.filter(({ name }) => name === 'Layerize').map(({ ts }) => ts)
  if (tasks.length === 0 || frames.length === 0) throw new Error('the trace holds no work of the page')
  let longest = 0
  let stretch = 0
  let endedAt = -Infinity
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    stretch = ts - endedAt < pauseMs * 1_000 ? stretch + tdur : tdur
    longest = Math.max(longest, stretch)
    const isFrame = frames.some((frame) => ts <= frame && frame < ts + dur)
    endedAt = isFrame ? -Infinity : ts + dur
  }
  return longest / 1_000
}

/** As Chromium writes them: `ts` and `dur` by the clock, `tdur` in the thread's own time, all in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const slower = 4
const loads = 3
const warmUp = 2
const calls = 20
/** Idle time that is long enough for a frame to be shown in. */
const pauseMs = 4
/** From just before the order until the movement has come to rest. */
const watchedMs = 1_500
