import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

/**
 * The kiosk's own program, touched as people touch it, on a hub and a printer inside the page. Time is turned by hand:
 * the page's clock jumps, and the page's own next tick sees it.
 */
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function live<T>(query: string, touch: (page: Page) => Promise<T>, example = 'live'): Promise<T> {
  const opened = await gallery.open('kiosk', example, { lang: 'en', width: 1080, height: 1920, touch: true, query })
  try {
    // Early, because a jump right after it can be lost.
    await opened.page.clock.install()
    const seen = await touch(opened.page)
    expect(opened.errors).toEqual([])
    return seen
  } finally {
    await opened.close()
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const number = (page: Page) => page.getByRole('heading', { name: /^[A-Z]\d{3}$/ })
const sorry = (page: Page) => page.getByRole('alert').getByText('Go to the front desk.')
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Touch the service you need' })

interface OfficeInPage {
  readonly office: { readonly given: readonly object[]; readonly answer: () => void }
}
const given = (page: Page) => page.evaluate(() => (window as unknown as OfficeInPage).office.given)
const answer = (page: Page) => page.evaluate(() => (window as unknown as OfficeInPage).office.answer())

describe('touching', () => {
  it('gives a number with one touch, and the number takes the focus', async () => {
    await live('', async (page) => {
      await button(page, 'Letters').tap()
      await number(page).waitFor()
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('D002')
      await page.getByText('Take your ticket').waitFor()
      expect(await given(page)).toEqual([{ type: 'TakeTicket', service: 'letters', class: 'regular' }])
    })
  })

  it('gives a priority number with two', async () => {
    await live('', async (page) => {
      await button(page, 'I need priority').tap()
      await button(page, 'Moving').tap()
      await number(page).waitFor()
      expect(await given(page)).toEqual([{ type: 'TakeTicket', service: 'moving', class: 'priority' }])
    })
  })

  it('answers a touch at once, and gives one ticket for a double one', async () => {
    await live('&hub=late', async (page) => {
      await button(page, 'Letters').dblclick()
      await button(page, 'Moving').tap()
      await page.locator('button[aria-busy="true"]').getByText('One moment, please.').waitFor()
      await answer(page)
      expect(await number(page).textContent()).toBe('D002')
      expect(await given(page)).toHaveLength(1)
    })
  })

  it('takes a trembling finger for one touch when the page changes under it', async () => {
    await live(
      '',
      async (page) => {
        const box = await button(page, 'Identity card printing').boundingBox()
        if (!box) throw new Error('the button is not drawn')
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        await page.mouse.click(at.x, at.y)
        await page.getByRole('heading', { name: /is not available now$/ }).waitFor()
        const under = await page.evaluate(({ x, y }) => {
          const button = document.createElement('button')
          button.style.cssText = `position:fixed;left:${x - 40}px;top:${y - 40}px;width:80px;height:80px`
          button.addEventListener('click', () => button.setAttribute('data-clicked', 'true'))
          document.body.append(button)
          const press = (detail: number) =>
            button.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, detail }))
          press(1)
          const byFinger = button.dataset['clicked'] ?? 'no'
          press(0)
          return [byFinger, button.dataset['clicked'] ?? 'no']
        }, at)
        expect(under).toEqual(['no', 'true'])
      },
      'live-notice',
    )
  })

  it('leads from an outage to a number for what is open', async () => {
    await live(
      '',
      async (page) => {
        await button(page, 'Identity card printing').tap()
        await page.getByRole('heading', { level: 1, name: 'Identity card printing is not available now' }).waitFor()
        await button(page, 'Family card').tap()
        expect(await number(page).textContent()).toBe('C004')
      },
      'live-notice',
    )
  })

  it('opens no menu and selects nothing', async () => {
    await live('', async (page) => {
      const refused = await button(page, 'Letters').evaluate((element) =>
        ['contextmenu', 'selectstart', 'dragstart'].map(
          (type) => !element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
        ),
      )
      expect(refused).toEqual([true, true, true])
    })
  })
})

describe('speaking', () => {
  it('changes the language of everything, until the next visitor', async () => {
    await live('', async (page) => {
      await button(page, 'Basa Sunda').tap()
      await button(page, 'Nyitak KTP-el').waitFor()
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
        'su',
        'Nyandak nomer',
      ])
      await page.clock.fastForward(31_000)
      await home(page).waitFor()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    })
  })
})

describe('paper', () => {
  it('that did not come out leaves the number, a code for phones, and another try', async () => {
    await live('&printer=paper-out', async (page) => {
      await button(page, 'Letters').tap()
      await page
        .getByRole('alert')
        .getByText(/^We could not print your ticket/)
        .waitFor()
      await page.getByRole('img', { name: 'Picture code for the camera of your phone' }).waitFor()
      await button(page, 'Try printing again').tap()
      await page.getByText('Your ticket is being printed').waitFor()
      await page
        .getByRole('alert')
        .getByText(/^We could not print your ticket/)
        .waitFor()
      expect(await given(page)).toEqual([
        { type: 'TakeTicket', service: 'letters', class: 'regular' },
        { type: 'PrintAgain', ticket: 26 },
      ])
      await button(page, 'Done').tap()
      await home(page).waitFor()
    })
  })

  it('that came out clears the screen for the next visitor after 12 s', async () => {
    await live('', async (page) => {
      await button(page, 'Letters').tap()
      await page.getByText('Take your ticket').waitFor()
      await page.clock.fastForward(13_000)
      await home(page).waitFor()
      expect(await number(page).count()).toBe(0)
    })
  })
})

describe('a hub that does not answer', () => {
  it('is said after 8 s, and a late answer still shows its number', async () => {
    await live('&hub=late', async (page) => {
      await button(page, 'Letters').tap()
      await page.clock.fastForward(9_000)
      await sorry(page).waitFor()
      await answer(page)
      expect(await number(page).textContent()).toBe('D002')
    })
  })

  it('shows a very late answer to nobody', async () => {
    await live('&hub=late', async (page) => {
      await button(page, 'Basa Sunda').tap()
      await button(page, 'Serat Katerangan').tap()
      await page.clock.fastForward(9_000)
      await page.getByRole('alert').getByText('Mangga sumping ka méja payun.').waitFor()
      await page.clock.fastForward(31_000)
      // The next visitor's language says that this one counts as gone.
      await sorry(page).waitFor()
      await answer(page)
      await home(page).waitFor()
      expect(await number(page).count()).toBe(0)
    })
  })
})

describe('physical buttons', () => {
  it('take numbers in the order of the services, once for a key that is held', async () => {
    await live('', async (page) => {
      await page.keyboard.down('F3')
      await page.keyboard.down('F3')
      await page.keyboard.down('F3')
      await page.keyboard.up('F3')
      expect(await number(page).textContent()).toBe('C004')
      expect(await given(page)).toEqual([{ type: 'TakeTicket', service: 'family-card', class: 'regular' }])
    })
  })
})

describe('notices', () => {
  it('are reported once, when they are painted', async () => {
    await live(
      '',
      async (page) => {
        await page.waitForFunction(() => (window as unknown as OfficeInPage).office.given.length > 0)
        await button(page, 'Read more').tap()
        await button(page, 'Back').tap()
        await home(page).waitFor()
        await button(page, 'Letters').tap()
        await number(page).waitFor()
        expect(await given(page)).toEqual([
          { type: 'ReportPainted', notice: 1, revision: 1 },
          { type: 'TakeTicket', service: 'letters', class: 'regular' },
        ])
      },
      'live-notice',
    )
  })
})
