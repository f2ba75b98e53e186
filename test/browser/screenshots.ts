import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { differenceOf, pngOf, readPicture, shrunk, type Picture } from './screenshots-compare.ts'

/**
 * Holds the looks of every example to a small picture of it in `pictures/<screen>/`, one for each example, in the
 * language and size in which a test opened it first. A screen without a folder there is not held to anything.
 * `UPDATE_PICTURES=1` takes the pictures anew instead.
 */
export interface Screenshots {
  /** Looks at an example that has just been opened and drawn; the same one again costs nothing. */
  readonly look: (page: Page, screen: string, example: string, lang: string) => Promise<void>
  /** What looks different now, one line each with the place of the pictures that show it. */
  readonly faults: () => readonly string[]
}

const kept = path.join(import.meta.dirname, 'pictures')
const found = path.join(import.meta.dirname, '..', '..', '.pictures')

export function createScreenshots(isUpdate = process.env['UPDATE_PICTURES'] === '1'): Screenshots {
  const faults: string[] = []
  const looked = new Set<string>()
  return {
    look: async (page, screen, example, lang) => {
      const size = page.viewportSize()
      if (!size) throw new Error('the page has no size')
      const file = path.join(screen, `${example}.${lang}.${size.width}x${size.height}.png`)
      const subject = isUpdate ? `${screen}/${example}` : file
      if (looked.has(subject)) return
      looked.add(subject)
      if (isUpdate) {
        const picture = await settled(page)
        mkdirSync(path.join(kept, screen), { recursive: true })
        writeFileSync(path.join(kept, file), pngOf(picture))
        return
      }
      if (existsSync(path.join(kept, file))) faults.push(...(await compare(page, file)))
      else if (isMissing(screen, example))
        faults.push(`${screen}/${example} has no picture: take it (display/README.md)`)
    },
    faults: () => faults,
  }
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

/** Whether the screen is held to pictures and this example has none in any language or size. */
function isMissing(screen: string, example: string): boolean {
  const folder = path.join(kept, screen)
  return existsSync(folder) && !readdirSync(folder).some((name) => name.startsWith(`${example}.`))
}

/** The shorter side of a kept picture at most. */
const shortSidePx = 270
const turnsMax = 4
const turnMs = 300
