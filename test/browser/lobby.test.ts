import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { fontSizesFor } from '../../display/lobby/legibility.ts'
import { openGallery, type Gallery } from './gallery.ts'

// Every example of the board in real Chromium: axe finds nothing, nothing scrolls or is cut, and what people and
// outside checks look for is there by its role and name.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const sizes = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  small: { width: 1280, height: 720 },
  large: { width: 3840, height: 2160 },
} as const

const examples: readonly (readonly [example: string, lang: 'id' | 'en' | 'su'])[] = [
  ['empty', 'en'],
  ['one-call', 'id'],
  ['busy', 'su'],
  ['one-notice', 'id'],
  ['two-notices', 'su'],
  ['three-notices', 'en'],
  ['four-notices', 'id'],
  ['six-notices', 'su'],
  ['news-overdue', 'id'],
  ['whole-office', 'su'],
  ['long-names', 'id'],
  ['thirty-counters', 'id'],
  ['connecting', 'id'],
  ['quiet', 'id'],
  ['old', 'id'],
  ['silent', 'su'],
  ['silent-with-notices', 'id'],
  ['before-opening', 'su'],
  ['night', 'id'],
  ['early', 'su'],
  ['unconfirmed', 'en'],
  ['recovered', 'su'],
  ['recovered-in-part', 'id'],
  ['three-recovered', 'en'],
  ['planned', 'id'],
  ['full', 'id'],
  ['sound-off', 'su'],
  ['not-paired', 'id'],
  ['media-picture', 'id'],
  ['media-tall-picture', 'en'],
  ['media-slide', 'su'],
  ['media-long-slide', 'id'],
  ['media-no-calls', 'en'],
  ['media-with-notice', 'id'],
]

test.each(examples)('%s (%s) is accessible, and whole on every screen', async (example, lang) => {
  const { page, errors, violations, differences, close } = await gallery.open('lobby', example, {
    lang,
    ...sizes.landscape,
  })
  const faults = [...(await differences()), ...(await violations())]
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await drawnFor(page, size)
    for (const cut of await cutParts(page)) faults.push(`${name}: ${cut}`)
    for (const box of await bannerBoxes(page))
      if (box.height < size.height / 5 || box.top > size.height / 50)
        faults.push(`${name}: the banner is less than a fifth`)
  }
  expect({ faults, errors }).toEqual({ faults: [], errors: [] })
  await close()
})

test('the number, its counter, the list and the banner are found by role and name', async () => {
  const { page, close } = await gallery.open('lobby', 'one-notice', { lang: 'en' })
  const region = page.getByRole('region', { name: 'Now serving' })
  expect(await region.innerText()).toMatch(/A002\s+Counter 2/)
  expect(await page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/C001\s*Counter 1/),
    expect.stringMatching(/G001\s*Counter 4/),
  ])
  const banner = page.getByRole('region', {
    name: 'Identity card recording and Identity card printing are not working now',
  })
  const words = await banner.innerText()
  for (const sentence of [
    'The national population server cannot be reached.',
    'Since 08:15.',
    'Still open: Family card, Letters, Civil certificates, Moving and Document pick-up.',
    'Keep your number: you do not lose your place. On another day it brings you near the front.',
    'No number yet? Take a return ticket at the machine: on another day you go near the front.',
    'Next news 09:00.',
  ])
    expect(words).toContain(sentence)
  await close()
})

test('the number that is shown large is not in the list below it, and the others are', async () => {
  const { page, close } = await gallery.open('lobby', 'busy', { lang: 'en' })
  const large = (await page.getByRole('region', { name: 'Now serving' }).innerText()).match(/[A-Z]\d{3}/)?.[0]
  const list = await page.getByRole('list', { name: 'Recent calls' }).innerText()
  expect([large, list.match(/[A-Z]\d{3}/g)?.slice(0, 3)]).toEqual(['E001', ['D002', 'F001', 'A002']])
  await close()
})

