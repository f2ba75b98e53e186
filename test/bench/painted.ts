import { chromium } from 'playwright-core'
import { callShownMs } from '../../display/lobby/call-queue.ts'
import { chromiumOptions } from '../browser/chromium.ts'
import { benchServices, connect, press, type HubProcess } from './hub-process.ts'
import { ms, percentile, type Row } from './table.ts'

/** From the desk's order to the frame that shows the number on a lobby TV, in real Chromium on this machine. */
export async function measurePainted(hub: HubProcess): Promise<readonly Row[]> {
  const [kiosk, desk] = await Promise.all([
    connect(hub, { as: 'kiosk', screen: 'bench-kiosk' }),
    connect(hub, { as: 'desk', screen: 'bench-desk-1' }),
  ])
  const entered = await desk.emitWithAck('door', { type: 'SetUp', code: 'BENCH-CODE', name: 'Bench', pin: '482913' })
  if (!entered.ok) throw new Error(`not set up: ${entered.refusal.reason}`)
  const browser = await chromium.launch(chromiumOptions)
  const times: number[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${hub.address}/lobby?lang=en`)
    await page.getByRole('region', { name: 'Now serving' }).waitFor()
    for (let i = 0; i < warmUp + calls; i++) {
      const { ticket, number } = await press(kiosk, benchServices[24] ?? '')
      // Each call has its time on the board; the next one would wait for it.
      await new Promise((resolve) => setTimeout(resolve, callShownMs))
      const painted = page.evaluate(paintOf, number)
      const at = Date.now()
      const order = { type: 'CallTicket', counter: '1', ticket }
      await desk.emitWithAck('command', { id: `bench-call-${number}`, command: order })
      if (i >= warmUp) times.push((await painted) - at)
      else await painted
    }
  } finally {
    await browser.close()
    kiosk.close()
    desk.close()
  }
  const measured = percentile(times, 0.99)
  return [
    {
      what: 'call to painted on the lobby TV, p99',
      measured: ms(measured),
      target: '<= 150 ms',
      floor: `${ms(percentile(times, 0.5))} in the middle`,
      met: measured <= 150,
    },
  ]
}

/** Runs in the page: the moment after the frame in which the number stands in the "Now serving" region. */
function paintOf(number: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const region = document.querySelector('#now-serving')?.closest('section')
      if (!region?.textContent.includes(number)) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    look()
  })
}

const warmUp = 2
const calls = 20
