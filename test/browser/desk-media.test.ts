import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, gone, phone, tablet, withExample, type DeskOpened } from './desk-example.ts'
import { openGallery, type Gallery, type OpenOptions } from './gallery.ts'

// The office's pictures, videos and slides, put in order at a desk.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

interface MediaOpened extends DeskOpened {
  /** What the hub was asked for besides the list, in order. */
  readonly asked: () => Promise<readonly unknown[]>
}

const titles = { id: 'Gambar dan tayangan', en: 'Pictures and slides', su: 'Gambar sareng tayangan' }
const more = { id: 'Lainnya', en: 'More', su: 'Sanésna' }

const withMedia = <Result>(
  example: string,
  options: OpenOptions,
  press: (page: Page, opened: MediaOpened) => Promise<Result>,
) =>
  withExample(gallery, `desk-media/${example}`, options, async (page, opened) => {
    const asked = await page.evaluateHandle(() => {
      const heard: unknown[] = []
      addEventListener('media', (event) => heard.push((event as CustomEvent).detail))
      return heard
    })
    await button(page, more[options.lang ?? 'id']).click()
    await button(page, titles[options.lang ?? 'id']).click()
    return press(page, {
      ...opened,
      asked: async () => ((await asked.jsonValue()) as { type: string }[]).filter(({ type }) => type !== 'ListMedia'),
    })
  })

const names = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('p')?.textContent))

const png = { name: 'Kantor.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1A\n and more', 'latin1') }
const choose = (page: Page, file: typeof png) => page.locator('input[type=file]').setInputFiles(file)

describe('every state', () => {
  it.each(['media', 'media-empty', 'media-trouble', 'media-full', 'media-not-known'])(
    '%s looks as it did, keeps nobody out and never scrolls sideways, on a tablet and on a phone in every language',
    async (example) => {
      const flaws = await withMedia(example, { ...tablet, lang: 'id' }, async (page, opened) => [
        ...(await opened.differences()),
        ...(await opened.violations()),
        ...(await tooWide(page)),
      ])
      for (const lang of ['id', 'en', 'su'] as const)
        flaws.push(...(await withMedia(example, { ...phone, lang }, (page) => tooWide(page))))
      expect(flaws).toEqual([])
    },
  )

  it.each(['Ubah: kantor-kita.jpg', 'Ubah: Akta kelahiran gratis', 'Tulis tayangan'])(
    '“%s” opens a form that keeps nobody out',
    async (name) => {
      const flaws = await withMedia('media', { ...phone, lang: 'id' }, async (page, opened) => {
        await button(page, name).click()
        await button(page, 'Simpan').waitFor()
        return [...(await opened.violations()), ...(await tooWide(page))]
      })
      expect(flaws).toEqual([])
    },
  )
})

