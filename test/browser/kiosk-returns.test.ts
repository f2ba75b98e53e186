import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'
import { scan } from './kiosk-scan.ts'

/**
 * Return tickets, scarce places, the early morning and the outage key, as people meet them: the kiosk's examples, and
 * its own program on a hub inside the page, with a scanner that types.
 */
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function opened<T>(example: string, look: (page: Page) => Promise<T>, query = ''): Promise<T> {
  const at = await gallery.open('kiosk', example, { lang: 'en', width: 1080, height: 1920, touch: true, query })
  try {
    if (example.startsWith('live')) await at.page.clock.install()
    const seen = await look(at.page)
    expect(at.errors).toEqual([])
    return seen
  } finally {
    await at.close()
  }
}

interface OfficeInPage {
  readonly office: {
    readonly given: readonly { readonly type: string }[]
    readonly latestCode: () => string
    readonly answer: () => void
  }
}
/** What the hub was asked for, without what screens report by themselves. */
const given = async (page: Page) =>
  (await page.evaluate(() => (window as unknown as OfficeInPage).office.given)).filter(
    ({ type }) => type !== 'ReportPainted',
  )
const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const words = (page: Page) => page.locator('main p:not(.for-ears)').allTextContents()
/** What a scanner reads from the latest ticket. */
const latestCode = (page: Page) => page.evaluate(() => (window as unknown as OfficeInPage).office.latestCode())

describe('a stopped service', () => {
  it('gives a return ticket with the second touch, and its paper says what it is for', async () => {
    await opened('live-notice', async (page) => {
      await button(page, 'Identity card printing').tap()
      await button(page, 'Take a return ticket On another day it brings you near the front, once.').tap()
      await heading(page, 'B007').waitFor()
      await page.getByText('Return ticket', { exact: true }).waitFor()
      await page.getByText('Good from Wednesday 25 November until Tuesday 8 December.').waitFor()
      await page.getByText('Take your return ticket').waitFor()
      expect(await given(page)).toEqual([{ type: 'TakeReturnTicket', service: 'id-card-printing' }])
    })
  })

  it('gives one for a double touch', async () => {
    await opened(
      'live-notice',
      async (page) => {
        await button(page, 'Identity card printing').tap()
        await button(page, 'Take a return ticket').dblclick()
        await page.locator('button[aria-busy="true"]').getByText('One moment, please.').waitFor()
        await page.evaluate(() => (window as unknown as OfficeInPage).office.answer())
        await heading(page, 'B007').waitFor()
        expect(await given(page)).toEqual([{ type: 'TakeReturnTicket', service: 'id-card-printing' }])
      },
      '&hub=late',
    )
  })

  it('gives one by its physical button, pressed once more where it is offered', async () => {
    await opened('live-notice', async (page) => {
      await page.keyboard.press('F1')
      await heading(page, 'Identity card recording is not available now').waitFor()
      await page.keyboard.press('F1')
      await page.clock.fastForward(3_000)
      await page.keyboard.press('F1')
      await heading(page, 'A010').waitFor()
      expect(await given(page)).toEqual([{ type: 'TakeReturnTicket', service: 'id-card-recording' }])
    })
  })

  it('has number and letters written down where no paper comes', async () => {
    await opened('return-not-printed', async (page) => {
      const alert = page.getByRole('alert')
      expect(await alert.textContent()).toBe(
        'We could not print your ticket. Write down this number and these four letters, or take a photo.',
      )
      expect(await page.getByText(/^B007 [B-Z]{4}$/).count()).toBe(1)
      await page.getByRole('img', { name: 'Picture code of your return ticket' }).waitFor()
    })
  })

  it('offers none where it is merely closed', async () => {
    await opened('closed-service', async (page) => {
      expect(await button(page, 'Take a return ticket').count()).toBe(0)
    })
  })
})

