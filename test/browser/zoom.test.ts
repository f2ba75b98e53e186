import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablet } from './desk-example.ts'
import { openGallery, type Gallery } from './gallery.ts'

/**
 * Phone and desk at 200 % zoom, which is half as many pixels of the page in both directions: nothing reaches beyond the
 * side, no words are cut, and everything that can be pressed can be brought into sight and is not under something else.
 */
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const zoomedPhone = { width: 195, height: 422, touch: true } as const
const zoomedTablet = { width: tablet.width / 2, height: tablet.height / 2 } as const

test.each([
  ['called', 'su'],
  ['long-name', 'id'],
  ['two-notices', 'en'],
  ['silent-called', 'su'],
] as const)('a phone at twice the size shows all of %s (%s)', async (example, lang) => {
  const { page, close } = await gallery.open('phone', example, { lang, ...zoomedPhone })
  expect(await lost(page)).toEqual([])
  await close()
})

test.each([
  ['busy', 'en', ''],
  ['long-names', 'id', ''],
  ['trouble', 'id', ''],
  ['sign-in', 'en', ''],
  ['called', 'en', 'Transfer'],
  ['empty', 'en', 'Report a problem'],
] as const)('a desk at twice the size shows all of %s (%s) %s', async (example, lang, dialog) => {
  const { page, close } = await gallery.open('desk', example, { lang, ...zoomedTablet })
  if (dialog !== '') {
    await page.getByRole('button', { name: dialog, exact: true }).click()
    await page.getByRole('dialog').waitFor()
  }
  expect(await lost(page)).toEqual([])
  await close()
})

/** What cannot be read or pressed, one line each. */
function lost(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways')

    const stage = document.querySelector('dialog[open]') ?? document.body
    for (const element of stage.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.matches('.for-ears, .for-ears *, option, svg *')) continue
      const { left, right } = element.getBoundingClientRect()
      if (right > innerWidth + 1 || left < -1) faults.push(`beyond the side: ${nameOf(element)}`)
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
      const mayEnd = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
      const isCut =
        (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1)
      if (isCut && !mayEnd && !element.matches('input, select')) faults.push(`cut: ${nameOf(element)}`)
    }

    const pressable = stage.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')
    for (const element of pressable) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.for-ears, .for-ears *')) continue
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + height / 2)
      const isThere = there !== null && (element.contains(there) || there.closest('label')?.contains(element) === true)
      if (!isThere) faults.push(`cannot be pressed: ${nameOf(element)}, under ${there ? nameOf(there) : 'nothing'}`)
    }
    return faults
  })
}
