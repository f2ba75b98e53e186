import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, phone, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
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
  'desk-notices/day-unconfirmed',
  'desk-notices/day-unconfirmed-called',
  'desk-notices/day-unconfirmed-notice',
  'desk-notices/scheduled',
  'desk-notices/history',
  'desk-notices/four-notices',
  'desk-notices/recovered',
  'desk-notices/held-twice',
  'desk-notices/prepared',
  'desk-notices/long-names',
  'desk-returns/morning-rush',
  'desk-returns/promised',
  'desk-returns/promised-staff',
  'desk-returns/long-names',
  'desk-returns/mix',
  'desk-returns/came-back',
]

/** What opens over the desk, by the buttons that lead there. */
const dialogs: readonly { readonly example: string; readonly presses: readonly (string | RegExp)[] }[] = [
  { example: 'busy', presses: ['Laporkan gangguan', /^Server pusat/] },
  { example: 'desk-notices/long-names', presses: ['Laporkan gangguan', /^Server pusat/] },
  { example: 'desk-notices/scheduled', presses: ['Ubah'] },
  { example: 'desk-notices/long-names', presses: ['Sudah pulih'] },
  { example: 'desk-notices/long-names', presses: ['Ini keliru'] },
  { example: 'desk-notices/long-names', presses: [/orang memegang nomor$/] },
  { example: 'desk-notices/long-names', presses: [/orang memegang nomor$/, /^Pindahkan ke layanan lain/] },
  { example: 'desk-returns/morning-rush', presses: [/orang memegang nomor$/, /^Pulangkan semua/] },
  { example: 'desk-returns/long-names', presses: ['Lainnya', 'Tiket kembali per hari'] },
  { example: 'desk-notices/prepared', presses: ['Lainnya', 'Kalimat siap pakai'] },
  { example: 'desk-notices/prepared', presses: ['Lainnya', 'Kalimat siap pakai', /^Ubah: Peralatan/] },
  { example: 'busy', presses: ['Lainnya', 'Tiket kembali'] },
  { example: 'busy', presses: [/^A003/] },
]

/** Both screens at 200 % of their size: half as many pixels of the page in both directions. */
const zoomed = [
  { width: 640, height: 400 },
  { width: 195, height: 422 },
] as const

/** The smallest tablets that a counter has. */
const tablets = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

describe('every state of the desk', () => {
  it('is looked at', async () => {
    const screens = ['desk', 'desk-notices', 'desk-returns']
    const all = await Promise.all(
      screens.map(async (screen) => {
        const names = await gallery.examples(screen)
        return names.map((name) => (screen === 'desk' ? name : `${screen}/${name}`))
      }),
    )
    expect(examples.toSorted()).toEqual(all.flat().toSorted())
  })

  it.each(examples)(
    '%s looks as it did, keeps nobody out, can be touched, and never scrolls sideways',
    async (example) => {
      const flaws = await withExample(example, tablet, async (page, opened) => [
        ...(await opened.differences()),
        ...(await flawsOf(page, opened)),
      ])
      expect(flaws).toEqual([])
      expect(await withExample(example, { ...phone, lang: 'id' }, cutOff)).toEqual([])
    },
  )

  it.each(['set-up', 'busy', 'notices', 'trouble', 'desk-notices/day-unconfirmed', 'desk-notices/four-notices'])(
    '%s is as good in Sundanese',
    async (example) => {
      const flaws = await withExample(example, { ...tablet, lang: 'su' }, async (page) => [
        ...(await cutOff(page)),
        ...(await cutOffAt(page, phone)),
      ])
      expect(flaws).toEqual([])
    },
  )

  it.each(['desk-notices/four-notices', 'desk-notices/long-names', 'desk-returns/came-back', 'trouble'])(
    '%s is whole at twice its size',
    async (example) => {
      const flaws = await withExample(example, { ...zoomed[0], lang: 'id' }, async (page) => [
        ...(await cutOff(page)),
        ...(await cutOffAt(page, zoomed[1])),
      ])
      expect(flaws).toEqual([])
    },
  )
})

describe('on a phone', () => {
  it.each(['busy', 'desk-returns/came-back', 'desk-notices/day-unconfirmed'])(
    '%s breaks no name of a service within a word',
    async (example) => {
      const torn = await Promise.all(
        (['id', 'en', 'su'] as const).map((lang) =>
          withExample(example, { ...phone, lang }, async (page) => {
            const names = page.getByRole('tabpanel').getByRole('heading', { level: 2 })
            const found = await names.evaluateAll((headings) =>
              headings.map((heading) => {
                const isWhole = heading.scrollWidth <= heading.clientWidth
                Object.assign((heading as HTMLElement).style, { overflowWrap: 'normal' })
                return { name: heading.textContent, isTorn: !isWhole || heading.scrollWidth > heading.clientWidth }
              }),
            )
            expect(found.length).toBeGreaterThan(5)
            return found.filter(({ isTorn }) => isTorn).map(({ name }) => `${lang}: ${name}`)
          }),
        ),
      )
      expect(torn.flat()).toEqual([])
    },
  )
})