describe('a return ticket', () => {
  it.each([
    ['home', async () => {}],
    ['a page of words', (page: Page) => button(page, 'Moving').focus()],
    ['the page that asks for it', (page: Page) => button(page, 'I have a return ticket').tap()],
  ] as const)('is scanned on %s, and nothing else is pressed by it', async (_, goThere) => {
    await opened('live-return', async (page) => {
      const paper = await latestCode(page)
      await goThere(page)
      await scan(page, paper)
      await heading(page, 'You have your old place back').waitFor()
      await page.getByText('B007', { exact: true }).waitFor()
      await scan(page, paper)
      await heading(page, 'You have your old place back').waitFor()
      expect(await given(page)).toEqual([{ type: 'UseReturnTicket', code: paper }])
    })
  })

  it('is typed with a finger, with keys only for what can come next', async () => {
    await opened('live', async (page) => {
      await button(page, 'I have a return ticket').tap()
      const keys = () => page.getByRole('group', { name: 'Keys' }).getByRole('button').allTextContents()
      const seen: string[] = []
      for (const sign of 'B007QXZF') {
        seen.push((await keys()).join(''))
        await page.getByRole('button', { name: sign, exact: true }).tap()
        await page.clock.fastForward(200)
      }
      expect([seen[0], seen[1], seen[4]]).toEqual(['ABCDEFGDelete', '1234567890Delete', 'BCDFGHJKLMNPQRSTVWXZDelete'])
      await heading(page, 'Is this what your ticket says?').waitFor()
      await button(page, 'Yes, use my return ticket').tap()
      await page.getByRole('alert').getByText('We do not know this return ticket.').waitFor()
      await button(page, 'Delete').tap()
      await page.getByText('Typed so far: B 0 0 7 Q X Z', { exact: false }).waitFor()
      expect(await given(page)).toEqual([{ type: 'UseReturnTicket', code: 'B007 QXZF' }])
    })
  })

  it('is typed on a keyboard, slowly or fast', async () => {
    await opened('live', async (page) => {
      await button(page, 'I have a return ticket').tap()
      await heading(page, 'Hold the code on your return ticket under the scanner').waitFor()
      for (const sign of 'b00') {
        await page.keyboard.press(sign)
        await page.clock.fastForward(300)
      }
      await heading(page, 'Copy the number and the code from your return ticket').waitFor()
      await page.keyboard.press('Backspace')
      await page.keyboard.type('07qxzf', { delay: 0 })
      await page.clock.fastForward(300)
      await heading(page, 'Is this what your ticket says?').waitFor()
      await page.getByRole('heading', { level: 1 }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      expect(await given(page)).toEqual([{ type: 'UseReturnTicket', code: 'B007 QXZF' }])
    })
  })

  it.each([
    ['back-accepted', 'B001', 'Your return ticket was accepted: you go near the front.'],
    ['back-stopped', 'Your return ticket cannot be used yet', 'Your return ticket stays good.'],
    [
      'back-too-early',
      'Your return ticket cannot be used yet',
      'This return ticket is good from Thursday 26 November. Please come on that day or later.',
    ],
    [
      'back-expired',
      'Your return ticket is no longer good',
      'This return ticket was good until Friday 20 November. Please take a new number, or ask the staff.',
    ],
    ['back-of-today', 'This is not a return ticket', 'This number is from today. Wait until it is called.'],
  ] as const)('%s is answered in words', async (example, name, sentence) => {
    await opened(example, async (page) => {
      await heading(page, name).waitFor()
      expect(await words(page)).toContain(sentence)
    })
  })
})

describe('what a visitor should know before taking a number', () => {
  it('is that few places are left', async () => {
    const names = await opened('few-places', (page) =>
      page
        .getByRole('list', { name: 'Services' })
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((button) => button.querySelector('.for-ears')?.textContent)),
    )
    expect(names).toContain('Letters, 1 waiting, 2 places left, about 5 to 15 minutes')
    expect(names).toContain('Family card, no more numbers today. Touch to read more.')
  })

  it('is why there are none, and what to do', async () => {
    await opened('full-closing', async (page) => {
      await heading(page, 'No more numbers for Identity card recording today').waitFor()
      expect(await words(page)).toEqual([
        'The counters have no time left for more people today. Please come on another day, or ask at the front desk.',
      ])
    })
  })

  it('is when a service is given that is closed while the office is open', async () => {
    await opened('closed-one', async (page) => {
      await heading(page, 'Moving is closed now').waitFor()
      expect(await words(page)).toEqual(['Numbers can be taken again 13:00.'])
    })
  })

  it.each([
    [
      'early',
      ['You can take a number now. The counters open at 08:00.', "The staff have not yet confirmed today's services."],
    ],
    ['number-early', ['The counters open at 08:00.', "The staff have not yet confirmed today's services."]],
    ['recovered', ['Identity card recording and Identity card printing work again since 09:41']],
    ['planned', ['From 13:00: Civil certificates will be paused.']],
  ] as const)('%s is said in plain lines', async (example, lines) => {
    await opened(example, async (page) => {
      expect(await words(page)).toEqual(expect.arrayContaining([...lines]))
    })
  })

  it('is what is planned for a service', async () => {
    await opened('planned-service', async (page) => {
      const planned = page.getByRole('region', { name: 'What is planned' }).getByRole('paragraph')
      expect(await planned.allTextContents()).toEqual([
        'From Wednesday 25 November, 03:10 until Monday 30 November, 08:00: Identity card recording and Identity card printing will be paused.',
        'Records are being moved to a new system.',
      ])
    })
  })
})

