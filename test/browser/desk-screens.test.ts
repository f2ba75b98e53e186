import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { button, phone, seen, tablet, withExample } from './desk-example.ts'
import { openGallery, type Gallery } from './gallery.ts'

// The office's screens at the desk: what is said of each, and what a supervisor and everybody else can do.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const open = async (page: Page) => {
  await button(page, 'More').click()
  await button(page, 'Screens').click()
}
const card = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('listitem').filter({ hasText: name }).first()

describe('the screens of the office', () => {
  it.each([
    ['notice', tablet],
    ['notice', { ...phone, lang: 'en' }],
    ['calm', { ...phone, lang: 'en' }],
    ['none', tablet],
    ['staff', tablet],
  ] as const)('%s looks as it did, keeps nobody out and is never cut', async (example, size) => {
    const flaws = await withExample(gallery, `desk-screens/${example}`, size, async (page, opened) => {
      await open(page)
      return [...(await opened.differences()), ...(await opened.violations()), ...(await tooWide(page))]
    })
    expect(flaws).toEqual([])
  })

  it('says what stands on each, what is amiss first, and which one is not connected', async () => {
    await withExample(gallery, 'desk-screens/notice', tablet, async (page) => {
      await open(page)
      const said = (name: string) => card(page, name).getByRole('listitem').allInnerTexts()
      expect([await said('Ruang tunggu'), await said('Loket KTP'), await said('TV lorong')]).toEqual([
        [
          'Its sound is off: touch the screen once.',
          'Its numbers cannot be read from the back of the hall. A larger screen is needed.',
          expect.stringMatching(/^Shows [A-Z]\d{3} now\.$/),
          '1 notice stands on it.',
          '1920 by 1080 points.',
        ],
        [
          '1 notice does not stand on it yet.',
          'It runs another version than the other screens. Load it anew.',
          expect.stringMatching(/^Shows [A-Z]\d{3} now\.$/),
          'Shows 3 services only.',
          'Its sound is on.',
          'Its numbers can be read from the back of the hall.',
          '1080 by 1920 points.',
        ],
        ['It has not said yet how it is.', '1 notice stands on it.'],
      ])
      expect(await card(page, 'Cadangan di gudang').innerText()).toContain('Not connected.')
    })
  })

  it('a supervisor names a TV and says what it shows; at least one service', async () => {
    await withExample(gallery, 'desk-screens/calm', tablet, async (page, { commands }) => {
      await open(page)
      await button(page, 'Change: Menghadap jalan').click()
      const form = page.getByRole('dialog')
      await form.getByRole('textbox', { name: 'Name or place' }).fill('Pintu barat')
      await form.getByRole('radio', { name: /^Some services/ }).check()
      await button(page, 'Keep the change').click()
      await seen(form.getByText('Choose at least one service.'))
      await form.getByRole('checkbox', { name: 'Moving' }).check()
      await form.getByRole('checkbox', { name: 'Letters' }).check()
      await button(page, 'Keep the change').click()
      await seen(card(page, 'Pintu barat').getByText('Shows 2 services only.'))
      expect(await commands()).toEqual([
        {
          type: 'SetScreen',
          settings: {
            screen: 'example-screen-3',
            name: 'Pintu barat',
            shows: { kind: 'services', services: ['letters', 'moving'] },
          },
        },
      ])
    })
  })

  it('a supervisor says how large a TV is and from how far it is read, and finds it again', async () => {
    await withExample(gallery, 'desk-screens/calm', tablet, async (page, { commands, violations }) => {
      await open(page)
      await button(page, 'Change: Menghadap jalan').click()
      const form = page.getByRole('dialog')
      const inches = form.getByRole('textbox', { name: 'Diagonal of the screen in inches' })
      const metres = form.getByRole('textbox', { name: 'Distance to the farthest seat in metres' })
      await inches.fill('550')
      await button(page, 'Keep the change').click()
      await seen(form.getByText('Write a number from 5 to 200.'))
      await seen(form.getByText('Fill in both, or leave both empty.'))
      expect([await commands(), await violations(), await tooWide(page)]).toEqual([[], [], []])
      await inches.fill('55')
      await metres.fill('7.5')
      await button(page, 'Keep the change').click()
      await expect
        .poll(commands)
        .toMatchObject([
          { type: 'SetScreen', settings: { screen: 'example-screen-3', viewing: { inches: 55, metres: 7.5 } } },
        ])
      await button(page, 'Change: Menghadap jalan').click()
      expect([await inches.inputValue(), await metres.inputValue()]).toEqual(['55', '7.5'])
    })
  })

  it('a TV that is not connected is forgotten by two presses, and a new one let in by its code', async () => {
    await withExample(gallery, 'desk-screens/calm', tablet, async (page, { commands }) => {
      await open(page)
      await button(page, 'Forget: Cadangan di gudang').click()
      expect(await commands()).toEqual([])
      await button(page, 'Yes, forget: Cadangan di gudang').click()
      await expect.poll(commands).toEqual([{ type: 'ForgetScreen', screen: 'example-screen-7' }])
      await expect.poll(() => page.getByText('Cadangan di gudang').count()).toBe(0)
      await button(page, 'Let a screen in').click()
      await seen(page.getByRole('textbox', { name: 'Code on the device' }))
    })
  })

  it('staff have a TV say its name, and change nothing', async () => {
    await withExample(gallery, 'desk-screens/staff', { ...phone, lang: 'en' }, async (page) => {
      await open(page)
      await button(page, 'Show its name: Ruang tunggu').click()
      await seen(page.getByText('Ruang tunggu shows its name for a short while.'))
      await button(page, 'Load anew: Ruang tunggu').click()
      await seen(page.getByText('Ruang tunggu loads anew.'))
      expect(await page.getByRole('button', { name: /^(Change|Forget|Let a screen in)/ }).count()).toBe(0)
    })
  })
})

/** Targets below 44 px, and whatever stands over the side of the window. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('dialog[open] *')]
      .filter((part) => {
        const { left, right, width, height } = part.getBoundingClientRect()
        const isSmall = part.matches('button') && height > 0 && (height < 44 || width < 44)
        const isOver = right > window.innerWidth + 1 || left < -1
        return width > 0 && (isSmall || isOver) && part.closest('.for-ears') === null
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
}
