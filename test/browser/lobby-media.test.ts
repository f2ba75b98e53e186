import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type Gallery } from './gallery.ts'

// Pictures and slides of the office on the board: what they take the place of, and what takes theirs.

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

test('where a slide stands, the number is first in the list, still said to who listens, and the slide is no news', async () => {
  const { page, close } = await gallery.open('lobby', 'media-slide', { lang: 'en' })
  const slide = page.getByRole('region', { name: 'From the office' })
  expect(await slide.getByRole('heading').innerText()).toBe('Birth certificates are free')
  const number = page.getByRole('region', { name: 'Now serving' })
  expect(await number.innerText()).toMatch(/A002\s+Counter 2/)
  const list = page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem')
  expect((await list.allInnerTexts()).slice(0, 2)).toEqual([
    expect.stringMatching(/A002\s*Counter 2/),
    expect.stringMatching(/C001\s*Counter 1/),
  ])
  expect([
    await slide.boundingBox(),
    await page.locator('[aria-live] [role=region], [aria-live] section').count(),
  ]).toEqual([await number.boundingBox(), 0])
  await close()
})

test('a notice keeps the place of the number: no picture stands there', async () => {
  const { page, close } = await gallery.open('lobby', 'media-with-notice', { lang: 'en' })
  expect(await page.getByRole('region', { name: 'From the office' }).count()).toBe(0)
  expect(await page.getByRole('list', { name: 'Recent calls' }).innerText()).not.toContain('A002')
  await close()
})