describe('pictures and slides', () => {
  it('a file is sent, then it is asked what is to be seen in it and until when', async () => {
    await withMedia('media-empty', tablet, async (page, opened) => {
      await choose(page, png)
      await page.getByLabel('What can be seen').fill('  Our office  ')
      await page.getByLabel('Shown until').fill('2026-12-24')
      await button(page, 'Save').click()
      await page.getByText('Until Thursday 24 December').waitFor()
      expect(await opened.asked()).toEqual([
        { type: 'AddFile', name: 'Kantor.png', bytes: 17 },
        { type: 'DescribeFile', id: 'Kantor.png', until: '2026-12-24', description: 'Our office' },
      ])
    })
  })

  it('what cannot be shown is refused in plain words before any of it is sent', async () => {
    await withMedia('media-empty', tablet, async (page, opened) => {
      const alert = page.getByRole('dialog').getByRole('alert').first()
      await choose(page, { ...png, name: 'Kantor.heic' })
      await alert.getByText('This kind of file cannot be shown.', { exact: false }).waitFor()
      await choose(page, { ...png, name: 'Kantor.jpg' })
      await alert.getByText('What is in this file is not what its name says.', { exact: false }).waitFor()
      await choose(page, { ...png, buffer: Buffer.alloc(10_000_001) })
      await alert.getByText('It may have 10 MB at most', { exact: false }).waitFor()
      expect(await opened.asked()).toEqual([])
    })
  })

  it('a hub without room says so, and the desk is ready for the next file', async () => {
    await withMedia('media-trouble', tablet, async (page) => {
      await choose(page, png)
      await page.getByText('There is not enough room left on the office’s machine', { exact: false }).waitFor()
      expect(await page.getByRole('progressbar').count()).toBe(0)
      expect(await button(page, 'Add a picture or video').getAttribute('aria-disabled')).toBe('false')
    })
  })

  it('a file that is gone before it is read keeps nobody waiting', async () => {
    await withMedia('media-empty', tablet, async (page, opened) => {
      await page.evaluate(() => {
        File.prototype.slice = () => {
          throw new DOMException('gone', 'NotReadableError')
        }
      })
      await choose(page, png)
      await page.getByRole('dialog').getByRole('alert').getByText('There was no answer.', { exact: false }).waitFor()
      expect(await page.getByRole('progressbar').count()).toBe(0)
      expect(await opened.asked()).toEqual([])
    })
  })

  it('by the keyboard alone one is moved, keeping the focus, and taken away by two presses', async () => {
    await withMedia('media', tablet, async (page, opened) => {
      const up = button(page, 'Up: poster.png')
      await up.focus()
      await page.keyboard.press('Enter')
      await page.getByText('poster.png is now number 2 of 4.').waitFor({ state: 'attached' })
      expect(await up.evaluate((element) => element === document.activeElement)).toBe(true)
      await button(page, 'Remove: kantor-kita.jpg').focus()
      await page.keyboard.press('Enter')
      expect(await names(page)).toHaveLength(4)
      await button(page, 'Yes, remove: kantor-kita.jpg').focus()
      await page.keyboard.press('Enter')
      await gone(button(page, 'Yes, remove: kantor-kita.jpg'))
      expect(await names(page)).toEqual(['poster.png', 'Birth certificates are free', 'cara-mengambil-nomor.webm'])
      const [ordered, removed] = await opened.asked()
      expect([ordered, removed]).toEqual([
        {
          type: 'OrderMedia',
          ids: ['kantor-kita.jpg', 'poster.png', `slide-${'1'.repeat(32)}`, 'cara-mengambil-nomor.webm'],
        },
        { type: 'RemoveMedia', id: 'kantor-kita.jpg' },
      ])
    })
  })

  it('a slide needs its heading in the office’s language, and says what was written in the others', async () => {
    await withMedia('media-empty', tablet, async (page, opened) => {
      await button(page, 'Write a slide').click()
      await button(page, 'Save').click()
      await page.getByText('Write the heading.').waitFor()
      await page.getByRole('group', { name: 'In Indonesian' }).getByLabel('Heading').fill('Jam layanan')
      await page.getByText('Write it in other languages too').click()
      await page.getByRole('group', { name: 'In Sundanese' }).getByLabel('Heading').fill('Wanci layanan')
      await button(page, 'Save').click()
      await button(page, 'Change: Jam layanan').waitFor()
      expect(await opened.asked()).toEqual([
        {
          type: 'SaveSlide',
          id: expect.stringMatching(/^slide-[0-9a-f]{32}$/),
          until: null,
          words: { id: { heading: 'Jam layanan', text: '' }, su: { heading: 'Wanci layanan', text: '' } },
        },
      ])
    })
  })

  it('with thirty nothing more can be added, and why is said', async () => {
    await withMedia('media-full', tablet, async (page) => {
      await page.getByText('There are 30 already', { exact: false }).waitFor()
      expect(
        await Promise.all(
          ['Add a picture or video', 'Write a slide'].map((name) => button(page, name).getAttribute('aria-disabled')),
        ),
      ).toEqual(['true', 'true'])
    })
  })
})

/** Parts of the dialog that are wider than it. */
function tooWide(page: Page): Promise<string[]> {
  return page
    .getByRole('dialog')
    .evaluate((dialog) =>
      [...dialog.querySelectorAll<HTMLElement>('*')]
        .filter((part) => part.getBoundingClientRect().right > dialog.getBoundingClientRect().right + 1)
        .map((part) => `${part.className}: ${part.textContent.slice(0, 60)}`),
    )
}
