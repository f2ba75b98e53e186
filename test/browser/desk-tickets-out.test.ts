import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cameBack } from '../../display/gallery/desk-scenarios.ts'
import { allPromises } from '../../shared/return-book.ts'
import { shortCode } from '../../shared/short-code.ts'
import { button, gone, phone, seen, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// An answer for every number already out: 188 people hold one when the national server stops.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

const question = (page: Page) => page.getByRole('dialog', { name: /hold a number/ })
const ask = async (page: Page) => {
  await button(page, '188 people hold a number').click()
  return question(page)
}

describe('numbers already out', () => {
  it('are asked about once a notice stands, beside the work: calling goes on meanwhile', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^National population server/ }).click()
      await button(page, 'Raise').click()
      const dialog = page.getByRole('dialog', { name: '19 people hold a number' })
      expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringMatching(/^A\s+Identity card recording\s+14/),
        expect.stringMatching(/^B\s+Identity card printing\s+5/),
      ])
      expect(await opened.violations()).toEqual([])
      await button(page, 'Call next').click()
      expect(await seen(page.getByRole('region', { name: 'At this counter now' }).getByText('C001'))).toBe(true)
      await button(page, 'Done').click()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
    })
  })

  it('are not asked about where nobody holds one', async () => {
    await withExample('empty', tablet, async (page) => {
      await button(page, 'Report a problem').click()
      await page.getByRole('button', { name: /^Family card/ }).click()
      await button(page, 'Raise').click()
      expect(await seen(page.getByRole('region', { name: 'Notices' }))).toBe(true)
      expect(await page.getByRole('dialog').count()).toBe(0)
    })
  })

  it('are no matter of what only informs', async () => {
    await withExample('desk-notices/four-notices', tablet, async (page) => {
      const buttons = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: /hold a number$/ })
      expect(await seen(buttons)).toBe(true)
      expect(await buttons.allInnerTexts()).toEqual([
        '19 people hold a number',
        '2 people hold a number',
        '4 people hold a number',
      ])
    })
  })

  it('are called as always, or keep their place, by one press, and news is promised anew where it was late', async () => {
    await withExample('desk-returns/morning-rush', tablet, async (page, opened) => {
      const dialog = await ask(page)
      expect(await dialog.getByRole('radio', { name: /^Keep their place/ }).isChecked()).toBe(true)
      await dialog.getByRole('radio', { name: /^Call them as always/ }).click()
      expect(await seen(dialog.getByText('Next news is promised for 10:15.'))).toBe(true)
      expect(await opened.commands()).toMatchObject([
        {
          type: 'UpdateNotice',
          notice: 1,
          content: { kind: 'outage', waiting: 'keep', nextNews: Date.parse('2026-11-24T10:15:00+07:00') },
        },
      ])
      await dialog.getByRole('radio', { name: /^Keep their place/ }).click()
      expect(await seen(dialog.getByText('Every screen says so now.'))).toBe(true)
    })
  })

  it('of one service go home with a return ticket by two presses, and it is said how many did', async () => {
    await withExample('desk-returns/morning-rush', tablet, async (page, opened) => {
      const dialog = await ask(page)
      await dialog.getByRole('button', { name: 'Send home: Identity card printing' }).click()
      expect(await seen(dialog.getByText(/^The paper they hold becomes their return ticket/))).toBe(true)
      expect(await opened.violations()).toEqual([])
      await dialog.getByRole('button', { name: 'Yes, send 62 people home' }).click()
      expect(await seen(dialog.getByText('62 people were sent home. Their papers are return tickets now.'))).toBe(true)
      expect(await seen(page.getByRole('dialog', { name: '126 people hold a number' }))).toBe(true)
      expect(await opened.commands()).toEqual([{ type: 'SendHome', services: ['id-card-printing'] }])
    })
  })

  it('of every service go home together', async () => {
    await withExample('desk-returns/morning-rush', tablet, async (page, opened) => {
      const dialog = await ask(page)
      await dialog.getByRole('button', { name: 'Send all home (188 people)' }).click()
      await dialog.getByRole('button', { name: 'Yes, send 188 people home' }).click()
      expect(await seen(page.getByRole('dialog', { name: 'Nobody holds a number any more' }))).toBe(true)
      expect(await opened.commands()).toEqual([
        { type: 'SendHome', services: ['id-card-recording', 'id-card-printing'] },
      ])
    })
  })

  it('move to an open service with their numbers, from a phone as well', async () => {
    await withExample('desk-returns/morning-rush', { ...phone, lang: 'en' }, async (page, opened) => {
      const dialog = await ask(page)
      await dialog.getByRole('button', { name: 'Move to another service: Identity card printing' }).tap()
      expect(await dialog.getByRole('button', { name: /waiting$/ }).allInnerTexts()).toHaveLength(5)
      await dialog.getByRole('button', { name: /Letters/ }).tap()
      expect(await seen(dialog.getByText('62 people now wait for Letters.'))).toBe(true)
      expect(await opened.commands()).toEqual([{ type: 'MoveWaiting', from: 'id-card-printing', to: 'letters' }])
    })
  })

  it('leave the notice as it is when nobody answers: Escape closes the question and gives the focus back', async () => {
    await withExample('desk-returns/morning-rush', tablet, async (page, opened) => {
      await ask(page)
      await page.keyboard.press('Escape')
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('188 people hold a number')
      expect(await opened.commands()).toEqual([])
    })
  })
})