describe('on a tablet', () => {
  it.each(['notices', 'long-names', 'desk-notices/four-notices', 'desk-notices/long-names', 'desk-returns/mix'])(
    '%s shows in full who is called, by what, and what can be done about the gravest notice',
    async (example) => {
      const flaws = await Promise.all(
        (['id', 'en', 'su'] as const).map((lang) =>
          withExample(example, { ...tablets[0], lang }, async (page) => {
            const first = await outOfView(page)
            await page.setViewportSize(tablets[1])
            return [...first, ...(await outOfView(page))].map((flaw) => `${lang}: ${flaw}`)
          }),
        ),
      )
      expect(flaws.flat()).toEqual([])
    },
  )
})

describe('every dialog of the desk', () => {
  it.each(dialogs)(
    'over $example, by $presses, is whole on a tablet, a phone, and a phone at twice its size',
    async (dialog) => {
      const press = async (page: Page) => {
        for (const name of dialog.presses)
          await (typeof name === 'string' ? button(page, name) : page.getByRole('button', { name })).first().click()
      }
      const onTablet = await withExample(dialog.example, { ...tablet, lang: 'id' }, async (page, opened) => {
        await press(page)
        return flawsOf(page, opened)
      })
      const onPhone = await withExample(dialog.example, { ...phone, lang: 'id' }, async (page) => {
        await press(page)
        return [...(await cutOff(page)), ...(await cutOffAt(page, zoomed[1]))]
      })
      expect({ onTablet, onPhone }).toEqual({ onTablet: [], onPhone: [] })
    },
  )
})

/** What axe says, and what cannot be touched or seen. */
async function flawsOf(page: Page, opened: OpenExample): Promise<readonly string[]> {
  return [...(await opened.violations()), ...(await cutOff(page))]
}

/** The same page made smaller, as a window is. */
async function cutOffAt(page: Page, { width, height }: Size): Promise<readonly string[]> {
  await page.setViewportSize({ width, height })
  return (await cutOff(page)).map((flaw) => `at ${width} by ${height}: ${flaw}`)
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The counter's buttons and the first two of a notice where they are not in view, and what stands out of its box or is torn. */
function outOfView(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isIn = (inner: DOMRect, outer: DOMRect) =>
      inner.left >= outer.left - 1 &&
      inner.right <= outer.right + 1 &&
      inner.top >= outer.top - 1 &&
      inner.bottom <= outer.bottom + 1
    const view = new DOMRect(0, 0, innerWidth, innerHeight)
    const [ticket, buttons] = document.querySelectorAll('main section')
    const calling = [...(buttons?.querySelectorAll('button') ?? [])]
    const answering = [...document.querySelectorAll('article button')].slice(0, 2)
    const box = ticket?.getBoundingClientRect() ?? view
    const said = [...(ticket?.querySelectorAll('p') ?? [])]
    const isTorn = (button: Element) => {
      const words = button.textContent.split(' ').length
      const range = document.createRange()
      range.selectNodeContents(button.querySelector('span') ?? button)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > words
    }
    return [
      ...[...calling, ...answering].filter((button) => !isIn(button.getBoundingClientRect(), view)),
      ...said.filter((paragraph) => !isIn(paragraph.getBoundingClientRect(), box)),
      ...calling.filter(isTorn),
    ].map(({ textContent }) => `at ${innerWidth}: ${textContent}`)
  })
}

/** Every target below 44 px, and whatever is wider than the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll(
        'button, select, input:not([type=radio], [type=checkbox]), label:has(input), summary, textarea, a[target]',
      ),
    ]
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return height > 0 && (height < 44 || width < 44)
    })
    const isWide = document.documentElement.scrollWidth > window.innerWidth
    // What stands over the side is lost where it does not scroll, and must be scrolled for where it does.
    const over = [...document.querySelectorAll('dialog[open] *')].filter((part) => {
      const { left, right, width } = part.getBoundingClientRect()
      return (
        width > 0 && (right > window.innerWidth + 1 || left < -1) && part.closest('[inert], [lang], .for-ears') === null
      )
    })
    return [
      ...small.map(({ outerHTML }) => outerHTML.slice(0, 120)),
      ...over.map(({ outerHTML }) => `over the side: ${outerHTML.slice(0, 120)}`),
      ...(isWide ? ['scrolls sideways'] : []),
    ]
  })
}
