import { chromium, type CDPSession, type Page } from 'playwright-core'
import { chromiumOptions } from '../browser/chromium.ts'
import { daysBeginAt, startOfficeOfDays, type OfficeOfDays } from './lobby-days.ts'
import { ownTime, type OwnTime, type Seen } from './lobby-time.ts'
import type { Row } from './table.ts'

/**
 * Whether the lobby's page grows over the days for which a TV is left on: 72 hours by the page's own clock, on which its
 * office's clock goes as well. Three office days pass on the real built page in a real browser, with some 2,900 calls and
 * recalls in handfuls, pictures, a slide and a film in the pauses, a dozen notices raised and resolved (one stands over
 * each night), everything spoken, the picture moved by a hair, the board dark at night, and a beat every five seconds.
 *
 * What is not as in an office: time runs only while the world owes the page nothing (see `lobby-time.ts`), orders come
 * straight from the core without disk and doors (see `lobby-days.ts`), every sentence is half a second of silence, the
 * film, which plays in the world's time, stands until its longest time or the next call, and so does what moves in the
 * page's style sheets. And the page is kept from beginning anew each night, which would hide whatever it had let grow:
 * it asks for itself as it always does, and is answered that there is nothing else. So all 72 hours are one life of it.
 *
 * The line of least squares goes through the heap after each hour, each time after its garbage is collected. Left out is
 * the first half day: by its evening the browser has learnt the program.
 */
export async function measureLobbyMemory(): Promise<readonly Row[]> {
  const office = await startOfficeOfDays()
  const browser = await chromium.launch(chromiumOptions)
  const samples: Sample[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(ownTime, daysBeginAt)
    await page.goto(`${office.address}/lobby?lang=en`)
    const session = await page.context().newCDPSession(page)
    let seen = await liveUntil(page, 0)
    for (let hour = 1; hour <= hours; hour++) {
      seen = await liveUntil(page, hour)
      samples.push({ hour, calls: office.callsMade(), ...(await sample(page, session)) })
    }
    const wrong = [...errors, ...whatIsMissing(seen, office)]
    if (wrong.length > 0) throw new Error(`the page did not live its three days: ${wrong.join(', ')}`)
  } finally {
    await browser.close()
    await office.stop()
  }
  return rowsOf(samples)
}

interface Sample {
  /** How long the page had lived by its own clock. */
  readonly hour: number
  readonly calls: number
  readonly heapBytes: number
  /** Of the document and of whatever the program still holds. */
  readonly nodes: number
}

function liveUntil(page: Page, hour: number): Promise<Seen> {
  return page.evaluate(async (ms) => {
    const own: OwnTime = Reflect.get(globalThis, 'own')
    await own.liveUntil(ms)
    return own.seen
  }, hour * 3_600_000)
}

async function sample(page: Page, session: CDPSession): Promise<Pick<Sample, 'heapBytes' | 'nodes'>> {
  // What the last call moved has come to rest.
  await page.waitForTimeout(restMs)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  return { heapBytes: usedSize, nodes }
}

/** What should have been seen on a page that was left on for three days; a figure without it says nothing. */
function whatIsMissing(seen: Seen, office: OfficeOfDays): readonly string[] {
  const expected = [
    [seen.cutOffs === 0, `${seen.cutOffs} times cut off`],
    [office.callsMade() >= callsMin, `only ${office.callsMade()} calls`],
    // A recall brings up the number that stands there already.
    [seen.numbers >= office.callsMade() / 2, `only ${seen.numbers} numbers came up`],
    [seen.media >= mediaMin, `only ${seen.media} times something of the office's own`],
    [seen.nights >= 3, `only ${seen.nights} nights`],
    [seen.shifts >= (hours * 60) / 5 - 1, `moved only ${seen.shifts} times`],
    [office.reloads() >= 3, `wanted to begin anew only ${office.reloads()} times`],
  ] as const
  return expected.filter(([holds]) => !holds).map(([, what]) => what)
}

function rowsOf(samples: readonly Sample[]): readonly Row[] {
  const settled = samples.filter(({ hour }) => hour > warmUpHours)
  const [first, last] = [settled.at(0), settled.at(-1)]
  if (!first || !last) throw new Error('the page was left on for too short a time')
  const bytesPerHour = slope(settled.map(({ hour, heapBytes }) => [hour, heapBytes]))
  const lived = last.hour - first.hour
  const bytesPerCall = (bytesPerHour * lived) / (last.calls - first.calls)
  const nodesGrown = Math.round(slope(settled.map(({ hour, nodes }) => [hour, nodes])) * lived)
  return [
    {
      what: `lobby: heap over ${last.hour} hours with ${last.calls} calls and recalls`,
      measured: `${(bytesPerHour / 1e6).toFixed(3)} MB an hour`,
      target: '< 1 MB an hour',
      floor: `${(last.heapBytes / 1e6).toFixed(1)} MB in the end`,
      met: bytesPerHour < 1e6,
    },
    {
      what: 'lobby: all of it put down to the calls',
      measured: `${(bytesPerCall / 1e3).toFixed(2)} kB a call`,
      target: '< 1 kB a call',
      floor: '',
      met: bytesPerCall < 1e3,
    },
    {
      what: 'lobby: parts of the page meanwhile',
      measured: `${nodesGrown} more`,
      target: `<= ${nodesGrownMax} more`,
      floor: `${last.nodes} nodes`,
      met: nodesGrown <= nodesGrownMax,
    },
  ]
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

const hours = 72
const warmUpHours = 12
const restMs = 100
const callsMin = 2_400
const mediaMin = 500
/** As much as lines that come and go make up; one part left behind by each call would be thousands. */
const nodesGrownMax = 200
