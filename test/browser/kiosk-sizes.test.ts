import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

/**
 * What can be touched on the kiosk, on every size of screen a kiosk is built with, in every language, where the rail has
 * most to say: each button that stands on the page is wholly on the screen with nothing over it. A button further down in
 * a box that scrolls has its own way to be reached, which is looked at elsewhere.
 */
const sizes = [
  { width: 1024, height: 600 },
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1280, height: 1024 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1366 },
] as const
const languages = ['id', 'en', 'su'] as const
const examples = [
  'home',
  'priority-on',
  'notices',
  'early-outage',
  'closed',
  'no-paper',
  'all-letters',
  'stopped',
  'stopped-pressed',
  'warned',
  'closed-service',
  'full',
  'number-not-printed',
  'return-not-printed',
  'code-empty',
  'code-whole',
  'back-stopped',
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('every button', () => {
  it.each(examples.flatMap((example) => languages.map((lang) => [example, lang] as const)))(
    'of %s in %s is wholly seen and not covered, the other languages among them, on every size of screen',
    async (example, lang) => {
      const { page, close } = await gallery.open('kiosk', example, { lang })
      const hidden: string[] = []
      for (const size of sizes) {
        await page.setViewportSize(size)
        hidden.push(...(await page.evaluate(hiddenButtons)))
      }
      await close()
      expect(hidden).toEqual([])
    },
  )
})

/** Runs in the page: buttons that stick out, that something lies over, or that are not there, each in a line. */
async function hiddenButtons(): Promise<string[]> {
  // Whether a list needs its button for more is known a frame after a change of size.
  for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
  // Corners are round, so that what is touched there is what lies behind.
  const inset = 12
  const flaws: string[] = []
  const say = (flaw: string) => flaws.push(`${innerWidth} by ${innerHeight}: ${flaw}`)
  const isShown = (button: Element) => button.getBoundingClientRect().width > 0
  for (const button of [...document.querySelectorAll('button')].filter(isShown)) {
    const { left, top, right, bottom, height } = button.getBoundingClientRect()
    const name = button.textContent
    if (height < 44) say(`${name} is ${height} px high`)
    const box = scrollingBox(button)?.getBoundingClientRect()
    if (box && (top < box.top || bottom > box.bottom)) continue
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) say(`${name} sticks out`)
    const places = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ] as const
    const isCovered = places.some(([x, y]) => !button.contains(document.elementFromPoint(x, y)))
    if (isCovered) say(`${name} is covered`)
  }
  const own = [...document.querySelectorAll('nav button')]
  const others = own.filter((button) => button.getAttribute('aria-pressed') !== 'true')
  if (others.length !== 2) say(`offers ${others.length} other languages`)
  for (const button of others) if (!isShown(button)) say(`${button.textContent} is not there`)
  return flaws

  function scrollingBox(element: Element): Element | null {
    for (let box = element.parentElement; box; box = box.parentElement)
      if (getComputedStyle(box).overflowY === 'auto') return box
    return null
  }
}
