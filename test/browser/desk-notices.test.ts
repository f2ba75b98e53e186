import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, fold, gone, phone, seen, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// Telling everybody that something does not work, and what else needs attention. Presses in the gallery go through the
// hub's schemas and the office's own decisions.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

describe('a problem', () => {
  it('is raised by naming the system, updated by one press, and over by two', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      expect(await opened.violations()).toEqual([])
      await page.getByRole('button', { name: /^National population server/ }).click()
      const heading = 'Identity card recording and Identity card printing are not working now'
      expect(await seen(page.getByRole('dialog').getByRole('heading', { name: heading }))).toBe(true)
      expect(await seen(page.getByText('No new numbers. 19 people waiting keep their place until it is over.'))).toBe(
        true,
      )
      expect(await opened.violations()).toEqual([])
      await button(page, 'Raise').click()
      expect(await seen(page.getByRole('dialog', { name: '19 people hold a number' }))).toBe(true)
      const notices = page.getByRole('region', { name: 'Notices' })
      expect(await seen(notices.getByRole('heading', { name: heading }))).toBe(true)
      expect(await seen(notices.getByText(/Next news 10:45\./))).toBe(true)
      await button(page, 'No change, next news in 30 minutes').click()
      expect(await seen(notices.getByText(/Next news 10:15\./))).toBe(true)
      await button(page, 'Working again').click()
      expect(
        await seen(
          page.getByText('19 people who waited are called first, in their old order, in turn with people of today.', {
            exact: true,
          }),
        ),
      ).toBe(true)
      expect(await opened.violations()).toEqual([])
      await button(page, 'Yes, take the notice down').click()
      expect(await gone(notices)).toBe(true)
    })
  })

  it('needs to be about something: the button says so', async () => {
    await withExample('busy', tablet, async (page) => {
      await button(page, 'Report a problem').click()
      await button(page, 'Raise').click({ force: true })
      expect(await seen(page.getByRole('dialog').getByRole('status').getByText('Choose what is affected first.'))).toBe(
        true,
      )
    })
  })

  it('is told in own words within their limit, until a chosen time, in the language chosen for the preview', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await button(page, 'The whole office').click()
      await page.getByRole('radio', { name: 'Planned pause' }).check()
      await fold(page, 'Why').click()
      await page.getByRole('group', { name: 'Why' }).getByRole('radio', { name: 'In my own words' }).check()
      const words = page.getByLabel('Your words')
      await button(page, 'Raise').click({ force: true })
      const status = page.getByRole('dialog').getByRole('status')
      expect(await seen(status.getByText('“Why”: write your words first, or choose another answer.'))).toBe(true)
      const long = 'Records are being moved to a new system. '.repeat(5)
      await words.fill(long)
      expect(await words.inputValue()).toBe(long)
      expect(await seen(page.getByText('44 letters too many: at most 160 fit.'))).toBe(true)
      await button(page, 'Raise').click({ force: true })
      expect(await seen(status.getByText('“Why”: 44 letters too many. Shorten your words first.'))).toBe(true)
      expect(await button(page, 'Keep for next time').getAttribute('aria-disabled')).toBe('true')
      expect(await opened.violations()).toEqual([])
      await words.fill('Records are being moved.')
      expect(await gone(status.getByText(/letters too many/))).toBe(true)
      await fold(page, 'Since when, until when').click()
      await page.getByRole('group', { name: 'Until when' }).getByRole('radio', { name: 'At a time I choose' }).check()
      await page.getByLabel('Until when: day').selectOption('2026-11-27')
      await page.getByLabel('Until when: time').selectOption({ label: '13:15' })
      expect(await opened.violations()).toEqual([])
      await button(page, 'Indonesia').click()
      const banner = page
        .getByRole('dialog')
        .getByRole('region', { name: 'Semua layanan berhenti sementara sesuai jadwal' })
      expect(await seen(banner.getByText('Diperkirakan selesai Jumat, 27 November, 13.15.'))).toBe(true)
      await button(page, 'Raise').click()
      expect(
        await seen(
          page.getByRole('region', { name: 'Notices' }).getByText(/Expected to end Friday 27 November, 13:15/),
        ),
      ).toBe(true)
    })
  })

  it('says since when it is so: days ago, as the public reads it, and put right with an update', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      const dialog = page.getByRole('dialog')
      await fold(page, 'Since when, until when').click()
      const began = page.getByRole('group', { name: 'It began' })
      expect(await began.getByRole('radio', { name: 'Now', exact: true }).isChecked()).toBe(true)
      await began.getByRole('radio', { name: 'At a time I choose' }).check()
      expect(await seen(dialog.getByText('Since 09:00. The end is not known yet.'))).toBe(true)
      const day = page.getByLabel('It began: day')
      expect((await day.locator('option').allInnerTexts()).slice(0, 3)).toEqual([
        'Today',
        'Yesterday',
        'Sunday 22 November',
      ])
      await day.selectOption('2026-11-21')
      await page.getByLabel('It began: time').selectOption({ label: '13:30' })
      expect(await opened.violations()).toEqual([])
      expect(await seen(dialog.getByRole('region').getByText('Since Saturday 21 November, 13:30.'))).toBe(true)
      await button(page, 'Raise').click()
      await button(page, 'Done').click()
      await button(page, 'Update').click()
      await fold(page, 'Since when, until when').click()
      await day.selectOption({ label: 'Yesterday' })
      expect(await opened.violations()).toEqual([])
      await button(page, 'Show the update').click()
      expect(await gone(dialog)).toBe(true)
      await page.getByText('Raised by Siti, 2 wordings').click()
      expect(await seen(page.getByText('Since Monday 23 November, 13:30.'))).toBe(true)
      expect(await opened.commands()).toMatchObject([
        { type: 'RaiseNotice', content: { since: Date.parse('2026-11-21T13:30:00+07:00') } },
        { type: 'UpdateNotice', content: { since: Date.parse('2026-11-23T13:30:00+07:00') } },
      ])
    })
  })

  it('says what still works as Loket says it, or in own words that an update keeps', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      const dialog = page.getByRole('dialog')
      expect(await seen(dialog.getByText('Loket names the services that go on.'))).toBe(true)
      await page.getByRole('button', { name: /^National population server/ }).click()
      const still = page.getByRole('group', { name: 'What still works' })
      await fold(page, 'What still works').click()
      expect(await seen(fold(page, 'What still works').getByText(/^Still open: Family card,/))).toBe(true)
      await still.getByRole('radio', { name: 'In my own words' }).check()
      await button(page, 'Raise').click({ force: true })
      const missing = '“What still works”: write your words first, or choose another answer.'
      expect(await seen(dialog.getByRole('status').getByText(missing))).toBe(true)
      await dialog.getByLabel('Your words').fill('Finished cards can be collected at counter 4.')
      expect(await opened.violations()).toEqual([])
      expect(await seen(dialog.getByRole('region').getByText('Finished cards can be collected at counter 4.'))).toBe(
        true,
      )
      await button(page, 'Raise').click()
      await button(page, 'Done').click()
      await button(page, 'Update').click()
      expect(await seen(fold(page, 'What still works').getByText('Finished cards can be collected'))).toBe(true)
      await fold(page, 'What still works').click()
      await still.getByRole('radio', { name: 'As Loket says it' }).check()
      await button(page, 'Show the update').click()
      await page.getByText('Raised by Siti, 2 wordings').click()
      expect(await seen(page.getByText('Loket names the services that go on.'))).toBe(true)
      const words = 'Finished cards can be collected at counter 4.'
      const [raised, updated] = await opened.commands()
      expect(raised).toMatchObject({ content: { stillWorks: { id: words, en: words, su: words } } })
      expect(updated).toMatchObject({ type: 'UpdateNotice' })
      expect(JSON.stringify(updated)).not.toContain('stillWorks')
    })
  })

  it('in own words too long for the lobby screen is named before it is raised, and nobody is kept from raising it', async () => {
    for (const size of [tablet, { ...phone, lang: 'en' }] as const)
      await withExample('long-names', size, async (page) => {
        await planned(page, 1)
        const status = page.getByRole('dialog').getByRole('status')
        const [cause, instruction] = await ownWordsFor(page)
        await cause?.fill('Lightning has struck the equipment of the office. '.repeat(4).slice(0, 160))
        await instruction?.fill('Keep your number and follow the news on your phone. '.repeat(4).slice(0, 160))
        expect(await seen(status.getByText(/^Too long for the screen: shorten the words/))).toBe(true)
        expect(await button(page, 'Set for later').getAttribute('aria-disabled')).toBe('false')
        await cause?.fill('Lightning has struck.')
        await instruction?.fill('Please wait.')
        expect(await gone(status.getByText(/^Too long for the screen/))).toBe(true)
      })
  })

  it('is not called too long where no word of one’s own would make it shorter', async () => {
    await withExample('long-names', tablet, async (page) => {
      await planned(page, 4)
      const banners = page.getByRole('dialog').locator('[data-level]')
      const levels = () =>
        banners.evaluateAll((boxes) => boxes.map((box) => Number(box.getAttribute('data-level')) > 0))
      expect(await levels()).toEqual([true, true, true])
      const tooLong = page.getByRole('dialog').getByText(/^Too long for the screen/)
      expect(await tooLong.count()).toBe(0)
      const [cause] = await ownWordsFor(page)
      await cause?.fill('Lightning has struck.')
      // The banner says it only where there is room for it, and there is none.
      await page.getByRole('dialog').locator('[data-level] p', { hasText: 'Lightning has struck.' }).first().waitFor({
        state: 'attached',
      })
      expect(await tooLong.count()).toBe(0)
    })
  })

  it('shows on how many screens it is painted, and nags when promised news is overdue', async () => {
    await withExample('notices', tablet, async (page) => {
      expect(await seen(page.getByText('You promised news at 09:32, 9 min ago.'))).toBe(true)
      await page.getByText('Shown on 2 of 3 screens').click()
      expect(await seen(page.getByText('Ticket machine Pintu depan does not show it yet.'))).toBe(true)
    })
  })

  it('is written anew from what stands', async () => {
    await withExample('notices', tablet, async (page, opened) => {
      await button(page, 'Update').first().click()
      const dialog = page.getByRole('dialog', { name: 'Update the notice' })
      expect(
        await dialog.getByRole('button', { name: /^National population server/ }).getAttribute('aria-pressed'),
      ).toBe('true')
      expect(await opened.violations()).toEqual([])
      await dialog.getByRole('radio', { name: 'Pick-up only' }).check()
      await button(page, 'Show the update').click()
      expect(
        await seen(
          page.getByRole('region', { name: 'Notices' }).getByRole('heading', { name: /only finished documents/ }),
        ),
      ).toBe(true)
    })
  })

  it('keeps its cause when own words are chosen for it and none are written', async () => {
    await withExample('notices', tablet, async (page, opened) => {
      await button(page, 'Update').first().click()
      await fold(page, 'Why').click()
      await page.getByRole('group', { name: 'Why' }).getByRole('radio', { name: 'In my own words' }).check()
      await button(page, 'Show the update').click({ force: true })
      const dialog = page.getByRole('dialog', { name: 'Update the notice' })
      expect(await seen(dialog.getByRole('status').getByText('“Why”: write your words first'))).toBe(true)
      expect(await opened.commands()).toEqual([])
    })
  })

  it('is read aloud and printed in the languages chosen for it, and as always when none is', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      const dialog = page.getByRole('dialog')
      expect(await seen(dialog.getByText('Read aloud and printed as always.'))).toBe(true)
      await fold(page, 'Languages').click()
      for (const language of ['Indonesian', 'English', 'Sundanese'])
        await dialog.getByRole('checkbox', { name: language }).check()
      await dialog.getByRole('checkbox', { name: 'English' }).uncheck()
      expect(await opened.violations()).toEqual([])
      await button(page, 'Raise').click()
      await button(page, 'Done').click()
      await button(page, 'Update').click()
      expect(await seen(dialog.getByText('Read aloud and printed in Indonesian and Sundanese.'))).toBe(true)
      await fold(page, 'Languages').click()
      for (const language of ['Indonesian', 'Sundanese'])
        await dialog.getByRole('checkbox', { name: language }).uncheck()
      await button(page, 'Show the update').click()
      await page.getByText('Raised by Siti, 2 wordings').click()
      const wordings = page.getByRole('listitem').filter({ hasText: /^09:41/ })
      expect(await seen(wordings.getByText('Read aloud and printed as always.'))).toBe(true)
      expect(await page.getByText('Changed in another language.').count()).toBe(0)
      await button(page, 'Update').click()
      expect(await seen(dialog.getByText('Read aloud and printed as always.'))).toBe(true)
      await fold(page, 'Languages').click()
      await dialog.getByRole('checkbox', { name: 'English' }).check()
      await button(page, 'Show the update').click()
      expect(await seen(wordings.getByText('Read aloud and printed in English.'))).toBe(true)
    })
  })

  it('is raised from a phone as well', async () => {
    await withExample('busy', { ...phone, lang: 'en' }, async (page, opened) => {
      await button(page, 'Report a problem').tap()
      await page
        .getByRole('button', { name: /^Family card/ })
        .last()
        .tap()
      expect(await opened.violations()).toEqual([])
      await button(page, 'Raise').tap()
      expect(
        await seen(
          page
            .getByRole('region', { name: 'Notices' })
            .getByRole('heading', { name: 'Family card is not working now' }),
        ),
      ).toBe(true)
    })
  })

  it('leaves the focus where it came from when it is not reported after all', async () => {
    await withExample('busy', tablet, async (page) => {
      for (const leave of [() => page.keyboard.press('Escape'), () => button(page, 'Close').click()]) {
        await button(page, 'Report a problem').click()
        expect(await seen(page.getByRole('dialog'))).toBe(true)
        await leave()
        expect(await gone(page.getByRole('dialog'))).toBe(true)
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Report a problem')
      }
    })
  })
})

