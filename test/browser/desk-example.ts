import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Gallery, OpenExample, OpenOptions } from './gallery.ts'

/** What the browser tests of the desk share: opening an example of it, and waiting for what is seen. */
export const tablet = { width: 1180, height: 820, lang: 'en' } as const
export const phone = { width: 390, height: 844, touch: true } as const

export type Press<Result> = (page: Page, opened: DeskOpened) => Promise<Result>

export interface DeskOpened extends OpenExample {
  /** Every command that the desk has given, in the order in which it gave them. */
  readonly commands: () => Promise<readonly unknown[]>
}

/**
 * Opens an example of the desk, `name` of its own ones or `screen/name` of another file, presses in it, and holds the
 * page to no error of its own.
 */
export async function withExample<Result>(
  gallery: Gallery,
  example: string,
  options: OpenOptions,
  press: Press<Result>,
): Promise<Result> {
  const [screen, name] = example.includes('/') ? example.split('/') : ['desk', example]
  const opened = await gallery.open(screen ?? '', name ?? '', options)
  const { page } = opened
  page.setDefaultTimeout(20_000)
  const given = await page.evaluateHandle(() => {
    const heard: unknown[] = []
    addEventListener('command', (event) => heard.push((event as CustomEvent).detail))
    return heard
  })
  try {
    const result = await press(page, { ...opened, commands: () => given.jsonValue() })
    expect(opened.errors).toEqual([])
    return result
  } finally {
    await opened.close()
  }
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** What unfolds a part of the report, by its title. */
export const fold = (within: Page | Locator, title: string) =>
  within.locator('summary', { hasText: new RegExp(`^${title}`) })

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
