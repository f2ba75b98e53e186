import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openGallery, type Gallery } from './gallery.ts'

// A TV for some services, one of notices alone, and one that says its name: whole and accessible in every shape.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const shapes = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 720 },
] as const

const examples: readonly (readonly [example: string, lang: 'id' | 'en' | 'su'])[] = [
  ['services-calls', 'id'],
  ['services-notice', 'su'],
  ['notices-all-work', 'id'],
  ['notices-one', 'su'],
  ['notices-four', 'en'],
  ['notices-six', 'id'],
  ['notices-whole-office', 'su'],
  ['notices-unconfirmed', 'su'],
  ['notices-early', 'id'],
  ['notices-closed', 'en'],
  ['notices-full', 'su'],
  ['notices-recovered', 'id'],
  ['notices-planned', 'su'],
  ['notices-long-names', 'id'],
  ['notices-26-services', 'id'],
  ['notices-silent', 'su'],
  ['notices-silent-calm', 'id'],
  ['named', 'id'],
  ['named-long', 'en'],
  ['not-named', 'su'],
]

test.each(examples)('%s (%s) is accessible, and whole in every shape', async (example, lang) => {
  const { page, errors, violations, close } = await gallery.open('lobby-screens', example, { lang, ...shapes[0] })
  const faults = [...(await violations())]
  for (const shape of shapes) {
    await page.setViewportSize(shape)
    await drawnFor(page, shape)
    for (const cut of await cutParts(page)) faults.push(`${shape.width}: ${cut}`)
  }
  expect({ faults, errors }).toEqual({ faults: [], errors: [] })
  await close()
})

test('a screen of notices alone says of every service whether it can be had, and calls nobody', async () => {
  const { page, close } = await gallery.open('lobby-screens', 'notices-four', { lang: 'en' })
  const services = page.getByRole('region', { name: 'Services' }).getByRole('listitem')
  expect((await services.allInnerTexts()).map((text) => text.split(/\s*\n\s*/).slice(-2))).toEqual([
    ['Identity card recording', 'Not working now'],
    ['Identity card printing', 'Not working now'],
    ['Family card', 'Open, may take longer'],
    ['Letters', 'Open'],
    ['Civil certificates', 'Not working now'],
    ['Moving', 'Open'],
    ['Document pick-up', 'Open'],
  ])
  expect(await page.getByRole('region', { name: 'Now serving' }).count()).toBe(0)
  await close()
})

test('cut off, it no longer says what can be had, and how old it is', async () => {
  const { page, close } = await gallery.open('lobby-screens', 'notices-silent-calm', { lang: 'en' })
  expect(await page.getByRole('region', { name: 'Important' }).innerText()).toMatch(
    /We last heard from the office at 08:30\. What is shown here may have changed since then\./,
  )
  const services = await page.getByRole('region', { name: 'Services' }).getByRole('listitem').allInnerTexts()
  expect(services.filter((text) => /Open/.test(text))).toEqual([])
  expect(await page.getByText('All services work').count()).toBe(0)
  await close()
})

/** The board follows the window: waits until it has drawn itself for this one. */
async function drawnFor(page: Page, { width, height }: { readonly width: number; readonly height: number }) {
  await page.waitForFunction(
    (unit) => document.querySelector<HTMLElement>('main')?.style.getPropertyValue('--unit') === unit,
    `${(Math.min(width, height) / 100).toFixed(2)}px`,
  )
  await page.waitForFunction(
    (wanted) => document.querySelector('main')?.dataset['orientation'] === wanted,
    height > width ? 'portrait' : 'landscape',
  )
}

/** What is cut at the edge of the screen or of the box it stands in: words end in "…" where they may. */
function cutParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const scrolls = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight ? ['the page scrolls'] : []
    const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
      const { textOverflow, overflowY, webkitLineClamp } = getComputedStyle(element)
      const mayEnd = textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || element.matches('.for-ears')
      const isCut = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
      return overflowY === 'hidden' && !mayEnd && isCut
    })
    return [...scrolls, ...cut.map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`)]
  })
}
