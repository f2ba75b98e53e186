import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { buildWorker } from '../../kiosk/build.ts'
import { testFolder } from '../hub/folder.ts'
import { client, give, runningHub, signedInDesk, type RunningHub } from '../hub/running-hub.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The built pages in a browser with a profile on disk, as on a machine in the hall: what they show when they are
 * switched on before their hub, what they sound when it comes, and what becomes of them when it is another version.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')

test('a board switched on before its hub shows its last numbers and since when, is live again by itself, sounds nothing old, and keeps nothing but itself', async () => {
  const profile = testFolder()
  const hub = await runningHub({ web })
  const { headers } = await fetch(`${hub.address}/worker.js`)
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
    'text/javascript; charset=utf-8',
    'no-cache',
  ])
  const { browser, page } = await screen(profile, `${hub.address}/lobby?lang=en`)
  await callOne(hub)
  await nowServing(page).getByText('D001').waitFor()
  await kept(page, '/lobby')
  await browser.close()
  await hub.stop()

  const { page: again } = await screen(profile, `${hub.address}/lobby?lang=en`)
  await nowServing(again).getByText('D001').waitFor()
  await again.getByText(/^Not live since \d\d:\d\d$/).waitFor()
  const fonts = await again.evaluate(async () => (await document.fonts.ready).size)
  expect(fonts).toBeGreaterThan(0)

  await runningHub({ web, data: hub.data, port: Number(new URL(hub.address).port) })
  await again.getByText(/^Not live since/).waitFor({ state: 'detached', timeout: 10_000 })
  expect(await nowServing(again).innerText()).toContain('D001')
  expect(await again.evaluate(() => Reflect.get(globalThis, 'notesStarted'))).toBe(0)

  await again.evaluate(() => Promise.all(['/api/lobby.json', '/healthz', '/metrics'].map((what) => fetch(what))))
  const keptNames = await again.evaluate(async () => {
    const caching = (await caches.keys()).map((name) => caches.open(name))
    const lists = await Promise.all((await Promise.all(caching)).map((cache) => cache.keys()))
    return lists.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(keptNames.filter((name) => !name.startsWith('/light/'))).toEqual(['/lobby'])
})

test('a kiosk and a desk switched on before their hub say so in words, and work as soon as it is there', async () => {
  const profile = testFolder()
  const hub = await runningHub({ web })
  const { browser, page } = await screen(profile, `${hub.address}/kiosk?lang=en`)
  await page.getByRole('button', { name: /^Letters|^Surat/ }).waitFor()
  await kept(page, '/kiosk')
  await page.goto(`${hub.address}/desk?lang=en`)
  await kept(page, '/desk')
  await browser.close()
  await hub.stop()

  const { browser: second, page: kiosk } = await screen(profile, `${hub.address}/kiosk?lang=en`)
  await kiosk.getByRole('heading').first().waitFor()
  expect(await kiosk.getByRole('button', { name: /^Letters|^Surat/ }).count()).toBe(0)
  const desk = await second.newPage()
  await desk.goto(`${hub.address}/desk?lang=en`)
  await desk.getByRole('main').waitFor()
  await runningHub({ web, data: hub.data, port: Number(new URL(hub.address).port) })
  await kiosk.getByRole('button', { name: /^Letters|^Surat/ }).waitFor({ timeout: 10_000 })
  await desk.getByLabel('Setup code').waitFor({ timeout: 10_000 })
})

test('a hub with other pages is followed once no call is on the board, and what was kept of the old ones goes', async () => {
  const changing = path.join(testFolder(), 'web')
  cpSync(web, changing, { recursive: true })
  const hub = await runningHub({ web: changing })
  const { page } = await screen(testFolder(), `${hub.address}/lobby?lang=en`, true)
  await kept(page, '/lobby')
  const before = await cacheNames(page)
  await callOne(hub)
  await nowServing(page).getByText('D001').waitFor()

  await hub.stop()
  await giveOtherPages(changing)
  await runningHub({ web: changing, data: hub.data, port: Number(new URL(hub.address).port) })
  await page.evaluate(() => Object.assign(globalThis, { isFirstLife: true }))
  await page.clock.fastForward(25_000)
  const isFirstLife = () => page.evaluate(() => Reflect.has(globalThis, 'isFirstLife')).catch(() => true)
  expect(await isFirstLife()).toBe(true)
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(60_000)
        return isFirstLife()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(false)
  await nowServing(page).getByText('D001').waitFor()
  await expect.poll(() => cacheNames(page), { timeout: 20_000 }).not.toEqual(before)
  await expect.poll(async () => (await cacheNames(page)).length, { timeout: 20_000 }).toBe(1)
  await kept(page, '/lobby')
})