test.each(['one-notice', 'two-notices', 'three-notices', 'four-notices', 'six-notices', 'news-overdue'])(
  '%s is said in letters that can be read from the hall: 28 px and 40 px of 1080, in every language and shape',
  async (example) => {
    for (const lang of ['id', 'en', 'su'] as const) {
      const { page, close } = await gallery.open('lobby', example, { lang, ...sizes.landscape })
      for (const size of [sizes.landscape, sizes.portrait]) {
        await page.setViewportSize(size)
        await drawnFor(page, size)
        const letters = await page.getByRole('article').evaluateAll((articles) =>
          articles.flatMap((article) => {
            const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
            const said = [...article.querySelectorAll('p')].filter((p) => p.getClientRects().length > 0)
            return [article.querySelector('h2'), ...said].map((element) => ({
              heading: element?.matches('h2'),
              px: element ? sizeOf(element) : 0,
            }))
          }),
        )
        const small = letters.filter(({ heading, px }) => px < (heading ? 40 : 28))
        expect({ lang, size, small, cut: await cutParts(page) }).toEqual({ lang, size, small: [], cut: [] })
      }
      await close()
    }
  },
)

test.each(['', '&inches=55&metres=10'])(
  'of one notice and of two everything is said, in every language and shape, upright too (%s)',
  async (query) => {
    const minimums = { 'one-notice': query === '' ? 34 : 28, 'two-notices': 28 }
    for (const [example, pxMin] of Object.entries(minimums))
      for (const lang of ['id', 'en', 'su'] as const) {
        // Of two notices less is said where the hall is deep.
        if (query !== '' && example === 'two-notices') continue
        const { page, close } = await gallery.open('lobby', example, { lang, ...sizes.landscape, query })
        for (const size of [sizes.landscape, sizes.portrait]) {
          await page.setViewportSize(size)
          await drawnFor(page, size)
          const sentences = await page.locator('article > div:first-of-type p').evaluateAll((all) =>
            all.map((sentence) => ({
              isSeen: sentence.getClientRects().length > 0,
              px: Number.parseFloat(getComputedStyle(sentence).fontSize),
            })),
          )
          expect(sentences.length).toBeGreaterThanOrEqual(6)
          const missing = sentences.filter(({ isSeen, px }) => !isSeen || px < pxMin)
          expect({ lang, size, missing, cut: await cutParts(page) }).toEqual({ lang, size, missing: [], cut: [] })
        }
        await close()
      }
  },
)

test('a counter and its number stand on one line of the list, however deep the hall', async () => {
  for (const example of ['busy', 'one-notice', 'long-names']) {
    const { page, close } = await gallery.open('lobby', example, { lang: 'id', query: '&inches=55&metres=10' })
    for (const size of [sizes.landscape, sizes.portrait]) {
      await page.setViewportSize(size)
      await drawnFor(page, size)
      const broken = await page
        .locator('ul[aria-labelledby="recent-calls"] li > span:last-child')
        .evaluateAll((names) =>
          names
            .filter((name) => {
              const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT)
              let last = texts.nextNode()
              for (let next = last; next; next = texts.nextNode()) last = next
              const [together = ''] = /\S+ \d+$/.exec(last?.textContent ?? '') ?? []
              if (!last?.textContent || together === '') return false
              const range = document.createRange()
              range.setStart(last, last.textContent.length - together.length)
              range.setEnd(last, last.textContent.length)
              return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
            })
            .map(({ textContent }) => textContent),
        )
      expect({ example, size, broken, cut: await cutParts(page) }).toEqual({ example, size, broken: [], cut: [] })
    }
    await close()
  }
})