describe('one ticket', () => {
  it('is sent home with its paper, and brought back at once when that was wrong', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await page.getByRole('button', { name: /^A003/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Ticket A003' })
      await dialog.getByRole('button', { name: 'Send home with a return ticket' }).dblclick()
      expect(await seen(dialog.getByText(/^A003 was sent home\. The paper is a return ticket now\./))).toBe(true)
      expect(await seen(page.getByRole('tab', { name: 'Waiting 30', includeHidden: true }))).toBe(true)
      await dialog.getByRole('button', { name: 'Bring back in line' }).click()
      expect(await seen(page.getByRole('tab', { name: 'Waiting 31' }))).toBe(true)
      expect(await opened.commands()).toEqual([
        { type: 'SendTicketHome', ticket: 5 },
        { type: 'ResumeTicket', ticket: 5 },
      ])
    })
  })

  it('of somebody who comes back is marked, and so is who comes back with it', async () => {
    await withExample('desk-returns/came-back', tablet, async (page) => {
      expect(await seen(page.getByRole('button', { name: /^A004\s*Return ticket/ }))).toBe(true)
      const recording = page.getByRole('region', { name: 'Identity card recording' })
      expect(await seen(recording.getByText('2 of them come back'))).toBe(true)
      expect(await seen(recording.getByText(/^time for \d+ more today$/))).toBe(true)
    })
  })
})

describe('a return ticket', () => {
  it('is taken at the desk by number and code, and the new number is said', async () => {
    await withExample('desk-returns/promised', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'Return ticket').click()
      const dialog = page.getByRole('dialog', { name: 'Return ticket' })
      await dialog.getByRole('button', { name: 'Take the return ticket' }).click()
      expect(await seen(dialog.getByText('Write the number and the code.'))).toBe(true)
      await dialog.getByLabel('Number and code on the paper').fill('A042 XXXX')
      await dialog.getByRole('button', { name: 'Take the return ticket' }).click()
      expect(await seen(dialog.getByRole('alert').getByText(/^We do not know this return ticket\./))).toBe(true)
      expect(await opened.violations()).toEqual([])
      expect(await opened.commands()).toEqual([{ type: 'UseReturnTicket', code: 'A042 XXXX' }])
    })
  })

  it('brings somebody near the front with a number of today', async () => {
    await withExample('desk-returns/came-back', tablet, async (page) => {
      await button(page, 'More').click()
      await button(page, 'Return ticket').click()
      const dialog = page.getByRole('dialog', { name: 'Return ticket' })
      const paper = allPromises(cameBack().state.returns).find(({ usedOn }) => usedOn === null)
      if (!paper) throw new Error('every return ticket of the example is used')
      const code = `${paper.number.toLowerCase()} ${shortCode(paper.token)}`
      await dialog.getByLabel('Number and code on the paper').fill(code)
      await dialog.getByRole('button', { name: 'Take the return ticket' }).click()
      expect(await seen(dialog.getByText(/^The new number is [AB]\d{3}\./))).toBe(true)
      expect(await dialog.getByLabel('Number and code on the paper').inputValue()).toBe('')
    })
  })
})

describe('the promised days', () => {
  it('are a table of bars for the supervisor, with a line at the most for one service', async () => {
    await withExample('desk-returns/promised', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'Promised days').click()
      const table = page.getByRole('dialog', { name: 'Promised days' }).getByRole('table')
      expect(await seen(page.getByText('The line: at most 40 people for one service a day.'))).toBe(true)
      const rows = await table.getByRole('row').allInnerTexts()
      expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
        'Service People',
        'Wednesday 25 November 80 people',
        'A Identity card recording 40',
        'B Identity card printing 40',
        'Thursday 26 November 71 people',
        'A Identity card recording 40',
        'B Identity card printing 31',
        'Friday 27 November 40 people',
        'A Identity card recording 40',
        'Saturday 28 November 6 people',
        'A Identity card recording 6',
      ])
      expect(await opened.violations()).toEqual([])
    })
  })

  it('are no matter of other staff, nor of a day on which nothing is promised', async () => {
    for (const example of ['desk-returns/promised-staff', 'busy'])
      await withExample(example, tablet, async (page) => {
        await button(page, 'More').click()
        expect(await seen(button(page, 'Return ticket'))).toBe(true)
        expect(await button(page, 'Promised days').count()).toBe(0)
      })
  })
})
