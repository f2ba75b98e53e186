import { chromium, type Page } from 'playwright-core'
import type { DeskView } from '../../shared/views/desk.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import { chromiumOptions } from '../browser/chromium.ts'
import { benchServices, connect, press, startHubProcess, type Client, type HubProcess } from './hub-process.ts'
import { ms, percentile, type Row } from './table.ts'

/**
 * From the desk's order to the banner on every screen of a large office while five thousand phones watch: some screens
 * are real Chromium, where the frame is waited for; the others are sockets, which report as soon as they are told.
 * A hub of its own, because so many connections would spoil the other figures. Each notice is
 * withdrawn, not resolved: "works again" would stand in its place for a quarter of an hour.
 */
export async function measureBanner(): Promise<readonly Row[]> {
  const hub = await startHubProcess()
  const browser = await chromium.launch(chromiumOptions)
  const open: Client[] = []
  try {
    const kiosk = await connect(hub, { as: 'kiosk', screen: 'bench-kiosk' })
    const desk = await connect(hub, { as: 'desk', screen: 'bench-desk-1' })
    open.push(reportPaintings(kiosk), desk)
    const entered = await desk.emitWithAck('door', { type: 'SetUp', code: 'BENCH-CODE', name: 'Bench', pin: '482913' })
    if (!entered.ok) throw new Error(`not set up: ${entered.refusal.reason}`)
    const pages = await Promise.all(Array.from({ length: realScreens }, () => lobbyPage(hub, browser.newPage())))
    for (let i = realScreens + 1; i < screens; i++)
      open.push(reportPaintings(await connect(hub, { as: 'lobby', screen: `bench-screen-${i}` })))
    for (let i = 0; i < phones; i += atOnce)
      open.push(...(await Promise.all(Array.from({ length: atOnce }, (_, k) => phone(hub, kiosk, i + k)))))

    const painted: number[] = []
    const counted: number[] = []
    for (let i = 0; i < notices; i++) {
      const service = benchServices[i] ?? ''
      const everywhere = allPainted(desk)
      const frames = pages.map(async (page) => page.evaluate(bannerFrame))
      const at = Date.now()
      const answer = await desk.emitWithAck('command', {
        id: `bench-raise-${i}`,
        command: { type: 'RaiseNotice', content: outageOf(service) },
      })
      if (!answer.ok || answer.outcome.kind !== 'notice-raised')
        throw new Error(`not raised: ${JSON.stringify(answer)}`)
      for (const frame of await Promise.all(frames)) painted.push(frame - at)
      counted.push((await everywhere) - at)
      const gone = pages.map(async (page) => page.evaluate(noBanner))
      await desk.emitWithAck('command', {
        id: `bench-withdraw-${i}`,
        command: { type: 'WithdrawNotice', notice: answer.outcome.notice },
      })
      await Promise.all(gone)
    }
    const paintedP99 = percentile(painted, 0.99)
    const countedP99 = percentile(counted, 0.99)
    return [
      row(
        `banner painted in Chromium, ${screens} screens and ${phones} phones, p99`,
        paintedP99,
        percentile(painted, 0.5),
      ),
      row('the desk counts all of them as painted, p99', countedP99, percentile(counted, 0.5)),
    ]
  } finally {
    await browser.close()
    for (const socket of open) socket.close()
    await hub.stop()
  }
}

function row(what: string, measured: number, middle: number): Row {
  return {
    what,
    measured: ms(measured),
    target: '<= 1000 ms',
    floor: `${ms(middle)} in the middle`,
    met: measured <= 1_000,
  }
}

async function lobbyPage(hub: HubProcess, opening: Promise<Page>): Promise<Page> {
  const page = await opening
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`${hub.address}/lobby?lang=en`)
  await page.getByRole('region', { name: 'Now serving' }).waitFor()
  return page
}

/** The kiosk's or a lobby's end of a socket that says it has painted each notice as soon as it is told. */
function reportPaintings(screen: Client): Client {
  screen.on('view', ({ view }: ViewMessage) => {
    if (view.kind !== 'lobby' && view.kind !== 'kiosk') return
    for (const { id: notice, revision } of view.notices)
      screen.emit(
        'command',
        { id: `painted-${screen.id}-${notice}-${revision}`, command: { type: 'ReportPainted', notice, revision } },
        () => {},
      )
  })
  return screen
}

async function phone(hub: HubProcess, kiosk: Client, i: number): Promise<Client> {
  const { token } = await press(kiosk, benchServices[11 + (i % 15)] ?? '')
  return connect(hub, { as: 'phone', token })
}

/** The moment at which the desk shows every screen as painted. */
function allPainted(desk: Client): Promise<number> {
  return new Promise((resolve) => {
    const look = ({ view }: ViewMessage) => {
      const [notice] = (view as DeskView).notices
      const shown = notice?.screens ?? []
      if (shown.length < screens || !shown.every(({ painted }) => painted)) return
      desk.off('view', look)
      resolve(Date.now())
    }
    desk.on('view', look)
  })
}

/** Runs in the page: the moment after the frame in which a banner stands. */
function bannerFrame(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('article')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    look()
  })
}

/** Runs in the page: settles once no banner stands any more. */
function noBanner(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('article')) return
      observer.disconnect()
      resolve()
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    look()
  })
}

function outageOf(service: string): object {
  return {
    kind: 'outage',
    scope: { office: false, services: [service], systems: [] },
    cause: 'Server pusat tidak dapat dihubungi.',
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: null,
    newTickets: 'stop',
    waiting: 'hold',
  }
}

const screens = 20
const realScreens = 2
const phones = 5_000
const atOnce = 100
const notices = 10
