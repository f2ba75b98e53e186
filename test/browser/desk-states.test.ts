import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phone, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenExample, type OpenOptions } from './gallery.ts'

// Every state of the desk in real Chromium, on the tablet it is made for and on a phone.

const examples = [
  'connecting',
  'set-up',
  'sign-in',
  'unpaired',
  'empty',
  'busy',
  'called',
  'serving',
  'taken',
  'notices',
  'trouble',
  'staff',
  'quiet',
  'silent',
  'long-names',
]

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

describe('every state of the desk', () => {
  it.each(examples)('%s keeps nobody out, can be touched, and never scrolls sideways', async (example) => {
    for (const options of [tablet, { ...phone, lang: 'id' }] as const)
      expect(await withExample(example, options, flawsOf)).toEqual([])
  })

  it.each(['set-up', 'busy', 'notices', 'trouble'])('%s is as good in Sundanese', async (example) => {
    for (const size of [tablet, phone]) expect(await withExample(example, { ...size, lang: 'su' }, flawsOf)).toEqual([])
  })
})

/** What axe says, every target below 44 px, and whether the page is wider than the window. */
async function flawsOf(page: Page, opened: OpenExample): Promise<readonly string[]> {
  const violations = await opened.violations()
  const sizes = await page.evaluate(() => {
    const targets = [...document.querySelectorAll('button, select, input, summary, textarea')]
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return height > 0 && (height < 44 || width < 44)
    })
    const isWide = document.documentElement.scrollWidth > window.innerWidth
    return [...small.map(({ outerHTML }) => outerHTML.slice(0, 120)), ...(isWide ? ['scrolls sideways'] : [])]
  })
  return [...violations, ...sizes]
}
