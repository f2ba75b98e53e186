import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { differenceOf, pngOf, readPicture, shrunk, type Picture } from './screenshots-compare.ts'

/**
 * Holds the looks of an example to the small picture of it in `pictures/<screen>/`, in the language and size in which
 * it is opened. `UPDATE_PICTURES=1` takes the pictures anew instead.
 */
const kept = path.join(import.meta.dirname, 'pictures')
const found = path.join(import.meta.dirname, '..', '..', '.pictures')
const isUpdate = process.env['UPDATE_PICTURES'] === '1'

/** What looks different, or that there is no picture yet: one line, with the place of the pictures that show it. */
export async function differencesOf(
  page: Page,
  screen: string,
  example: string,
  lang: string,
): Promise<readonly string[]> {
  const size = page.viewportSize()
  if (!size) throw new Error('the page has no size')
  const file = path.join(screen, `${example}.${lang}.${size.width}x${size.height}.png`)
  if (isUpdate) {
    const picture = await settled(page)
    mkdirSync(path.join(kept, screen), { recursive: true })
    writeFileSync(path.join(kept, file), pngOf(picture))
    return []
  }
  if (existsSync(path.join(kept, file))) return compare(page, file)
  return [`${file} is not there: take the picture (display/README.md)`]
}

async function compare(page: Page, file: string): Promise<readonly string[]> {
  const before = readPicture(readFileSync(path.join(kept, file)))
  // What still moves into its place is given time.
  for (let turn = 1; ; turn++) {
    const after = await take(page)
    const difference = differenceOf(before, after)
    const [actual, shown] = ['actual', 'diff'].map((what) => path.join(found, file.replace(/png$/, `${what}.png`)))
    if (!actual || !shown) return []
    if (difference === null) {
      for (const old of [actual, shown]) rmSync(old, { force: true })
      return []
    }
    if (turn < turnsMax) {
      await page.waitForTimeout(turnMs)
      continue
    }
    mkdirSync(path.dirname(actual), { recursive: true })
    writeFileSync(actual, pngOf(after))
    writeFileSync(shown, pngOf(difference.shown))
    return [`${file} looks different in ${difference.pixels} places: see ${actual} and ${shown}`]
  }
}

/** A picture that the next one equals. */
async function settled(page: Page): Promise<Picture> {
  let last = await take(page)
  for (let turn = 0; turn < turnsMax; turn++) {
    await page.waitForTimeout(turnMs)
    const next = await take(page)
    if (differenceOf(last, next) === null) return next
    last = next
  }
  throw new Error(`${page.url()} never comes to rest`)
}

async function take(page: Page): Promise<Picture> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const png = await page.screenshot({ animations: 'disabled', scale: 'css' })
  return shrunk(png, Math.ceil(Math.min(width, height) / shortSidePx))
}

/** The shorter side of a kept picture at most. */
const shortSidePx = 270
const turnsMax = 4
const turnMs = 300