describe('what needs attention', () => {
  it('asks about a paper nobody is sure of, one after the other', async () => {
    await withExample('trouble', tablet, async (page) => {
      const attention = page.getByRole('region', { name: 'Needs attention' })
      expect(await seen(attention.getByText('Put paper in ticket machine 1.'))).toBe(true)
      expect(await seen(attention.getByText('Did the ticket C006 come out?'))).toBe(true)
      await button(page, 'Yes').click()
      expect(await seen(attention.getByText('Did the ticket C007 come out?'))).toBe(true)
      await button(page, 'Print a copy').click()
      expect(await gone(attention.getByText(/come out/))).toBe(true)
    })
  })

  it('lets a supervisor confirm the date, and only a supervisor', async () => {
    await withExample('trouble', tablet, async (page) => {
      await button(page, 'Yes, the date is right').click()
      expect(await gone(page.getByText(/Is it Sunday 3 January today/))).toBe(true)
    })
    await withExample('staff', tablet, async (page) => {
      expect(await seen(page.getByText('A supervisor must confirm that it is Sunday 3 January today.'))).toBe(true)
      expect(await button(page, 'Yes, the date is right').count()).toBe(0)
    })
  })
})

/** Opens the form for tomorrow at six, when the notice stands alone, about the first services below the system. */
async function planned(page: Page, services: number): Promise<void> {
  await button(page, 'Report a problem').click()
  const [, ...toggles] = await page.getByRole('region', { name: 'What is affected?' }).getByRole('button').all()
  for (const toggle of toggles.slice(0, services)) await toggle.click()
  await fold(page, 'When').click()
  await page.getByRole('radio', { name: 'Tomorrow, 06:00' }).check()
}

/** Chooses own words for the cause and for what people can do, and gives the two fields to write them in. */
async function ownWordsFor(page: Page): Promise<readonly Locator[]> {
  for (const title of ['Why', 'What people can do']) {
    await fold(page, title).click()
    await page.getByRole('group', { name: title }).getByRole('radio', { name: 'In my own words' }).check()
  }
  return page.getByLabel('Your words').all()
}
