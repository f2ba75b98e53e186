import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery, type OpenExample, type OpenOptions } from './gallery.ts'

/**
 * Every state of the kiosk as a picture would show it, in real Chromium: what stands there by role and name, that axe
 * has nothing to say, that a finger can touch what is to be touched, and that nothing is cut off.
 */
const upright = { width: 1080, height: 1920 } as const
const sizes = [upright, { width: 1920, height: 1080 }, { width: 1024, height: 600 }] as const
const still = [
  'home',
  'priority-on',
  'pressed',
  'notice',
  'notices',
  'all-notices',
  'own-words',
  'stopped',
  'stopped-pressed',
  'warned',
  'early',
  'early-outage',
  'recovered',
  'planned',
  'planned-service',
  'closed',
  'closed-service',
  'closed-one',
  'few-places',
  'few-places-warned',
  'full-warned',
  'full',
  'full-home',
  'full-closing',
  'refused',
  'no-paper',
  'number-printing',
  'number-printed',
  'number-first',
  'number-priority',
  'number-not-printed',
  'number-no-printer',
  'number-unsure',
  'number-early',
  'return-printing',
  'return-printed',
  'return-not-printed',
  'return-no-printer',
  'return-unsure',
  'code-empty',
  'code-digits',
  'code-letters',
  'code-whole',
  'code-unknown',
  'code-all-letters',
  'back-accepted',
  'back-resumed',
  'back-stopped',
  'back-too-early',
  'back-expired',
  'back-of-today',
  'staff-what',
  'staff-system',
  'staff-why',
  'staff-name',
  'staff-pin',
  'staff-system-pin',
  'staff-wrong',
  'staff-raised',
  'silent',
  'unanswered',
  'connecting',
  'unreachable',
  'unpaired',
  'long-names',
  'two-services',
  'fourteen-services',
  'all-letters',
] as const