test('of four notices each says what to do and when there will be news, and all together what is still open', async () => {
  const { page, close } = await gallery.open('lobby', 'four-notices', { lang: 'en' })
  const banner = page.getByRole('region', { name: /are not working now/ })
  expect((await banner.innerText()).split(/\s*\n\s*/).filter((line) => line.length > 1)).toEqual([
    'Identity card recording and Identity card printing are not working now',
    'Keep your number: you do not lose your place. No number yet? Take a return ticket at the machine.',
    'Next news 09:00.',
    'Civil certificates is paused as planned',
    'Please come back after the lunch break.',
    'Expected to end 13:30.',
    'Family card: we take your papers, the result comes later',
    'You can still take a number, but it may take longer.',
    'Expected to end 13:00.',
    'News for all visitors',
    'Tomorrow the office is open until noon.',
    'Still open: Family card, Letters, Moving and Document pick-up.',
  ])
  await close()
})

test('a board in a deep hall says less of four notices rather than smaller', async () => {
  const { page, close } = await gallery.open('lobby', 'four-notices', { lang: 'en', query: '&inches=55&metres=9' })
  const headings = await page
    .getByRole('article')
    .getByRole('heading')
    .evaluateAll((all) => all.map((heading) => Number.parseFloat(getComputedStyle(heading).fontSize)))
  expect({ count: headings.length, small: headings.filter((px) => px < 28) }).toEqual({ count: 4, small: [] })
  expect(await cutParts(page)).toEqual([])
  await close()
})

test('before the counters open it says that numbers are given, and that the day is not confirmed', async () => {
  const { page, close } = await gallery.open('lobby', 'early', { lang: 'en' })
  expect(await page.getByRole('region', { name: 'Now serving' }).innerText()).toMatch(
    /Numbers are given\s+The counters open at 08:00\./,
  )
  expect(await page.locator('header').innerText()).toMatch(
    /Counters open at 08:00\s+Today's services are not yet confirmed by the staff\./,
  )
  expect(await page.getByRole('region', { name: 'Planned' }).innerText()).toBe(
    'From Wednesday 25 November, 03:10 until Saturday 28 November, 12:00: Identity card recording and Identity card printing will be paused.',
  )
  await close()
})

test('a day that is not confirmed hides nothing: numbers are called as always', async () => {
  const { page, close } = await gallery.open('lobby', 'unconfirmed', { lang: 'en' })
  expect(await page.getByRole('region', { name: 'Now serving' }).innerText()).toMatch(/[A-Z]\d{3}\s+Counter/)
  expect(await page.locator('header').innerText()).toMatch(
    /Open until 15:30\s+Today's services are not yet confirmed by the staff\./,
  )
  await close()
})

test('what works again is said where the banner was, without its yellow, beside what still does not work', async () => {
  const { page, close } = await gallery.open('lobby', 'recovered-in-part', { lang: 'en' })
  const again = page.getByRole('region', { name: /work again since 08:32/ })
  expect((await again.innerText()).split(/\s*\n\s*/)).toEqual([
    'Identity card recording and Identity card printing work again since 08:32',
    'Numbers that had to wait are called again in their order, in turn with those who come now.',
  ])
  const notice = page.getByRole('region', { name: /we take your papers/ })
  const [colours, tops] = await Promise.all([
    Promise.all([again, notice].map((part) => part.evaluate((element) => getComputedStyle(element).backgroundColor))),
    Promise.all(
      [notice, again, page.getByRole('heading', { level: 1 })].map(async (part) => (await part.boundingBox())?.y ?? 0),
    ),
  ])
  expect(colours).toEqual(['rgba(0, 0, 0, 0)', 'rgb(255, 216, 77)'])
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  await close()
})

test('a screen set up for its hall draws number and list as high as the hall needs', async () => {
  const wanted = fontSizesFor({ inches: 55, metres: 9 }, sizes.landscape)
  for (const example of ['busy', 'one-notice', 'four-notices']) {
    const { page, close } = await gallery.open('lobby', example, { lang: 'id', query: '&inches=55&metres=9' })
    const number = await fontPx(page, 'section p span')
    const list = await fontPx(page, 'ul[aria-labelledby="recent-calls"]')
    expect({ number: number >= wanted.numberPx, list: list >= wanted.listPx - 0.01 }).toEqual({
      number: true,
      list: true,
    })
    await close()
  }
})

