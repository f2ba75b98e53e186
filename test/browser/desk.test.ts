import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery, type OpenExample, type OpenOptions } from './gallery.ts'

// Every state of the desk in real Chromium, on the tablet it is made for and on a phone. Presses in the gallery go
// through the hub's schemas and the office's own decisions, so what is seen here is what an office would show.

const tablet = { width: 1180, height: 820, lang: 'en' } as const
const phone = { width: 390, height: 844, touch: true } as const
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
]

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function withExample<Result>(
  example: string,
  options: OpenOptions,
  press: (page: Page, opened: OpenExample) => Promise<Result>,
): Promise<Result> {
  const opened = await gallery.open('desk', example, options)
  opened.page.setDefaultTimeout(20_000)
  try {
    const result = await press(opened.page, opened)
    expect(opened.errors).toEqual([])
    return result
  } finally {
    await opened.close()
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Waits until it is there, or gone; the deadline of the page makes the test fail. */
async function seen(locator: Locator): Promise<true> {
  await locator.first().waitFor()
  return true
}
async function gone(locator: Locator): Promise<true> {
  await locator.waitFor({ state: 'detached' })
  return true
}

const atCounter = (page: Page, text: string) =>
  page.getByRole('region', { name: 'At this counter now' }).getByText(text, { exact: true })

describe('every state of the desk', () => {
  it.each(examples)('%s keeps nobody out, can be touched, and never scrolls sideways', async (example) => {
    for (const options of [tablet, { ...phone, lang: 'id' }] as const)
      expect(await withExample(example, options, flawsOf)).toEqual([])
  })

  it.each(['set-up', 'busy', 'notices', 'trouble'])('%s is as good in Sundanese', async (example) => {
    for (const size of [tablet, phone]) expect(await withExample(example, { ...size, lang: 'su' }, flawsOf)).toEqual([])
  })
})

/** What axe says, every target below 44 px, and whether the page is wider than the window. */
async function flawsOf(page: Page, opened: OpenExample): Promise<readonly string[]> {
  const violations = await opened.violations()
  const sizes = await page.evaluate(() => {
    const targets = [...document.querySelectorAll('button, select, input, summary, textarea')]
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return height > 0 && (height < 44 || width < 44)
    })
    const isWide = document.documentElement.scrollWidth > window.innerWidth
    return [...small.map(({ outerHTML }) => outerHTML.slice(0, 120)), ...(isWide ? ['scrolls sideways'] : [])]
  })
  return [...violations, ...sizes]
}

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
    for (const example of ['empty', 'called', 'notices', 'trouble', 'silent', 'long-names']) {
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
      expect(await gone(page.getByRole('dialog'))).toBe(true)
      const notices = page.getByRole('region', { name: 'Notices' })
      expect(await seen(notices.getByRole('heading', { name: heading }))).toBe(true)
      expect(await seen(notices.getByText(/Next news 10:45\./))).toBe(true)
      await button(page, 'No change, next news in 30 minutes').click()
      expect(await seen(notices.getByText(/Next news 10:15\./))).toBe(true)
      await button(page, 'Working again').click()
      expect(await seen(page.getByText(/19 held people can be called again/))).toBe(true)
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
      await page.getByText('Why', { exact: true }).first().click()
      await page.getByRole('group', { name: 'Why' }).getByRole('radio', { name: 'In my own words' }).check()
      await page.getByLabel('Your words, the same in every language').fill('x'.repeat(200))
      expect(await seen(page.getByText('0 of 160 letters left'))).toBe(true)
      await page.getByText('Until when, and next news', { exact: true }).click()
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
