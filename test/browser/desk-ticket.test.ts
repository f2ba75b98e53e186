import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, gone, phone, seen, tablet, withExample as withDeskExample, type DeskOpened } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// What the office says on its ticket, written at a supervisor's desk, and its own recordings.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

interface TicketOpened extends DeskOpened {
  /** The words of every picture that was asked for, in order. */
  readonly pictured: () => Promise<readonly unknown[]>
}

const withTicket = <Result>(
  example: string,
  options: OpenOptions,
  press: (page: Page, opened: TicketOpened) => Promise<Result>,
) =>
  withDeskExample(gallery, `desk-ticket/${example}`, options, async (page, opened) => {
    const asked = await page.evaluateHandle(() => {
      const heard: unknown[] = []
      addEventListener('preview', (event) => heard.push((event as CustomEvent).detail))
      return heard
    })
    await button(page, 'More').click()
    await button(page, 'Ticket').click()
    expect(await opened.differences()).toEqual([])
    return press(page, { ...opened, pictured: () => asked.jsonValue() })
  })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What the ticket says' })
const line = (page: Page, title: string, language = 'In Indonesian') =>
  page.getByRole('group', { name: title }).getByRole('textbox', { name: language })
const picture = (page: Page) => page.getByRole('img', { name: /^Picture of a printed ticket/ })

const heading = {
  id: 'Jalan Siliwangi 12, telepon (0266) 221 234',
  en: 'Jalan Siliwangi 12, telepon (0266) 221 234',
  su: 'Jalan Siliwangi 12, telepon (0266) 221 234',
}
const closing = {
  id: 'Pengaduan: lapor.go.id. Terima kasih.',
  en: 'Complaints: lapor.go.id. Thank you.',
  su: 'Wadulan: lapor.go.id. Hatur nuhun.',
}
const written = { heading, closing, showAhead: true, showWait: false, showQr: true }

