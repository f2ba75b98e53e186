import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Gallery, OpenExample, OpenOptions } from './gallery.ts'

/** What the browser tests of the desk share: opening an example of it, and waiting for what is seen. */
export const tablet = { width: 1180, height: 820, lang: 'en' } as const
export const phone = { width: 390, height: 844, touch: true } as const

export type Press<Result> = (page: Page, opened: OpenExample) => Promise<Result>

/** Opens an example of the desk, presses in it, and holds the page to no error of its own. */
export async function withExample<Result>(
  gallery: Gallery,
  example: string,
  options: OpenOptions,
  press: Press<Result>,
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

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Waits until it is there; the deadline of the page makes the test fail. */
export async function seen(locator: Locator): Promise<true> {
  await locator.first().waitFor()
  return true
}

/** Waits until it is gone; the deadline of the page makes the test fail. */
export async function gone(locator: Locator): Promise<true> {
  await locator.waitFor({ state: 'detached' })
  return true
}
