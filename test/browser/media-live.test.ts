import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleFilm } from '../../display/gallery/media-files.ts'
import { mediaTimes } from '../../shared/media.ts'
import { officeDay, openBrowser, phone, tablet, tv, type OfficeDay } from './office-day.ts'

/**
 * Pictures from the real desk to the real lobby page through a real hub: when they stand in the place of the number, and
 * how at once they give it back. The pages' clocks are turned by hand where time must pass on them.
 */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test(
  'a picture added at a desk stands on the TV after a call has had its time, and a call, a notice and its removal take it away',
  { timeout: 120_000 },
  async () => {
    const day = await officeDay(browser, '2026-11-24', '08:30')
    await day.order({ type: 'ConfirmDay' })
    await day.peopleTake('letters', 3)
    await day.serves('1', 1)
    const board = await lobby(day)
    await number(board).getByText('D001').waitFor()

    const desk = await mediaAt(day, tablet)
    await desk.locator('input[type=file]').setInputFiles({
      name: 'Our hall (1).png',
      mimeType: 'image/png',
      buffer: await pictureFrom(board),
    })
    await desk.getByLabel('What can be seen').fill('The hall on market day')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByRole('button', { name: 'Change: Our-hall-1.png' }).waitFor()
    expect(existsSync(path.join(day.hub.data, 'media', 'Our-hall-1.png'))).toBe(true)
    const watched = await openFromMenu(day, tablet, 'Screens')
    const said = watched.getByText('Pictures and slides stand in place of the large number now.')
    await watched.getByText('Shows D001 now.').waitFor()
    expect(await said.count()).toBe(0)

    const picture = board.getByRole('img', { name: 'The hall on market day' })
    await expect.poll(() => told(board)).toBe(1)
    expect(await picture.count()).toBe(0)
    await standFor(day, board, mediaTimes.afterCallMs)
    await picture.waitFor()
    await said.waitFor()
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640)
    expect(await list(board).first().innerText()).toMatch(/D001\s*Counter 1/)
    expect(await number(board).innerText()).toMatch(/D001\s*Counter 1/)

    // Looked at in every frame: the number and the picture never stand together, not in one.
    await board.evaluate(watchFrames)
    await day.serves('1', 1)
    await number(board).getByText('D002').waitFor()
    expect(await picture.count()).toBe(0)
    expect(await board.evaluate(() => Reflect.get(globalThis, 'framesWithBoth'))).toBe(0)
    expect(await list(board).first().innerText()).toMatch(/D001/)
    await watched.getByText('Shows D002 now.').waitFor()
    expect(await said.count()).toBe(0)

    await standFor(day, board, mediaTimes.afterCallMs)
    await picture.waitFor()
    const notice = await day.raise(outage)
    await board.getByRole('region', { name: 'Letters is not working now' }).waitFor()
    expect(await picture.count()).toBe(0)
    await day.order({ type: 'WithdrawNotice', notice })
    await board.getByRole('region', { name: 'Letters is not working now' }).waitFor({ state: 'detached' })
    await standFor(day, board, 1_000)
    await picture.waitFor()

    await desk.getByRole('button', { name: 'Remove: Our-hall-1.png' }).click()
    await desk.getByRole('button', { name: 'Yes, remove: Our-hall-1.png' }).click()
    await desk.getByText('There is nothing to show yet.', { exact: false }).waitFor()
    await picture.waitFor({ state: 'detached' })
    expect(await number(board).getByText('D002').boundingBox()).not.toBe(null)
    expect([existsSync(path.join(day.hub.data, 'media', 'Our-hall-1.png')), day.errors, day.hub.errors]).toEqual([
      false,
      [],
      [],
    ])
  },
)

