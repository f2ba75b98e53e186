import type { Page } from 'playwright-core'

/**
 * Types as a scanner does: a whole code, ended with Enter, faster than any finger. The page's clock (`page.clock`) is
 * stopped meanwhile, so that a slow machine makes no slow scanner.
 */
export async function scan(page: Page, code: string): Promise<void> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
  await page.keyboard.type(code, { delay: 0 })
  await page.keyboard.press('Enter')
  await page.clock.resume()
}
