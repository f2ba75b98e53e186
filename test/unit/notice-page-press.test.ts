import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { bundleApp } from '../../kiosk/app/bundle.ts'
import { NoticePages } from '../../kiosk/hub/notice-page/notice-pages.ts'
import { startPress, type Press } from '../../kiosk/hub/notice-page/press.ts'
import type { Poster, Sheet } from '../../kiosk/hub/notice-page/sheet.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { outage, raise, setOffice } from '../core/steps.ts'
import { further, untouched } from '../core/story.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

// Goal: pages for the board, which anybody may ask for, never cost the hub more than it can give. Method: a press that
// draws when it is told to; then the real one, from the sources and from the bundle.

/** A press whose pages lie in `drawing` until the test hands them out. */
class HandPress implements Press {
  readonly drawing: {
    readonly poster: Poster
    readonly done: (pdf: Uint8Array) => void
    readonly fail: (error: Error) => void
  }[] = []
  stopped = false
  /** A thread says so some time after it was stopped. */
  readonly onEnded: () => void

  constructor(onEnded: () => void) {
    this.onEnded = onEnded
  }

  draw(poster: Poster): Promise<Uint8Array> {
    return new Promise((done, fail) => this.drawing.push({ poster, done, fail }))
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const { fail } of this.drawing) fail(new Error('the press has ended'))
  }
}

test('asked by many at once, a page is drawn once, and once more when the minute has gone', async () => {
  const { pages, clock, presses } = office()
  const asked = Promise.all(Array.from({ length: 50 }, () => pages.page(1, 'id')))
  await handOut(presses, 1)
  expect((await asked).map((page) => page.ok && page.pdf)).toEqual(Array.from({ length: 50 }, () => drawnAs(1)))
  expect(presses[0]?.drawing).toHaveLength(1)
  expect(await pages.page(1, 'id')).toEqual({ ok: true, pdf: drawnAs(1) })
  clock.advance(minuteMs)
  const later = pages.page(1, 'id')
  await handOut(presses, 2)
  expect(await later).toEqual({ ok: true, pdf: drawnAs(2) })
})

test('six pages are waited for; who asks for a seventh is told to come again, and gets it later', async () => {
  const { pages, presses } = office()
  const six = [1, 2].flatMap((notice) => (['id', 'en', 'su'] as const).map((language) => pages.page(notice, language)))
  expect(await pages.page(3, 'id')).toEqual({ ok: false, why: 'busy' })
  expect(await pages.page(9, 'id')).toEqual({ ok: false, why: 'no-such-notice' })
  await handOut(presses, 6)
  expect((await Promise.all(six)).every(({ ok }) => ok)).toBe(true)
  const seventh = pages.page(3, 'id')
  await handOut(presses, 7)
  expect(await seventh).toEqual({ ok: true, pdf: drawnAs(7) })
})

test('the newest twenty-four pages are kept, no more', async () => {
  const { pages, presses } = office(9)
  const languages = ['id', 'en', 'su'] as const
  const wanted = Array.from({ length: 25 }, (_, index) => ({
    notice: 1 + Math.floor(index / 3),
    language: languages[index % 3] ?? 'id',
  }))
  for (const [index, { notice, language }] of wanted.entries()) {
    const page = pages.page(notice, language)
    await handOut(presses, index + 1)
    await page
  }
  expect(await pages.page(1, 'en')).toEqual({ ok: true, pdf: drawnAs(2) })
  const first = pages.page(1, 'id')
  await handOut(presses, 26)
  expect(await first).toEqual({ ok: true, pdf: drawnAs(26) })
})

test('a page that cannot be drawn is tried anew when it is asked for again, and the others are drawn', async () => {
  const { pages, presses } = office()
  const bad = pages.page(1, 'id')
  const good = pages.page(2, 'id')
  await vi.waitFor(() => expect(presses[0]?.drawing).toHaveLength(2))
  presses[0]?.drawing[0]?.fail(new Error('no ink'))
  presses[0]?.drawing[1]?.done(drawnAs(2))
  await expect(bad).rejects.toThrow('no ink')
  expect(await good).toEqual({ ok: true, pdf: drawnAs(2) })
  const again = pages.page(1, 'id')
  await handOut(presses, 3)
  expect(await again).toEqual({ ok: true, pdf: drawnAs(3) })
})

test('a press that hangs is ended after twenty seconds, and the next page has a new one', async () => {
  const { pages, clock, presses } = office()
  const hung = pages.page(1, 'id')
  await vi.waitFor(() => expect(presses[0]?.drawing).toHaveLength(1))
  clock.advance(19_999)
  expect(presses[0]?.stopped).toBe(false)
  clock.advance(1)
  await expect(hung).rejects.toThrow('the press has ended')
  const next = pages.page(1, 'id')
  await vi.waitFor(() => expect(presses[1]?.drawing).toHaveLength(1))
  // The old one is late; the new one is still known, and ended when its time has come.
  presses[0]?.onEnded()
  presses[1]?.drawing[0]?.done(drawnAs(1))
  expect(await next).toEqual({ ok: true, pdf: drawnAs(1) })
  clock.advance(minuteMs)
  await vi.waitFor(() => expect(presses[1]?.stopped).toBe(true))
  expect(presses).toHaveLength(2)
})