describe('the words of the ticket', () => {
  it('are drawn as they are typed, once the typing rests, and saved by one order', async () => {
    await withTicket('written', tablet, async (page, opened) => {
      await picture(page).waitFor()
      expect(await picture(page).getAttribute('alt')).toBe(
        'Picture of a printed ticket. On it: “Dinas Kependudukan dan Pencatatan Sipil”, “Jalan Siliwangi 12, telepon (0266) 221 234”, an example of a number, how many people come before, the code for phones and “Pengaduan: lapor.go.id. Terima kasih.”.',
      )
      await line(page, 'Last line').fill('Sampai jumpa')
      await page.getByRole('switch', { name: 'How long it may take' }).click()
      await page.getByRole('img', { name: /how long it may take, the code for phones and “Sampai jumpa”/ }).waitFor()
      const words = { ...written, closing: { ...closing, id: 'Sampai jumpa' }, showWait: true }
      const pictured = await opened.pictured()
      expect([pictured.at(0), pictured.at(-1)]).toEqual([written, words])
      expect(await opened.commands()).toEqual([])
      await button(page, 'Save').click()
      await gone(dialog(page))
      expect(await opened.commands()).toEqual([{ type: 'SetTicketWords', words }])
      // Opened again, it says what was saved.
      await button(page, 'More').click()
      await button(page, 'Ticket').click()
      expect(await line(page, 'Last line').inputValue()).toBe('Sampai jumpa')
    })
  })

  it('say how much too long a line is, cut nothing off, and are drawn again once it fits', async () => {
    await withTicket('at-limit', tablet, async (page, opened) => {
      const last = line(page, 'Last line')
      const before = await last.inputValue()
      await seen(page.getByText(/^0 of 80 letters left/))
      await last.fill(`${before} ya`)
      await seen(page.getByText('3 letters too many: at most 80 fit.'))
      await seen(page.getByText('The picture follows as soon as the marked line is right.'))
      expect(await opened.violations()).toEqual([])
      await button(page, 'Save').click({ force: true })
      await seen(page.getByText('Put the marked line right first.'))
      expect(await last.inputValue()).toBe(`${before} ya`)
      await last.fill('')
      await page.getByRole('group', { name: 'Last line' }).getByText('Write it in other languages too').click()
      await line(page, 'Last line', 'In Sundanese').fill('Mangga')
      await seen(page.getByText('Write the line in Indonesian too'))
      await last.fill('Mangga atuh')
      await page.getByRole('img', { name: /“Mangga atuh”/ }).waitFor()
      expect(await opened.commands()).toEqual([])
    })
  })

  it('are not lost by Escape, the cross or a refusal', async () => {
    await withTicket('refused', { ...phone, lang: 'en' }, async (page, opened) => {
      await line(page, 'Last line').fill('Sampai jumpa')
      for (const close of [
        () => page.keyboard.press('Escape'),
        () => page.keyboard.press('Escape'),
        () => page.getByRole('button', { name: 'Close', exact: true }).click(),
      ]) {
        await close()
        await page.getByRole('alert').getByText('Your changes have not been saved.').waitFor()
      }
      await seen(page.getByText('Your changes have not been saved.'))
      expect(await opened.violations()).toEqual([])
      await button(page, 'Go on writing').click()
      await button(page, 'Save').click()
      await seen(page.getByRole('alert').getByText('This cannot be done here.'))
      expect(await line(page, 'Last line').inputValue()).toBe('Sampai jumpa')
      expect(await opened.violations()).toEqual([])
      await button(page, 'Cancel').click()
      await button(page, 'Do not save').click()
      await gone(dialog(page))
      expect((await opened.commands()).length).toBe(1)
    })
  })

  it('are left without a question where nothing was changed', async () => {
    await withTicket('sundanese', tablet, async (page, opened) => {
      await seen(page.getByText('Tickets are printed in Sundanese, the language of this office.', { exact: false }))
      await picture(page).waitFor()
      expect(await picture(page).getAttribute('alt')).toContain('“Wadulan: lapor.go.id. Hatur nuhun.”')
      expect(await opened.violations()).toEqual([])
      await button(page, 'Save').click({ force: true })
      await seen(page.getByText('Nothing has been changed yet.'))
      await page.keyboard.press('Escape')
      await gone(dialog(page))
      expect(await opened.commands()).toEqual([])
    })
  })

  it('can be saved where no printer draws them', async () => {
    await withTicket('no-printer', tablet, async (page, opened) => {
      await seen(page.getByText('No ticket machine is connected now'))
      expect(await opened.violations()).toEqual([])
      await button(page, 'Try again').click()
      await expect.poll(async () => (await opened.pictured()).length).toBe(2)
      await page.getByRole('switch', { name: 'The code for phones (QR)' }).click()
      await seen(page.getByText('Without it, people cannot follow their turn on their phone.'))
      await button(page, 'Save').click()
      await gone(dialog(page))
      expect(await opened.commands()).toEqual([{ type: 'SetTicketWords', words: { ...written, showQr: false } }])
    })
  })

  it('are a supervisor’s alone', async () => {
    await withDeskExample(gallery, 'desk/staff', tablet, async (page) => {
      await button(page, 'More').click()
      await seen(button(page, 'Prepared texts'))
      expect(await button(page, 'Ticket').count()).toBe(0)
      expect(await button(page, 'Recordings of your own').count()).toBe(0)
    })
  })

  it('wait while the hub is not heard', async () => {
    await withTicket('silent', tablet, async (page, opened) => {
      await line(page, 'Last line').fill('Sampai jumpa')
      await seen(dialog(page).getByText('There is no connection. Nothing can be done until it is back.'))
      await button(page, 'Save').click({ force: true })
      expect(await opened.commands()).toEqual([])
      expect(await opened.violations()).toEqual([])
    })
  })
})

describe('the office’s own recordings', () => {
  const open = async (page: Page) => {
    await page.keyboard.press('Escape')
    await gone(dialog(page))
    await button(page, 'More').click()
    await button(page, 'Recordings of your own').click()
  }

  it('are counted language by language, each with its list', async () => {
    await withTicket('plain', tablet, async (page, opened) => {
      await open(page)
      const recordings = page.getByRole('dialog', { name: 'Recordings of your own' })
      await seen(recordings.getByRole('region', { name: 'Indonesian' }).getByText('All 46 recordings are there.'))
      await seen(recordings.getByRole('region', { name: 'English' }).getByText('60 recordings are missing.'))
      const sundanese = recordings.getByRole('region', { name: 'Sundanese' })
      await seen(sundanese.getByText('43 recordings are missing.'))
      await sundanese.getByText('The list of 46 pieces').click()
      await seen(sundanese.getByRole('button', { name: 'Play letter-a.wav' }))
      expect(await opened.violations()).toEqual([])
    })
  })

  it('can be looked for again where they cannot be known', async () => {
    await withTicket('no-printer', { ...phone, lang: 'en' }, async (page, opened) => {
      await open(page)
      await seen(page.getByText('The list of recordings did not come.'))
      await button(page, 'Try again').click()
      await seen(page.getByText('The list of recordings did not come.'))
      expect(await opened.violations()).toEqual([])
    })
  })
})