test('a screen too small for its hall does not complain to the hall', async () => {
  const query = '&inches=55&metres=20'
  const { page, close } = await gallery.open('lobby', 'busy', { lang: 'en', ...sizes.portrait, query })
  expect(await page.locator('header').innerText()).not.toMatch(/metres|read/i)
  expect(await cutParts(page)).toEqual([])
  await close()
})

test('cut off for twelve seconds it says since when, for three minutes it says what to do, and keeps its numbers', async () => {
  const quiet = await gallery.open('lobby', 'quiet', { lang: 'en' })
  await quiet.page.getByText('Not live since 08:20').waitFor()
  await quiet.close()
  const { page, close } = await gallery.open('lobby', 'silent', { lang: 'en' })
  const card = page.getByRole('region', { name: 'Important' })
  expect(await card.innerText()).toMatch(/last updated at 08:20\.\s+Listen for staff to call your number\./)
  expect(await page.getByRole('region', { name: 'Now serving' }).innerText()).toContain('A002')
  await close()
})

test('before opening it says when the office opens', async () => {
  const { page, close } = await gallery.open('lobby', 'before-opening', { lang: 'en' })
  expect(await page.getByRole('region', { name: 'Now serving' }).innerText()).toMatch(
    /The office is closed now\s+We open at 08:00/,
  )
  await close()
})

test('sound that the browser holds back is turned on by a touch', async () => {
  const { page, close } = await gallery.open('lobby', 'sound-off', { lang: 'en' })
  const button = page.getByRole('button', { name: 'Sound is off: touch here' })
  await button.click()
  await expect.poll(() => button.count()).toBe(0)
  await close()
})

test.each(['', '&inches=55&metres=9'])(
  'the longest slide in the widest letters is whole on every screen (%s)',
  async (query) => {
    const { page, close } = await gallery.open('lobby', 'media-long-slide', { lang: 'en', query: `&x=1${query}` })
    const faults: string[] = []
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await drawnFor(page, size)
      for (const cut of await cutParts(page)) faults.push(`${name}: ${cut}`)
      const px = await page
        .getByRole('region', { name: 'From the office' })
        .locator('p')
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
      if (px < (Math.min(size.width, size.height) * 2.6) / 100) faults.push(`${name}: ${px} px`)
    }
    expect(faults).toEqual([])
    await close()
  },
)

test('with reduced motion a call is there at once', async () => {
  const { page, close } = await gallery.open('lobby', 'one-call', { lang: 'en' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await close()
})

/** The board follows the window: waits until it has drawn itself for this one. */
async function drawnFor(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.waitForFunction(({ width, height }) => {
    const board = document.querySelector<HTMLElement>('main[data-orientation]')
    if (!board || innerWidth !== width) return innerWidth === width
    const unit = Number.parseFloat(board.style.getPropertyValue('--unit'))
    return (
      board.dataset['orientation'] === (height > width ? 'portrait' : 'landscape') &&
      unit === Math.min(width, height) / 100
    )
  }, size)
}

function fontPx(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .filter({ hasText: /^[A-Z]\d{3}/ })
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
}

/** Where the notices stand; nowhere in an example without any. */
function bannerBoxes(page: Page): Promise<readonly { readonly top: number; readonly height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section:has(article)')].map((banner) => {
      const { top, height } = banner.getBoundingClientRect()
      return { top, height }
    }),
  )
}

/** What is cut at the edge of the screen or of the box it stands in, and must not be: words end in "…" where they may. */
function cutParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) cut.push('the page scrolls')
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      const { textOverflow, overflowY, webkitLineClamp } = getComputedStyle(element)
      const mayEnd = textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || element.matches('.for-ears')
      const isCut = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
      if (overflowY === 'hidden' && !mayEnd && isCut)
        cut.push(`${element.getAttribute('class')}: ${element.textContent.slice(0, 60)}`)
    }
    return cut
  })
}
