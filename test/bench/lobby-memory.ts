import { chromium, type CDPSession, type Page } from 'playwright-core'
import { chromiumOptions } from '../browser/chromium.ts'
import { startFastOffice } from './lobby-office.ts'
import type { Row } from './table.ts'

/**
 * Whether the lobby's page grows over the days for which a TV is left on. It lives through the calls of three busy days
 * in a few hours of its own time, which runs a hundred times as fast: what a call leaves behind counts here many times
 * over, what a second leaves behind at its worth. The line through the heap, each time after the garbage is collected,
 * is held against the hours that the page has lived by its own clock.
 */
export async function measureLobbyMemory(): Promise<readonly Row[]> {
  const office = await startFastOffice(speed)
  const browser = await chromium.launch(chromiumOptions)
  const samples: Sample[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(liveFast, speed)
    await page.goto(`${office.address}/lobby?lang=en`)
    await page.getByRole('region', { name: 'Now serving' }).waitFor()
    const session = await page.context().newCDPSession(page)
    for (let turn = 1; turn <= turns; turn++) {
      office.call()
      if (turn % noticeEvery === 0) office.turnNotice()
      await page.waitForTimeout(callEveryMs / speed)
      if (turn % sampleEvery === 0) samples.push(await sample(page, session))
    }
    const shown = await page.getByRole('region', { name: 'Now serving' }).innerText()
    if (errors.length > 0 || !/[A-Z]\d{3}/.test(shown))
      throw new Error(`the board broke: ${errors.join(', ')} ${shown}`)
  } finally {
    await browser.close()
    await office.stop()
  }
  const settled = samples.slice(warmUp)
  const perHour = slope(settled.map(({ hours, heapBytes }) => [hours, heapBytes])) / 1e6
  const nodes = settled.map((each) => each.nodes)
  const nodesGrown = Math.max(...nodes) - Math.min(...nodes)
  const last = settled.at(-1)
  return [
    {
      what: `lobby: heap over ${office.callsMade()} calls and recalls`,
      measured: `${perHour.toFixed(2)} MB an hour`,
      target: '< 1 MB an hour',
      floor: `${((last?.heapBytes ?? 0) / 1e6).toFixed(1)} MB after ${(last?.hours ?? 0).toFixed(1)} hours`,
      met: perHour < 1,
    },
    {
      what: 'lobby: parts of the page meanwhile',
      measured: `${nodesGrown} more or fewer`,
      target: `<= ${nodesGrownMax}`,
      floor: `${last?.nodes ?? 0} nodes`,
      met: nodesGrown <= nodesGrownMax,
    },
  ]
}

interface Sample {
  /** How long the page has lived by its own clock. */
  readonly hours: number
  readonly heapBytes: number
  /** Of the document and of whatever the program still holds. */
  readonly nodes: number
}

async function sample(page: Page, session: CDPSession): Promise<Sample> {
  // What the last call moved has come to rest.
  await page.waitForTimeout(500)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  const hours = await page.evaluate(() => Number(Reflect.get(globalThis, 'secondsLived')) / 3600)
  return { hours, heapBytes: usedSize, nodes }
}

/** Runs in the page before its own program: its clocks and timers go `speed` times as fast, and its seconds are counted. */
function liveFast(speed: number): void {
  const openedAt = Date.now()
  const steady = performance.now.bind(performance)
  const setEvery = setInterval
  const setOnce = setTimeout
  Date.now = () => Math.round(openedAt + steady() * speed)
  performance.now = () => steady() * speed
  let isCounting = false
  Object.assign(globalThis, {
    secondsLived: 0,
    setInterval: (run: () => void, ms: number) => {
      const counts = ms === 1_000 && !isCounting
      isCounting ||= counts
      return setEvery(() => {
        if (counts) Object.assign(globalThis, { secondsLived: Number(Reflect.get(globalThis, 'secondsLived')) + 1 })
        run()
      }, ms / speed)
    },
    setTimeout: (run: () => void, ms: number) => setOnce(run, ms / speed),
  })
}

/** The slope of the straight line with the least squares through the points. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middleX = mean(points.map(([x]) => x))
  const middleY = mean(points.map(([, y]) => y))
  const along = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0)
  const across = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0)
  return along / across
}

const speed = 100
/** Three days of six hundred; with recalls, 2,400 calls. */
const turns = 1_800
const callEveryMs = 6_000
/** Every second time it is resolved. */
const noticeEvery = 15
/** A multiple of what the office repeats, so that the board looks the same at each. */
const sampleEvery = 120
/** Samples left out while the browser still learns the program. */
const warmUp = 3
/** As much as lines that come and go make up; one part left behind by each call would be thousands. */
const nodesGrownMax = 200