test('a view remembered by another build is not shown', async () => {
  const hub = await runningHub({ web })
  const { page } = await screen(testFolder(), `${hub.address}/lobby?lang=en`)
  await callOne(hub)
  await nowServing(page).getByText('D001').waitFor()
  await kept(page, '/lobby')
  await page.evaluate(() => localStorage.setItem('loket-build', 'another'))
  await hub.stop()
  await page.reload()
  await page.getByRole('heading', { name: 'This screen is being connected.' }).waitFor()
  expect(await nowServing(page).count()).toBe(0)
})

test('a board whose own fault has emptied it comes back, and forgets what may have been the cause', async () => {
  const hub = await runningHub({ web })
  const { page } = await screen(testFolder(), `${hub.address}/lobby?lang=en`, true)
  await nowServing(page).waitFor()
  const broken = JSON.stringify({ message: { epoch: 'e', version: 1, at: 0, view: {} }, heardAt: 1 })
  await page.addInitScript(
    ([view]) => {
      if (sessionStorage.getItem('broken') === null) localStorage.setItem('loket-view-lobby', String(view))
      sessionStorage.setItem('broken', 'once')
    },
    [broken],
  )
  const fault = page.waitForEvent('pageerror')
  await page.reload()
  await fault
  expect(await page.locator('#root > *').count()).toBe(0)
  await page.clock.fastForward(10_000)
  await nowServing(page).waitFor()
})

/** A browser on `profile` with one page, which counts the notes that it starts. */
async function screen(
  profile: string,
  address: string,
  isClockTurned = false,
): Promise<{ browser: BrowserContext; page: Page }> {
  const browser = await chromium.launchPersistentContext(profile, {
    ...chromiumOptions,
    viewport: { width: 1920, height: 1080 },
  })
  onTestFinished(() => browser.close())
  const page = browser.pages()[0] ?? (await browser.newPage())
  if (isClockTurned) await page.clock.install()
  await page.addInitScript(() => {
    Object.assign(globalThis, { notesStarted: 0 })
    OscillatorNode.prototype.start = new Proxy(Reflect.get(OscillatorNode.prototype, 'start'), {
      apply: (start, note, when) => {
        Object.assign(globalThis, { notesStarted: Number(Reflect.get(globalThis, 'notesStarted')) + 1 })
        Reflect.apply(start, note, when)
      },
    })
  })
  await page.goto(address)
  return { browser, page }
}

async function callOne(hub: RunningHub): Promise<void> {
  const desk = await signedInDesk(hub)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })
  await give(desk, { type: 'CallNext', counter: '1' })
}

/** Waits until the worker has kept `address` with all it needs. */
async function kept(page: Page, address: string): Promise<void> {
  await page.waitForFunction(async (where) => {
    await navigator.serviceWorker.ready
    return (await caches.match(where)) !== undefined
  }, address)
}

async function cacheNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => caches.keys())
}

/** The same pages under other names, as a build with any change in it has them. */
async function giveOtherPages(folder: string): Promise<void> {
  const file = path.join(folder, 'display/lobby/index.html')
  const html = readFileSync(file, 'utf8')
  const entry = /src="\/(light\/lobby-[\w-]+)\.js"/.exec(html)?.[1]
  if (entry === undefined) throw new Error('the board has no program')
  renameSync(path.join(folder, `${entry}.js`), path.join(folder, `${entry}2.js`))
  writeFileSync(file, html.replace(`${entry}.js`, `${entry}2.js`))
  await buildWorker(folder)
}

function nowServing(page: Page) {
  return page.getByRole('region', { name: 'Now serving' })
}
