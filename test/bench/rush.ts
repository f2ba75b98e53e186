import { benchServices, connect, press, type HubProcess } from './hub-process.ts'
import type { Row } from './table.ts'

/** Ten thousand presses from fifty connections at once, each connection waiting for its own answers only. */
export async function measureRush(hub: HubProcess, oneAtATimePerSecond: number): Promise<readonly Row[]> {
  const kiosks = await Promise.all(
    Array.from({ length: connections }, (_, i) => connect(hub, { as: 'kiosk', screen: `bench-kiosk-${i}` })),
  )
  const begun = performance.now()
  const given = await Promise.all(
    kiosks.map((kiosk, k) =>
      Promise.all(
        Array.from({ length: each }, (_, i) => press(kiosk, benchServices[11 + ((k * each + i) % 15)] ?? '')),
      ),
    ),
  )
  const perSecond = (connections * each) / ((performance.now() - begun) / 1000)
  for (const kiosk of kiosks) kiosk.close()
  const numbers = given.flat().map(({ number }) => number)
  const distinct = new Set(numbers).size
  return [
    {
      what: `${numbers.length} presses from ${connections} connections`,
      measured: `${distinct} distinct numbers`,
      target: 'every number distinct',
      floor: '',
      met: distinct === numbers.length,
    },
    {
      what: 'rate of that rush',
      measured: `${Math.round(perSecond)}/s`,
      target: `>= ${Math.round(5 * oneAtATimePerSecond)}/s (5 x one at a time)`,
      floor: `${Math.round(oneAtATimePerSecond)}/s one at a time`,
      met: perSecond >= 5 * oneAtATimePerSecond,
    },
  ]
}

const connections = 50
const each = 200