test('a press that ends by itself fails its page, and the next page has a new one', async () => {
  const { pages, presses } = office()
  const lost = pages.page(1, 'id')
  await vi.waitFor(() => expect(presses[0]?.drawing).toHaveLength(1))
  presses[0]?.drawing[0]?.fail(new Error('the press has ended'))
  presses[0]?.onEnded()
  await expect(lost).rejects.toThrow('the press has ended')
  const next = pages.page(1, 'id')
  await vi.waitFor(() => expect(presses[1]?.drawing).toHaveLength(1))
  presses[1]?.drawing[0]?.done(drawnAs(1))
  expect(await next).toEqual({ ok: true, pdf: drawnAs(1) })
})

test('a press is opened for the first page and rests a minute after the last', async () => {
  const { pages, clock, presses } = office()
  expect(presses).toHaveLength(0)
  const page = pages.page(1, 'id')
  await handOut(presses, 1)
  await page
  clock.advance(59_999)
  await Promise.resolve()
  expect(presses[0]?.stopped).toBe(false)
  clock.advance(1)
  await vi.waitFor(() => expect(presses[0]?.stopped).toBe(true))
  expect(presses).toHaveLength(1)
})

test('the thread draws what it is given; one bad poster fails alone; when it ends nobody waits for ever', async () => {
  let ended = 0
  const press = startPress(() => (ended += 1))
  onTestFinished(() => press.stop())
  const bad = press.draw({ ...poster, sheets: [{ ...sheet, heading: null as unknown as string }] })
  const good = press.draw(poster)
  await expect(bad).rejects.toThrow(/TypeError/)
  expect(Buffer.from(await good).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
  const late = press.draw(poster)
  await Promise.all([press.stop(), expect(late).rejects.toThrow('the press has ended')])
  await expect(press.draw(poster)).rejects.toThrow('the press has ended')
  expect(ended).toBe(1)
})

test(
  'in the bundle the hub brings the press only when it is asked for, and the thread runs without the hub',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(path.join(import.meta.dirname, '../../dist/press-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    await bundleApp(folder)
    const holding = (mark: string) => readdirSync(folder).filter((file) => textOf(folder, file).includes(mark))
    const [pressPart = '', ...others] = holding('notice-press')
    const [drawingPart = '', ...further] = holding('[object PDFDocument]')
    expect([others, further]).toEqual([[], []])
    expect(loadedWith(folder, 'hub.mjs')).not.toContain(pressPart)
    expect(loadedWith(folder, 'hub.mjs')).not.toContain(drawingPart)
    expect([...loadedWith(folder, pressPart), ...loadedWith(folder, drawingPart)]).not.toContain('hub.mjs')

    const press: Press = (await import(pathToFileURL(path.join(folder, pressPart)).href)).startPress(() => {})
    onTestFinished(() => press.stop())
    expect(Buffer.from(await press.draw(poster)).toString('latin1')).toMatch(/^%PDF-1\.7/)
  },
)

/** The files that are loaded as soon as this one is. */
function loadedWith(folder: string, file: string, found = new Set([file])): ReadonlySet<string> {
  for (const [, next = ''] of textOf(folder, file).matchAll(/^(?:import|export)\b[^'"]*["']\.\/([^'"]+)["']/gm)) {
    if (found.has(next)) continue
    found.add(next)
    loadedWith(folder, next, found)
  }
  return found
}

function textOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8')
}

/** The example office with some notices standing. */
function office(notices = 3) {
  const ids = exampleOffice.services.map(({ id }) => id)
  const touching = (index: number) => [
    ids[index % ids.length],
    ...(index < ids.length ? [] : [ids[(index + 1) % ids.length]]),
  ]
  const story = Array.from({ length: notices }, (_, index) => index).reduce(
    (before, index) => {
      const services = touching(index).filter((id) => id !== undefined)
      return further(before, raise(outage({ scope: { office: false, services, systems: [] } })))
    },
    further(untouched, setOffice(exampleOffice)),
  )
  const clock = new VirtualClock(story.at)
  const presses: HandPress[] = []
  const pages = new NoticePages({
    state: () => story.state,
    clock,
    address: () => 'http://192.0.2.7:8080',
    openPress: async (onEnded) => {
      const press = new HandPress(onEnded)
      presses.push(press)
      return press
    },
  })
  return { pages, clock, presses }
}

/** Waits until the presses have been given `count` pages in all, and hands out those that are not. */
async function handOut(presses: readonly HandPress[], count: number): Promise<void> {
  const given = () => presses.flatMap(({ drawing }) => drawing)
  await vi.waitFor(() => expect(given()).toHaveLength(count))
  for (const [index, { done }] of given().entries()) done(drawnAs(index + 1))
}

/** Stands for the page that was drawn as the nth. */
function drawnAs(nth: number): Uint8Array {
  return Uint8Array.of(nth)
}

const sheet: Sheet = {
  language: 'id',
  office: 'Kantor',
  title: 'PENGUMUMAN',
  heading: 'Kantor tutup',
  when: null,
  open: null,
  sentences: [],
  news: null,
  scan: 'Pindai',
  printed: 'Dicetak',
}
const poster: Poster = { sheets: [sheet], link: 'http://192.0.2.7:8080/status', printedAt: 0 }
const minuteMs = 60_000
