import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Row } from './table.ts'

/** What each page loads before it works, gzipped, without fonts: its HTML, scripts and styles. */
export function measureWeights(): readonly Row[] {
  return Object.entries(pages).map(([file, limitKb]) => {
    const bytes = [...filesOf(file)].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(web, name))).length, 0)
    return {
      what: `weight of ${file}`,
      measured: `${(bytes / 1000).toFixed(1)} kB`,
      target: `<= ${limitKb} kB`,
      floor: '',
      met: bytes <= limitKb * 1000,
    }
  })
}

/** The page and everything that it, or what it loads, imports by name. */
function filesOf(page: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [page]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    const text = readFileSync(path.join(web, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/["'(](?:\.?\/)?((?:assets\/|light\/)?[\w.-]+\.(?:js|css))["')]/g)) {
      const folder = file.endsWith('.html') ? '' : path.dirname(file)
      open.push(name.includes('/') ? name : path.join(folder, name))
    }
  }
  return found
}

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')

const pages = {
  'display/lobby/index.html': 110,
  'kiosk/screen/index.html': 130,
  'display/phone/index.html': 60,
  'display/status/index.html': 60,
} as const
