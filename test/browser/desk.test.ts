import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, gone, seen, tablet, withExample as withDeskExample, type Press } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// The door, the counter and the tickets. Presses in the gallery go through the hub's schemas and the office's own
// decisions, so what is seen here is what an office would show.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())
const withExample = <Result>(example: string, options: OpenOptions, press: Press<Result>) =>
  withDeskExample(gallery, example, options, press)

const atCounter = (page: Page, text: string) =>
  page.getByRole('region', { name: 'At this counter now' }).getByText(text, { exact: true })

describe('the door', () => {
  it('asks for setup code, name and PIN, and says what is missing', async () => {
    await withExample('set-up', tablet, async (page) => {
      await page.getByLabel('Setup code', { exact: true }).fill('LOKET')
      await page.getByLabel('Name', { exact: true }).fill('Siti')
      await page.getByLabel('PIN', { exact: true }).fill('1234')
      await button(page, 'Set up').click()
      expect(await seen(page.getByText('A PIN has six digits.'))).toBe(true)
      expect(await page.getByLabel('PIN', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    })
  })

  it('says how long to wait after a wrong PIN, as an alert, and empties the PIN', async () => {
    await withExample('sign-in', tablet, async (page, opened) => {
      await page.getByLabel('Name', { exact: true }).fill('Siti')
      await page.getByLabel('PIN', { exact: true }).fill('111111')
      await button(page, 'Sign in').click()
      expect(await seen(page.getByRole('alert').getByText(/30 seconds/))).toBe(true)
      expect(await page.getByLabel('PIN', { exact: true }).inputValue()).toBe('')
      expect(await opened.violations()).toEqual([])
    })
  })

  it('shows the pairing code of a tablet that is not known', async () => {
    expect(await withExample('unpaired', tablet, (page) => seen(page.getByText('KTM4-92RX', { exact: true })))).toBe(
      true,
    )
  })
})

describe('the counter', () => {
  it('calls with one press on a closed counter, and a finger that bounces calls once', async () => {
    await withExample('busy', tablet, async (page) => {
      expect(await seen(page.getByRole('tab', { name: 'Waiting 31' }))).toBe(true)
      await button(page, 'Call next').dblclick()
      expect(await seen(atCounter(page, 'C001'))).toBe(true)
      expect(await seen(page.getByRole('tab', { name: 'Waiting 30' }))).toBe(true)
    })
  })

  it('goes through a visit: start, no second start and why, finish', async () => {
    await withExample('called', tablet, async (page) => {
      await button(page, 'Start').click()
      expect(await seen(atCounter(page, 'Being served'))).toBe(true)
      expect(await button(page, 'Recall').getAttribute('aria-disabled')).toBe('true')
      await button(page, 'Recall').click({ force: true })
      expect(await seen(page.getByRole('status').getByText('This person is being served already.'))).toBe(true)
      await button(page, 'Finish').click()
      expect(await seen(atCounter(page, 'Nobody is at this counter'))).toBe(true)
    })
  })

  it('goes back to a visit that was finished by mistake, or ended by calling the next one', async () => {
    await withExample('called', tablet, async (page, opened) => {
      const back = page.getByRole('button', { name: 'Pressed by mistake? Back to C001' })
      await button(page, 'Start').click()
      await button(page, 'Finish').click()
      expect(await seen(back)).toBe(true)
      expect(await opened.violations()).toEqual([])
      await back.click()
      expect(await seen(atCounter(page, 'C001'))).toBe(true)
      expect(await seen(atCounter(page, 'Being served'))).toBe(true)
      await button(page, 'Call next').click()
      expect(await gone(atCounter(page, 'C001'))).toBe(true)
      await button(page, 'Undo call').click()
      await back.click()
      expect(await seen(atCounter(page, 'Being served'))).toBe(true)
    })
  })

  it('says that a number was called again, which nothing else here would show', async () => {
    await withExample('called', tablet, async (page) => {
      await button(page, 'Recall').click()
      expect(await seen(page.getByRole('status').getByText('C001 was called again.'))).toBe(true)
    })
  })

  it('undoes a call', async () => {
    await withExample('called', tablet, async (page) => {
      await button(page, 'Undo call').click()
      expect(await seen(page.getByRole('tab', { name: 'Waiting 31' }))).toBe(true)
    })
  })

  it('holds the current ticket, which is found and brought back from its own list', async () => {
    await withExample('called', tablet, async (page, opened) => {
      await button(page, 'Hold').click()
      await page.getByRole('tab', { name: 'On hold 2' }).click()
      expect(await seen(page.getByRole('button', { name: /^C001/ }))).toBe(true)
      expect(await opened.violations()).toEqual([])
      await page.getByRole('listitem').filter({ hasText: 'C001' }).getByRole('button', { name: 'Bring back' }).click()
      expect(await seen(page.getByRole('tab', { name: 'On hold 1' }))).toBe(true)
    })
  })

  it('transfers the current ticket to a service chosen in a dialog', async () => {
    await withExample('called', tablet, async (page, opened) => {
      await button(page, 'Transfer').click()
      expect(await opened.violations()).toEqual([])
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Moving/ })
        .click()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      expect(await seen(page.getByRole('region', { name: 'Moving' }).getByRole('button', { name: /^C001/ }))).toBe(true)
    })
  })

  it('keeps every button where it is, whatever is shown around it', async () => {
    const places: unknown[] = []
    for (const example of [
      'empty',
      'called',
      'notices',
      'trouble',
      'silent',
      'long-names',
      'desk-notices/day-unconfirmed',
    ]) {
      const place = await withExample(example, tablet, (page) =>
        Promise.all(
          ['Call next', 'Recall', 'Start', 'No-show', 'Undo call', 'Finish', 'Hold', 'Transfer'].map((name) =>
            button(page, name).boundingBox(),
          ),
        ),
      )
      places.push(place)
    }
    expect(places).toEqual(places.map(() => places[0]))
  })

  it('does nothing while the hub is silent, and says since when', async () => {
    await withExample('silent', tablet, async (page) => {
      expect(await seen(page.getByRole('status').getByText('Not live since 09:41'))).toBe(true)
      for (const name of ['Call next', 'Finish', 'Hold', 'Transfer'])
        expect(await button(page, name).getAttribute('aria-disabled')).toBe('true')
      await button(page, 'Call next').click({ force: true })
      expect(await seen(page.getByRole('status').getByText(/^There is no connection/))).toBe(true)
      await page.getByRole('button', { name: /^A001/ }).click()
      expect(await button(page, 'Call to Counter 1').getAttribute('aria-disabled')).toBe('true')
    })
  })

  it('does not press for a colleague: a taken counter says whose it is', async () => {
    await withExample('taken', tablet, async (page) => {
      await page.getByLabel('Counter', { exact: true }).selectOption({ index: 0 })
      expect(await button(page, 'Call next').getAttribute('aria-disabled')).toBe('true')
      await button(page, 'Call next').click({ force: true })
      expect(await seen(page.getByRole('status').getByText(/^Budi works at this counter/))).toBe(true)
    })
  })
})

