import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, fold, gone, phone, seen, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// The first question of the day, and the words that are kept for the next notice.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, `desk-notices/${example}`, options, press)

describe('the day', () => {
  it('is confirmed by one press, and nothing moves under a finger', async () => {
    await withExample('day-unconfirmed', tablet, async (page, opened) => {
      const card = page.getByRole('region', { name: 'Do all services work today?' })
      expect(await opened.violations()).toEqual([])
      const before = await button(page, 'Call next').boundingBox()
      await card.getByRole('button', { name: 'All services work today' }).click()
      expect(await seen(page.getByText('Siti confirmed today’s services at 09:41.'))).toBe(true)
      expect(await gone(card)).toBe(true)
      expect(await button(page, 'Call next').boundingBox()).toEqual(before)
      expect(await opened.commands()).toEqual([{ type: 'ConfirmDay' }])
    })
  })

  it('is asked about in the same place on a phone', async () => {
    await withExample('day-unconfirmed', { ...phone, lang: 'id' }, async (page) => {
      const before = await button(page, 'Panggil berikutnya').boundingBox()
      await button(page, 'Semua layanan berjalan').tap()
      expect(await seen(page.getByText('Siti memastikan layanan hari ini pukul 09.41.'))).toBe(true)
      expect(await button(page, 'Panggil berikutnya').boundingBox()).toEqual(before)
    })
  })

  it('leads to the report when something does not work, and then asks about the rest', async () => {
    await withExample('day-unconfirmed', tablet, async (page) => {
      await button(page, 'Something does not work').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      await button(page, 'Raise').click()
      await button(page, 'Done').click()
      expect(await seen(page.getByRole('region', { name: 'Do all other services work today?' }))).toBe(true)
      await button(page, 'All other services work').click()
      expect(await seen(page.getByText('Siti confirmed today’s services at 09:41.'))).toBe(true)
    })
  })

  it('is asked about below the buttons while somebody is at the counter', async () => {
    await withExample('day-unconfirmed-called', tablet, async (page) => {
      expect(await seen(page.getByRole('region', { name: 'At this counter now' }).getByText('C001'))).toBe(true)
      expect(await seen(page.getByRole('region', { name: 'Do all services work today?' }))).toBe(true)
    })
  })
})

describe('prepared words', () => {
  it('are kept from a notice in every language as typed, and used for it and for the next', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      await fold(page, 'Why').click()
      const why = page.getByRole('group', { name: 'Why' })
      await why.getByRole('radio', { name: 'In my own words' }).check()
      expect(await button(page, 'Keep for next time').getAttribute('aria-disabled')).toBe('true')
      await page.getByLabel('Your words').fill('Kabel putus.')
      await page.getByText('Write it in other languages too').click()
      await page.getByLabel('In English').fill('A cable is broken.')
      expect(await opened.violations()).toEqual([])
      await button(page, 'Keep for next time').click()
      const kept = why.getByRole('radio', { name: 'A cable is broken.' })
      expect(await seen(kept)).toBe(true)
      expect(await kept.isChecked()).toBe(true)
      await button(page, 'Raise').click()
      const text = { id: 'Kabel putus.', en: 'A cable is broken.', su: 'Kabel putus.' }
      expect(await opened.commands()).toMatchObject([
        { type: 'SavePreparedText', text: { kind: 'outage', says: 'cause', text } },
        { type: 'RaiseNotice', content: { cause: text } },
      ])
      await button(page, 'Done').click()
      await button(page, 'Report a problem').click()
      await fold(page, 'Why').click()
      expect(await seen(page.getByRole('radio', { name: 'A cable is broken.' }))).toBe(true)
    })
  })

  it('put other words in place of Loket’s own, which can be had back', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'Prepared texts').click()
      const dialog = page.getByRole('dialog', { name: 'Prepared texts' })
      await dialog.getByRole('button', { name: 'Change: The electricity is out.' }).click()
      await dialog.getByLabel('Your words').fill('Listrik padam.')
      await dialog.getByLabel('In English').fill('There is no electricity.')
      await dialog.getByLabel('In Sundanese').fill('')
      await button(page, 'Keep the change').click()
      const restore = dialog.getByRole('button', { name: 'Restore: There is no electricity.' })
      expect(await seen(restore)).toBe(true)
      await restore.click()
      expect(await seen(dialog.getByText('The electricity is out.'))).toBe(true)
      expect(await opened.commands()).toEqual([
        {
          type: 'SavePreparedText',
          text: {
            id: 'cause_power',
            kind: 'outage',
            says: 'cause',
            text: { id: 'Listrik padam.', en: 'There is no electricity.', su: 'Listrik padam.' },
          },
        },
        { type: 'RemovePreparedText', text: 'cause_power' },
      ])
    })
  })

  it('of the office’s own are added for a kind, and removed by two presses', async () => {
    await withExample('prepared', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'Prepared texts').click()
      const dialog = page.getByRole('dialog', { name: 'Prepared texts' })
      await dialog.getByRole('button', { name: 'Remove: Lightning has struck the office’s equipment.' }).click()
      await dialog.getByRole('button', { name: /^Yes, remove: Lightning/ }).click()
      expect(await gone(dialog.getByText('Lightning has struck the office’s equipment.'))).toBe(true)
      await dialog.getByLabel('For notices of this kind').selectOption('Closed')
      await dialog.getByRole('button', { name: 'Add a text: What people can do' }).click()
      await button(page, 'Keep the change').click({ force: true })
      await dialog.getByLabel('Your words').fill('Besok buka lagi.')
      await button(page, 'Keep the change').click()
      expect(await seen(dialog.getByText('Besok buka lagi.'))).toBe(true)
      expect(await opened.commands()).toMatchObject([
        { type: 'RemovePreparedText', text: 'own-lightning' },
        { type: 'SavePreparedText', text: { kind: 'closed', says: 'instruction' } },
      ])
    })
  })
})