/** Those with the most words, which are tried in every language. */
const wordy = [
  'home',
  'notices',
  'stopped',
  'early-outage',
  'few-places',
  'planned-service',
  'number-not-printed',
  'number-early',
  'return-printed',
  'return-not-printed',
  'code-letters',
  'code-unknown',
  'back-stopped',
  'staff-wrong',
  'all-letters',
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function looking<T>(
  example: (typeof still)[number],
  options: OpenOptions,
  look: (opened: OpenExample) => Promise<T>,
): Promise<T> {
  const opened = await gallery.open('kiosk', example, { ...upright, ...options })
  try {
    return await look(opened)
  } finally {
    await opened.close()
  }
}

describe('every state', () => {
  const looks = [
    ...still.map((example) => [example, 'id'] as const),
    ...wordy.flatMap((example) => [[example, 'en'] as const, [example, 'su'] as const]),
  ]

  it('is looked at, but for those of the kiosk that runs by itself and is touched in other tests', async () => {
    const all = await gallery.examples('kiosk')
    expect(all.filter((example) => !example.startsWith('live'))).toEqual([...still])
  })

  it.each(looks)(
    '%s in %s looks as it did, has no flaw that axe finds, and fits every size of screen',
    async (example, lang) => {
      const found = await looking(example, { lang }, async ({ page, violations, differences, errors }) => {
        const flaws = lang === 'id' ? [...(await differences())] : []
        // What stands out from its ground as little as is enough elsewhere is too pale for a machine in a hall (WCAG AAA).
        flaws.push(...(await violations(['color-contrast-enhanced'])))
        for (const size of sizes) {
          await page.setViewportSize(size)
          flaws.push(...(await page.evaluate(flawsOfLayout)))
        }
        return [...flaws, ...errors]
      })
      expect(found).toEqual([])
    },
  )
})

/** Runs in the page: what is cut off, sticks out of the screen or is too small for a finger. */
async function flawsOfLayout(): Promise<string[]> {
  // Whether a list needs its button for more is known a frame after a change of size.
  for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
  const flaws: string[] = []
  const say = (flaw: string, element: Element) =>
    flaws.push(`${innerWidth} by ${innerHeight}: ${flaw}: ${element.textContent}`)
  if (document.documentElement.scrollHeight > innerHeight) say('the page scrolls', document.documentElement)
  for (const element of document.querySelectorAll<HTMLElement>('button, h1, h2, p')) {
    const { width, height, top, bottom, right } = element.getBoundingClientRect()
    if (width === 0) continue
    const box = element.parentElement?.closest('main div')
    const scrolls = box !== null && box !== undefined && getComputedStyle(box).overflowY === 'auto'
    const inList = element.closest('ul') !== null || element.closest('[class*="box"]') !== null
    if (right > innerWidth + 1 || (!scrolls && !inList && (top < -1 || bottom > innerHeight + 1)))
      say('sticks out', element)
    if (element.tagName !== 'BUTTON') continue
    if (Math.min(width, height) < 95.5) say(`measures ${width} by ${height}`, element)
    if (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2)
      say('cuts off its words', element)
  }
  return flaws
}

describe('home', () => {
  it('offers each service by its name, line and wait, in the office’s order', async () => {
    const names = await looking('home', { lang: 'en' }, ({ page }) =>
      page
        .getByRole('list', { name: 'Services' })
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((button) => button.querySelector('.for-ears')?.textContent)),
    )
    expect(names).toEqual([
      'Identity card recording, 9 waiting, about 1 to 3 hours',
      'Identity card printing, 6 waiting, about 35 to 80 minutes',
      'Family card, 3 waiting, about 25 to 60 minutes',
      'Letters, 1 waiting, about 5 to 15 minutes',
      'Civil certificates, 2 waiting, about 25 to 60 minutes',
      'Moving, nobody waiting',
      'Document pick-up, 4 waiting, about 50 to 105 minutes',
    ])
  })

  it.each([
    ['id', 'Sentuh layanan yang Anda perlukan', 'Saya perlu prioritas', '09.41'],
    ['en', 'Touch the service you need', 'I need priority', '09:41'],
    ['su', 'Mangga toél layanan anu diperyogikeun', 'Abdi peryogi prioritas', '09.41'],
  ] as const)('speaks %s', async (lang, heading, priority, clock) => {
    await looking('home', { lang }, async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.getByRole('button', { name: priority }).waitFor()
      await page.getByText(clock, { exact: true }).waitFor()
      const own = await page.getByRole('navigation').getByRole('button').allTextContents()
      expect(own).toEqual(['Bahasa Indonesia', 'English', 'Basa Sunda'])
    })
  })

  it('says before a press that there is no paper', async () => {
    const said = await looking('no-paper', { lang: 'en' }, ({ page }) =>
      page.getByRole('main').getByRole('paragraph').last().textContent(),
    )
    expect(said).toBe('Tickets cannot be printed now. Write down your number when you see it.')
  })

  it('has the standing notices in a region named by the gravest', async () => {
    const headings = await looking('notices', { lang: 'en' }, ({ page }) =>
      page
        .getByRole('region', { name: 'Identity card recording and Identity card printing are not working now' })
        .getByRole('heading')
        .allTextContents(),
    )
    expect(headings).toEqual([
      'Identity card recording and Identity card printing are not working now',
      'Civil certificates: we take your papers, the result comes later',
      'News for all visitors',
    ])
  })

  it.each(sizes)('lets the last of 26 services be reached at $width by $height', async (size) => {
    await looking('all-letters', { lang: 'en', ...size }, async ({ page }) => {
      const last = page.getByRole('list', { name: 'Services' }).getByRole('button').last()
      for (let touches = 0; touches < 8 && !(await isWhollySeen(last)); touches++)
        await page.getByRole('button', { name: 'More below' }).click()
      expect(await isWhollySeen(last)).toBe(true)
    })
  })
})

describe('a page that fits', () => {
  it('has no button for more, also when it was too long before', async () => {
    await looking('early-outage', {}, async ({ page }) => {
      const more = page.getByRole('button', { name: 'Masih ada di bawah' })
      await expect.poll(() => more.count()).toBe(0)
      // So much lower that the button alone would not fit when it is as high as before.
      await page.setViewportSize({ ...upright, height: upright.height - 60 })
      await more.waitFor()
      await page.setViewportSize(upright)
      await expect.poll(() => more.count()).toBe(0)
    })
  })
})

async function isWhollySeen(button: Locator): Promise<boolean> {
  return button.evaluate(async (element) => {
    const seen = new Promise<number>((resolve) => {
      new IntersectionObserver(([entry]) => resolve(entry?.intersectionRatio ?? 0)).observe(element)
    })
    return (await seen) > 0.95
  })
}