describe('the outage key', () => {
  const hold = async (page: Page, ms: number, key = 'Pause') => {
    await page.keyboard.down(key)
    await page.clock.fastForward(ms)
  }
  const what = (page: Page) => heading(page, 'What is not working?')

  it('shows nothing before it was held for 3 s', async () => {
    await opened('live', async (page) => {
      await hold(page, 2_900)
      expect(await page.getByText('For staff').count()).toBe(0)
      await page.keyboard.up('Pause')
      await page.clock.fastForward(1_000)
      await hold(page, 2_900)
      expect(await page.getByText('For staff').count()).toBe(0)
      await page.clock.fastForward(200)
      await what(page).waitFor()
    })
  })

  it('leads to a notice by name and PIN, and a wrong PIN is asked for again', async () => {
    await opened('live', async (page) => {
      await hold(page, 3_100)
      await page.getByRole('button', { name: 'Identity card recording' }).tap()
      await page.getByRole('button', { name: 'Identity card printing' }).tap()
      await button(page, 'Next').tap()
      await button(page, 'The central server cannot be reached.').tap()
      for (const sign of 'SITI') await page.getByRole('button', { name: sign, exact: true }).tap()
      await button(page, 'Next').tap()
      const type = async (pin: string) => {
        for (const digit of pin) {
          await page.getByRole('button', { name: digit, exact: true }).tap()
          await page.clock.fastForward(200)
        }
        await button(page, 'Show it now').tap()
      }
      await type('111111')
      await page.getByRole('alert').getByText('The name or the PIN is not right.').waitFor()
      await type('482913')
      await heading(page, 'The notice is up').waitFor()
      await button(page, 'Done').tap()
      await page
        .getByRole('region', { name: 'Identity card recording and Identity card printing are not working now' })
        .waitFor()
      expect((await given(page)).map(({ type }) => type)).toEqual(['RaiseByKey', 'RaiseByKey'])
    })
  })

  it('leaves by itself after a minute, also with half a PIN typed', async () => {
    await opened('live', async (page) => {
      await hold(page, 3_100)
      await page.getByRole('button', { name: 'All services' }).tap()
      await page.clock.fastForward(59_000)
      await what(page).waitFor()
      await page.clock.fastForward(2_000)
      await heading(page, 'Touch the service you need').waitFor()
      expect(await page.getByText('For staff').count()).toBe(0)
    })
  })

  it('can be one of the ticket buttons, which then gives no tickets', async () => {
    await opened(
      'live',
      async (page) => {
        await page.keyboard.press('F2')
        await hold(page, 3_100, 'F2')
        await what(page).waitFor()
        expect(await given(page)).toEqual([])
      },
      '&outage-key=F2',
    )
  })
})
