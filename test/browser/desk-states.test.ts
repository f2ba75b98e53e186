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
  'desk-notices/long-names',
  'desk-returns/morning-rush',
  'desk-returns/promised',
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

/** Both screens at 200 % of their size. */
const zoomed = [
  { width: 640, height: 400, lang: 'id' },
  { width: 195, height: 422, lang: 'id', touch: true },
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

describe('every state of the desk', () => {
  it.each(examples)('%s keeps nobody out, can be touched, and never scrolls sideways', async (example) => {
    expect(await withExample(example, tablet, flawsOf)).toEqual([])
    expect(await withExample(example, { ...phone, lang: 'id' }, cutOff)).toEqual([])
  })

  it.each(['set-up', 'busy', 'notices', 'trouble', 'desk-notices/day-unconfirmed', 'desk-notices/four-notices'])(
    '%s is as good in Sundanese',
    async (example) => {
      for (const size of [tablet, phone])
        expect(await withExample(example, { ...size, lang: 'su' }, cutOff)).toEqual([])
    },
  )

  it.each(['desk-notices/four-notices', 'desk-notices/long-names', 'desk-returns/came-back', 'trouble'])(
    '%s is whole at twice its size',
    async (example) => {
      for (const size of zoomed) expect(await withExample(example, size, cutOff)).toEqual([])
    },
  )
})

describe('every dialog of the desk', () => {
  it.each(dialogs)(
    'over $example, by $presses, is whole on a tablet, a phone, and a phone at twice its size',
    async (dialog) => {
      for (const size of [{ ...tablet, lang: 'id' }, { ...phone, lang: 'id' }, zoomed[1]] as const) {
        const flaws = await withExample(dialog.example, size, async (page, opened) => {
          for (const name of dialog.presses)
            await (typeof name === 'string' ? button(page, name) : page.getByRole('button', { name })).first().click()
          return size.width === tablet.width ? flawsOf(page, opened) : cutOff(page)
        })
        expect([size.width, flaws]).toEqual([size.width, []])
      }
    },
  )
})

/** What axe says, and what cannot be touched or seen. */
async function flawsOf(page: Page, opened: OpenExample): Promise<readonly string[]> {
  return [...(await opened.violations()), ...(await cutOff(page))]
}

/** Every target below 44 px, and whatever is wider than the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll(
        'button, select, input:not([type=radio]), label:has(input), summary, textarea, a[target]',
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