describe('where there is no number', () => {
  it('says what is wrong, what is still open, and the way back', async () => {
    await looking('stopped', { lang: 'en' }, async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'Identity card printing is not available now' }).waitFor()
      const notice = page.getByRole('region', { name: /are not working now/ })
      expect(await notice.getByRole('paragraph').allTextContents()).toEqual([
        'The national population server is out of order.',
        'Since 08:30.',
        'Still open: Family card, Letters, Civil certificates, Moving and Document pick-up.',
        'Keep your number: you do not lose your place. On another day it brings you near the front.',
        'No number yet? Take a return ticket at the machine: on another day you go near the front.',
        'We do not know yet when it will work again.',
        'Next news 11:00.',
      ])
      const others = page.getByRole('list', { name: 'Services' }).getByRole('button')
      expect(await others.count()).toBe(5)
      await page.getByRole('button', { name: 'Back' }).waitFor()
      expect(await page.getByRole('button', { name: /Take a number/ }).count()).toBe(0)
    })
  })

  it.each([
    ['warned', 'Please read before you take a number', 'Take a number anyway'],
    ['closed-service', 'We are closed now', null],
    ['full', 'No more numbers for Moving today', null],
    ['refused', 'You have not been given a ticket', 'Take a number'],
  ] as const)('%s says so, and offers what there is', async (example, heading, take) => {
    await looking(example, { lang: 'en' }, async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      const choices = await page.getByRole('region', { name: 'What you can do' }).getByRole('button').allTextContents()
      expect(choices).toEqual(take === null ? ['Back'] : [take, 'Back'])
    })
  })

  it.each([
    ['silent', 'region'],
    ['unreachable', 'region'],
    ['unanswered', 'alert'],
  ] as const)('%s sends people to the front desk', async (example, role) => {
    const text = await looking(example, { lang: 'en' }, ({ page }) => page.getByRole(role).textContent())
    expect(text).toBe(
      'Sorry, you cannot get a ticket from this machineYou have not been given a ticket. Go to the front desk.',
    )
  })

  it('shows the code of a machine that is not let in yet', async () => {
    await looking('unpaired', { lang: 'en' }, async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'This machine does not give numbers yet' }).waitFor()
      const text = await page.getByRole('main').getByRole('paragraph').allTextContents()
      expect(text).toEqual(['Type this code at a desk.', 'K7M4'])
    })
  })
})

describe('the number', () => {
  it.each([
    ['number-printing', 'Your ticket is being printed'],
    ['number-printed', 'Take your ticket'],
    ['number-unsure', 'Look whether your ticket has come out. If it has not, write down your number or take a photo.'],
    ['number-not-printed', 'We could not print your ticket. Write down your number or take a photo.'],
  ] as const)('%s is a heading of its own, with what became of the paper', async (example, paper) => {
    await looking(example, { lang: 'en' }, async ({ page }) => {
      expect(await page.getByRole('heading').allTextContents()).toEqual(['A010'])
      await page.getByText('9 people before you').waitFor()
      await page.getByText('Expected wait: 1 to 3 hours').waitFor()
      await page.getByText(paper, { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Done', exact: true }).waitFor()
    })
  })

  it('offers another try only where certainly nothing came out', async () => {
    const examples = ['number-not-printed', 'number-no-printer', 'number-unsure', 'number-printed'] as const
    const offers = await Promise.all(
      examples.map((example) =>
        looking(example, { lang: 'en' }, ({ page }) =>
          page.getByRole('button', { name: 'Try printing again' }).count(),
        ),
      ),
    )
    expect(offers).toEqual([1, 0, 0, 0])
  })

  it('has a code that a phone reads', async () => {
    const picture = await looking('number-not-printed', { lang: 'en' }, ({ page }) =>
      page.getByRole('img', { name: 'Picture code for the camera of your phone' }).screenshot(),
    )
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-code-'))
    try {
      await writeFile(join(folder, 'code.png'), picture)
      const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', join(folder, 'code.png')])
      expect(stdout.trim()).toBe('http://192.168.1.20:8080/t/visitor-0000000000000000')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('promises no place in the line to a priority number', async () => {
    await looking('number-priority', { lang: 'en' }, async ({ page }) => {
      await page.getByText('Priority numbers are called earlier.').waitFor()
      expect(await page.getByText(/before you/).count()).toBe(0)
    })
  })
})
