import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, fold, gone, phone, seen, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// Notices for later, and what becomes of those that stand: their history, their papers, and taking one back.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, `desk-notices/${example}`, options, press)

const at = (local: string) => Date.parse(`${local}:00+07:00`)

describe('a notice for later', () => {
  it('is set for before anybody is in, by one press more than for now', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      await fold(page, 'When').click()
      await page.getByRole('radio', { name: 'Tomorrow, 03:10' }).check()
      expect(await seen(page.getByText('Goes up by itself: Wednesday 25 November, 03:10.'))).toBe(true)
      expect(
        await seen(page.getByText('No new numbers. People who wait then keep their place until it is over.')),
      ).toBe(true)
      await button(page, 'Set for later').click()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      expect(await opened.commands()).toEqual([
        {
          type: 'ScheduleNotice',
          raiseAt: at('2026-11-25T03:10'),
          content: {
            kind: 'outage',
            scope: { office: false, services: [], systems: ['national-server'] },
            cause: {
              id: 'Jaringan data kependudukan pusat sedang terputus.',
              en: 'The national civil registry network is cut off.',
              su: 'Jaringan data kapendudukan puseur nuju pegat.',
            },
            instruction: null,
            since: null,
            expectedEnd: null,
            nextNews: at('2026-11-25T04:10'),
            newTickets: 'stop',
            waiting: 'hold',
          },
        },
      ])
      const later = page.getByRole('region', { name: 'Set for later' })
      expect(await seen(later.getByText('From Wednesday 25 November, 03:10.'))).toBe(true)
      expect(await page.getByRole('region', { name: 'Notices' }).count()).toBe(0)
    })
  })

  it('is set for a day and a time of one’s own from a phone', async () => {
    await withExample('prepared', { ...phone, lang: 'en' }, async (page, opened) => {
      await button(page, 'Report a problem').tap()
      await button(page, 'The whole office').tap()
      await fold(page, 'When').tap()
      await page.getByRole('group', { name: 'When' }).getByRole('radio', { name: 'At a time I choose' }).check()
      await page.getByLabel('When: day').selectOption('2026-11-30')
      await page.getByLabel('When: time').selectOption({ label: '05:45' })
      await button(page, 'Set for later').tap()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      expect(await opened.commands()).toMatchObject([{ type: 'ScheduleNotice', raiseAt: at('2026-11-30T05:45') }])
    })
  })

  it('begins when it goes up, or began before', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await button(page, 'The whole office').click()
      await fold(page, 'When').click()
      await page.getByRole('radio', { name: 'Tomorrow, 03:10' }).check()
      await fold(page, 'Since when, until when').click()
      const began = page.getByRole('group', { name: 'It began' })
      expect(await began.getByRole('radio', { name: 'When it goes up' }).isChecked()).toBe(true)
      await began.getByRole('radio', { name: 'At a time I choose' }).check()
      await page.getByLabel('It began: day').selectOption({ label: 'Yesterday' })
      await button(page, 'Set for later').click()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      expect(await opened.commands()).toMatchObject([
        { type: 'ScheduleNotice', content: { since: at('2026-11-23T09:00') } },
      ])
    })
  })

  it('keeps its end when it is moved past it, and says so until one of the two is put right', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await button(page, 'The whole office').click()
      await fold(page, 'Since when, until when').click()
      await page.getByRole('group', { name: 'Until when' }).getByRole('radio', { name: 'At a time I choose' }).check()
      const time = page.getByLabel('Until when: time')
      await time.selectOption({ label: '14:00' })
      await fold(page, 'When').click()
      const goesUp = page.getByRole('group', { name: 'When', exact: true })
      await goesUp.getByRole('radio', { name: 'At a time I choose' }).check()
      await page.getByLabel('When: time', { exact: true }).selectOption({ label: '23:45' })
      const dialog = page.getByRole('dialog')
      await button(page, 'Set for later').click({ force: true })
      const said = '“Until when” lies before the notice goes up. Choose a later time first.'
      expect(await seen(dialog.getByRole('status').getByText(said))).toBe(true)
      expect(await seen(dialog.getByText(/^Until 14:00\./))).toBe(true)
      expect(await time.locator('option:checked').innerText()).toBe('14:00')
      await page.getByLabel('Until when: day').selectOption({ label: 'Tomorrow' })
      await button(page, 'Set for later').click()
      expect(await gone(dialog)).toBe(true)
      expect(await opened.commands()).toMatchObject([
        { raiseAt: at('2026-11-24T23:45'), content: { expectedEnd: at('2026-11-25T14:00') } },
      ])
    })
  })

  it('is changed, shown at once and withdrawn from its own card', async () => {
    await withExample('scheduled', tablet, async (page, opened) => {
      const later = page.getByRole('region', { name: 'Set for later' })
      const tomorrow = later.getByRole('article').filter({ hasText: 'Tomorrow the office is open until noon.' })
      await tomorrow.getByRole('button', { name: 'Change' }).click()
      const form = page.getByRole('dialog', { name: 'Change the planned notice' })
      await fold(form, 'When').click()
      expect(await form.getByRole('radio', { name: 'Tomorrow, 03:10' }).isChecked()).toBe(true)
      expect(await form.getByRole('radio', { name: 'Now', exact: true }).count()).toBe(0)
      await form.getByRole('radio', { name: 'Tomorrow, 06:00' }).check()
      await button(page, 'Keep the change').click()
      expect(await seen(tomorrow.getByText('From Wednesday 25 November, 06:00.'))).toBe(true)

      await tomorrow.getByRole('button', { name: 'Show now' }).click()
      const standing = page.getByRole('region', { name: 'Notices' })
      expect(await seen(standing.getByText(/Tomorrow the office is open until noon\./))).toBe(true)

      // What only informs has nothing to ask about numbers already out.
      expect(await page.getByRole('dialog').count()).toBe(0)
      await later.getByRole('button', { name: 'Withdraw' }).click()
      const question = page.getByRole('dialog', { name: 'Withdraw this notice?' })
      expect(await seen(question.getByText('Nobody has seen this notice yet, and nobody will.'))).toBe(true)
      await question.getByRole('button', { name: 'Yes, take it away' }).click()
      expect(await gone(later)).toBe(true)
      expect(await opened.commands()).toMatchObject([
        { type: 'RescheduleNotice', notice: 2, raiseAt: at('2026-11-25T06:00') },
        { type: 'RaiseScheduled', notice: 2 },
        { type: 'WithdrawNotice', notice: 1 },
      ])
    })
  })
})