test(
  'a file from a technician, a film and a slide take turns; one that is broken is passed over without a sign of it',
  { timeout: 120_000 },
  async () => {
    const day = await officeDay(browser, '2026-11-24', '08:30')
    await day.order({ type: 'ConfirmDay' })
    const board = await lobby(day)
    const folder = path.join(day.hub.data, 'media')
    writeFileSync(path.join(folder, 'a film.webm'), Buffer.from(exampleFilm.address.split(',')[1] ?? '', 'base64'))
    // It begins as a picture does, and is none.
    writeFileSync(path.join(folder, 'broken.png'), Buffer.from('\x89PNG\r\n\x1A\n and nothing else', 'latin1'))
    writeFileSync(path.join(folder, 'notes.txt'), 'not for the TV')

    const desk = await mediaAt(day, phone)
    await desk.getByText('notes.txt is not of a kind that can be shown', { exact: false }).waitFor()
    await desk.getByText('a film.webm').waitFor()
    await desk.getByText(/^\d seconds$/).waitFor()
    await desk.getByRole('button', { name: 'Write a slide' }).click()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Write the heading.').waitFor()
    await desk.getByLabel('Heading').first().fill('Akta gratis')
    await desk.getByLabel('Text').first().fill('Selesai dalam satu hari.')
    await desk.getByText('Write it in other languages too').click()
    const english = desk.getByRole('group', { name: 'In English' })
    await english.getByLabel('Heading').fill('Certificates are free')
    await desk.getByRole('button', { name: 'Save' }).click()
    const up = desk.getByRole('button', { name: 'Up: Certificates are free' })
    await up.click()
    await desk.getByText('Certificates are free is now number 2 of 3.').waitFor({ state: 'attached' })
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)

    await expect.poll(() => told(board)).toBe(3)
    const office = board.getByRole('region', { name: 'From the office' })
    await standFor(day, board, mediaTimes.afterCallMs)
    const film = office.locator('video')
    await film.waitFor({ state: 'attached' })
    expect(await film.evaluate((video) => [(video as HTMLVideoElement).muted, video.ariaHidden])).toEqual([
      true,
      'true',
    ])
    await expect
      .poll(
        async () => {
          await standFor(day, board, 1_000)
          return office.getByRole('heading', { name: 'Certificates are free' }).count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await expect
      .poll(
        async () => {
          await standFor(day, board, 5_000)
          return film.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    expect([await office.locator('img').count(), day.errors, day.hub.errors]).toEqual([0, [], []])
  },
)

test(
  'a slide stands until its last day is over, and one whose day is over never does',
  { timeout: 120_000 },
  async () => {
    const day = await officeDay(browser, '2026-11-24', '23:40')
    await day.order({ type: 'ConfirmDay' })
    const board = await lobby(day)
    for (const [sign, heading, until] of [
      ['1', 'Sampai kemarin', '2026-11-23'],
      ['2', 'Sampai hari ini', '2026-11-24'],
    ] as const)
      await day.desk.timeout(5_000).emitWithAck('media', {
        type: 'SaveSlide',
        id: `slide-${sign.repeat(32)}`,
        until,
        words: { id: { heading, text: '' } },
      })
    await expect.poll(() => told(board)).toBe(1)
    const headings = board.getByRole('region', { name: 'From the office' }).getByRole('heading')
    await standFor(day, board, mediaTimes.afterCallMs)
    await headings.waitFor()
    expect(await headings.allTextContents()).toEqual(['Sampai hari ini'])
    day.itIs('2026-11-25', '00:01')
    await expect.poll(() => told(board), { timeout: 15_000 }).toBe(0)
    await headings.waitFor({ state: 'detached' })
    // The desk has signed in anew before its socket is closed.
    await expect.poll(async () => (await day.order({ type: 'ConfirmDay' })).ok, { timeout: 15_000 }).toBe(true)
    expect([day.errors, day.hub.errors]).toEqual([[], []])
  },
)

const outage = {
  kind: 'outage',
  scope: { office: false, services: ['letters'], systems: [] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'keep',
}

async function lobby(day: OfficeDay): Promise<Page> {
  const page = await day.open('/lobby?lang=en', tv)
  // From here on the page's own time goes on by hand as well.
  await page.clock.install()
  await page.reload()
  await number(page).waitFor()
  return page
}

async function mediaAt(day: OfficeDay, size: typeof tablet): Promise<Page> {
  const page = await openFromMenu(day, size, 'Pictures and slides')
  await page.getByRole('heading', { name: 'Shown in this order' }).waitFor()
  return page
}

/** What the menu of a desk opens, where Siti has signed in. */
async function openFromMenu(day: OfficeDay, size: typeof tablet, name: string): Promise<Page> {
  const page = await day.open('/desk?lang=en', size)
  await page.getByLabel('Name').fill('Siti')
  await page.getByLabel('PIN').fill('482913')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name }).click()
  return page
}

/** So long passes on the board, which hears of the hub all the while: somebody takes a number now and then. */
async function standFor(day: OfficeDay, board: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await board.clock.runFor(Math.min(stepMs, ms - passed) + 600)
    const { version } = await kept(board)
    await day.peopleTake('moving', 1)
    await expect.poll(async () => (await kept(board)).version, { timeout: 10_000 }).not.toBe(version)
  }
}

/** How many things the board has been told to show. */
async function told(board: Page): Promise<number> {
  return (await kept(board)).items
}

/** What the board remembers of the view it holds. */
function kept(board: Page): Promise<{ readonly version: number; readonly items: number }> {
  return board.evaluate(() => {
    dispatchEvent(new Event('pagehide'))
    const message = JSON.parse(localStorage.getItem('loket-view-lobby') ?? '{}').message
    return { version: message?.version ?? 0, items: message?.view.media.length ?? 0 }
  })
}

/** Runs in the page: counts the frames in which D002 stands in the region and a picture over it. */
function watchFrames(): void {
  let both = 0
  const look = () => {
    const region = document.querySelector('[aria-labelledby="now-serving"]')
    if (region?.textContent.includes('D002') && document.querySelector('[data-kind]')) both++
    Object.assign(globalThis, { framesWithBoth: both })
  }
  look()
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}

/** A PNG of 640 pixels, drawn by the browser. */
async function pictureFrom(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    canvas.getContext('2d')?.fillRect(100, 100, 200, 200)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

function number(page: Page) {
  return page.getByRole('region', { name: 'Now serving' })
}

function list(page: Page) {
  return page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem')
}

/** Shorter than the silence that a board takes for one. */
const stepMs = 9_000