describe('a waiting ticket', () => {
  it('can be called here, held, transferred, printed again, and cancelled by two presses', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await page.getByRole('button', { name: /^A003/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Ticket A003' })
      expect(await dialog.getByRole('button').allInnerTexts()).toEqual([
        '',
        'Call to Counter 1',
        'Hold',
        'Transfer',
        'Send home with a return ticket',
        'Print again',
        'Cancel ticket',
      ])
      expect(await opened.violations()).toEqual([])
      await dialog.getByRole('button', { name: 'Cancel ticket' }).click()
      await dialog.getByRole('button', { name: 'Yes, cancel A003' }).click()
      expect(await gone(dialog)).toBe(true)
      expect(await seen(page.getByRole('tab', { name: 'Waiting 30' }))).toBe(true)
    })
  })

  it('whose paper is on its way is not printed twice: the hub’s no stands as an alert', async () => {
    await withExample('busy', tablet, async (page) => {
      const printAgain = async () => {
        await page.getByRole('button', { name: /^A003/ }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Print again' }).click()
      }
      await printAgain()
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      await printAgain()
      expect(await seen(page.getByRole('dialog').getByRole('alert').getByText(/.+/))).toBe(true)
    })
  })
})

describe('the day on paper', () => {
  it('is printed from the menu, and the answer stands beside the button', async () => {
    await withExample('busy', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'End of the day').click()
      const dialog = page.getByRole('dialog', { name: 'End of the day' })
      await dialog.getByRole('button', { name: 'Print the day’s report' }).click()
      expect(await seen(dialog.getByText('The ticket machine prints it now.'))).toBe(true)
      expect(await opened.violations()).toEqual([])
    })
  })
})

describe('people and devices', () => {
  it('are let in and taken out by a supervisor', async () => {
    await withExample('empty', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'People').click()
      const dialog = page.getByRole('dialog', { name: 'People' })
      expect(await opened.violations()).toEqual([])
      await dialog.getByLabel('Name', { exact: true }).fill('Agus')
      await dialog.getByLabel('PIN', { exact: true }).fill('246810')
      await dialog.getByRole('button', { name: 'Add', exact: true }).click()
      expect(await seen(dialog.getByRole('listitem').filter({ hasText: 'Agus' }))).toBe(true)
      await dialog.getByRole('button', { name: 'Remove Agus' }).click()
      await dialog.getByRole('button', { name: 'Yes, remove Agus' }).click()
      expect(await gone(dialog.getByRole('listitem').filter({ hasText: 'Agus' }))).toBe(true)
    })
  })

  it('gives a device its name, and says when its code is wrong', async () => {
    await withExample('empty', tablet, async (page, opened) => {
      await button(page, 'More').click()
      await button(page, 'Let a device in').click()
      const dialog = page.getByRole('dialog', { name: 'Let a device in' })
      await dialog.getByLabel('Code on the device').fill('XXXX')
      await dialog.getByLabel('Name of the device').fill('TV in the hall')
      await dialog.getByRole('button', { name: 'Let in' }).click()
      expect(await seen(dialog.getByRole('alert').getByText(/.+/))).toBe(true)
      await dialog.getByLabel('Code on the device').fill('LOKET')
      await dialog.getByRole('button', { name: 'Let in' }).click()
      expect(await seen(dialog.getByText('TV in the hall has been let in.'))).toBe(true)
      expect(await opened.violations()).toEqual([])
    })
  })

  it('are no matter of other staff', async () => {
    await withExample('staff', tablet, async (page) => {
      await button(page, 'More').click()
      expect(await seen(button(page, 'Sign out'))).toBe(true)
      expect(await button(page, 'People').count()).toBe(0)
    })
  })
})
