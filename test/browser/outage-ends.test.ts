import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleOffice } from '../../shared/example-office.ts'
import { serviceView } from '../../shared/views/common.ts'
import { phrasePath } from '../../shared/voice/files.ts'
import { recoveryPhrase } from '../../shared/words/voice-text.ts'
import { openGallery, type Gallery } from './gallery.ts'

/**
 * How an outage begins and ends, as people meet it: said behind the outage key for a whole system, in words that were
 * written in one language, and over, with those who come back.
 */
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const kiosk = { width: 1080, height: 1920, touch: true } as const
const tablet = { width: 1280, height: 800 } as const

async function opened(
  [screen, example]: readonly [string, string],
  options: { readonly lang?: 'id' | 'en' | 'su'; readonly width: number; readonly height: number },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const at = await gallery.open(screen, example, { lang: 'en', ...options })
  try {
    await look(at.page)
    expect({ errors: at.errors, violations: await at.violations() }).toEqual({ errors: [], violations: [] })
  } finally {
    await at.close()
  }
}

describe('behind the outage key', () => {
  it('a system is said once, and everybody reads what needs it', async () => {
    await opened(['kiosk', 'live'], kiosk, async (page) => {
      await page.clock.install()
      await page.keyboard.down('Pause')
      await page.clock.fastForward(3_100)
      const choices = page.getByRole('list', { name: 'What is not working?' }).getByRole('button')
      const pressed = () =>
        choices.evaluateAll((all) =>
          all.filter((one) => one.ariaPressed === 'true').map((one) => one.textContent.replace(/^[A-G](?=[A-Z])/, '')),
        )
      await choices.first().waitFor()
      expect((await choices.allTextContents()).slice(0, 2)).toEqual(['National population server', 'All services'])
      await choices.first().tap()
      expect(await pressed()).toEqual([
        'National population server',
        'Identity card recording',
        'Identity card printing',
      ])
      await page.getByRole('button', { name: 'Next' }).tap()
      await page.getByRole('button', { name: 'The central server cannot be reached.' }).tap()
      const tapEach = async (signs: string) => {
        for (const sign of signs) await page.getByRole('button', { name: sign, exact: true }).tap()
      }
      await tapEach('SITI')
      await page.getByRole('button', { name: 'Next' }).tap()
      await tapEach('482913')
      await page.getByRole('button', { name: 'Show it now' }).tap()
      await page.getByRole('heading', { name: 'The notice is up' }).waitFor()
      const raised = await page.evaluate(() =>
        (window as unknown as { office: { given: { type: string; content?: { scope: object } }[] } }).office.given
          .filter(({ type }) => type === 'RaiseByKey')
          .map(({ content }) => content?.scope),
      )
      expect(raised).toEqual([{ office: false, services: [], systems: ['national-server'] }])
    })
  })
})

describe('words written in one language', () => {
  it.each([
    ['en', ['Kabel putus karena longsor.', 'Silakan ke kantor kecamatan.']],
    ['su', ['Kabel putus karena longsor.', 'Silakan ke kantor kecamatan.']],
    ['id', []],
  ] as const)('are read on a page in %s as they were written, and marked', async (lang, marked) => {
    await opened(['kiosk', 'own-words'], { ...kiosk, lang }, async (page) => {
      const banner = page.getByRole('region').filter({ hasText: 'Kabel putus karena longsor.' })
      expect(await banner.locator('[lang="id"]').allTextContents()).toEqual([...marked])
      expect(await banner.locator('p:not([lang])').count()).toBeGreaterThan(2)
    })
  })
})

describe('a new PIN that is easy to guess', () => {
  it('is said to be so as soon as it stands there, and is taken with one press all the same', async () => {
    await opened(['desk', 'set-up'], { width: 390, height: 844 }, async (page) => {
      const warning = page.getByText(
        'This PIN is easy to guess. Better choose another. To use it anyway, press “Set up”.',
      )
      await page.getByLabel('PIN').fill('482913')
      expect(await warning.count()).toBe(0)
      await page.getByLabel('PIN').fill('123456')
      await warning.waitFor()
      await page.getByLabel('Setup code').fill('LOKET')
      await page.getByLabel('Name').fill('Siti')
      await page.getByRole('button', { name: 'Set up' }).click()
      // The gallery's door knows another PIN: it was asked.
      await page.getByRole('alert').waitFor()
    })
  })
})

describe('when it works again', () => {
  it('the question says how many come back, and in what mix', async () => {
    await opened(['desk-returns', 'mix'], tablet, async (page) => {
      await page.getByRole('button', { name: 'Working again' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('9 people who waited are called first').waitFor()
      expect(await dialog.getByRole('paragraph').filter({ visible: true }).allTextContents()).toEqual(
        expect.arrayContaining([
          'Of those who waited, every counter calls 2, then 1 other person, and so on, as long as other people wait.',
          '3 of them came with a return ticket and are called before regular numbers.',
          '1 of them has priority and is called before all others, as always.',
        ]),
      )
    })
  })

  it('the TV says it, in the words that the hub keeps ready', async () => {
    await opened(['voice', 'hall'], tablet, async (page) => {
      const services = exampleOffice.services.slice(0, 2).map(serviceView)
      const works = phrasePath(recoveryPhrase({ office: false, services }, 'en'))
      // Every sound is in the making.
      await page.route('**/voice/*', (route) => route.fulfill({ status: 202 }))
      const raised = page.waitForRequest(/\/voice\//)
      await page.getByRole('button', { name: 'Raise' }).click()
      await raised
      const said = page.waitForRequest((request) => request.url().endsWith(works))
      await page.getByRole('button', { name: 'Works again' }).click()
      expect(new URL((await said).url()).pathname).toBe(works)
    })
  })

  it('somebody sent home who is still here gets the old place back', async () => {
    await opened(['desk-returns', 'promised'], tablet, async (page) => {
      const commands = page.evaluate(
        () =>
          new Promise((resolve) => {
            window.addEventListener('command', (event) => resolve((event as CustomEvent<object>).detail), {
              once: true,
            })
          }),
      )
      await page.getByRole('tab', { name: 'Sent home 197' }).click()
      const row = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'A030' })
      expect(await row.getByRole('button').allTextContents()).toEqual([expect.stringMatching(/^A030/), 'Bring back'])
      await row.getByRole('button', { name: 'Bring back' }).click()
      expect(await commands).toMatchObject({ type: 'ResumeTicket' })
      await page.getByRole('tab', { name: 'Sent home 196' }).waitFor()
      expect(await row.count()).toBe(0)
    })
  })

  it('there is no list of people sent home on a day on which nobody was', async () => {
    await opened(['desk', 'busy'], tablet, async (page) => {
      expect((await page.getByRole('tab').allTextContents()).length).toBe(3)
    })
  })
})