describe('a notice that was a mistake', () => {
  it('is taken away by two presses, and nobody is told that anything works again', async () => {
    await withExample('history', tablet, async (page, opened) => {
      await button(page, 'It was a mistake').click()
      const question = page.getByRole('dialog', { name: 'It was a mistake' })
      expect(await seen(question.getByText(/nobody is told that anything works again/))).toBe(true)
      await question.getByRole('button', { name: 'Yes, take it away' }).click()
      expect(await gone(page.getByRole('region', { name: 'Notices' }))).toBe(true)
      expect(await page.getByText(/work again since/).count()).toBe(0)
      expect(await opened.commands()).toEqual([{ type: 'WithdrawNotice', notice: 1 }])
    })
  })
})

describe('a standing notice', () => {
  it('tells who said what and when, by what each wording changed', async () => {
    await withExample('history', tablet, async (page, opened) => {
      await page.getByText('Raised by Siti, 3 wordings').click()
      expect(await page.getByRole('listitem').filter({ hasText: /^0/ }).allInnerTexts()).toEqual([
        '09:30, Siti: The number you hold stays valid. Next news 10:15. The cause is not said.',
        '09:00, Budi: You can wait, or come back on another day. Next news 09:30.',
        '08:35, Siti: Raised.',
      ])
      expect(await opened.violations()).toEqual([])
    })
  })

  it('comes on paper: a slip for the door, and pages for the board in a window of their own', async () => {
    await withExample('history', tablet, async (page) => {
      await page.getByText('On paper: for the door and the board').click()
      const link = (name: string) => page.getByRole('link', { name, exact: true })
      expect([
        await link('Page for the notice board (A4)').getAttribute('href'),
        await link('A4 in every language').getAttribute('href'),
        await link('Page for the notice board (A4)').getAttribute('target'),
      ]).toEqual(['/notice/1.pdf?lang=id', '/notice/1.pdf?lang=all', '_blank'])
      await button(page, 'Print for the door').click()
      expect(await seen(page.getByText('The ticket machine prints it now.'))).toBe(true)
    })
  })

  it('says for a while what works again', async () => {
    expect(
      await withExample('recovered', tablet, (page) =>
        seen(page.getByText('Identity card recording and Identity card printing work again since 09:36')),
      ),
    ).toBe(true)
  })

  it('does not bring back whom another notice holds as well: the question says how many', async () => {
    await withExample('held-twice', tablet, async (page) => {
      await button(page, 'Working again').first().click()
      expect(await page.getByRole('dialog').getByRole('listitem').allInnerTexts()).toEqual([
        'The notice disappears from every screen. For 15 minutes the screens say that it works again.',
        '14 people who waited are called first, in their old order, in turn with people of today.',
        '5 people stay held by another notice.',
      ])
    })
  })
})
