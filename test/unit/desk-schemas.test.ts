import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mainKiosk } from '../../display/desk/main-kiosk.ts'
import { mainKiosk as hubsName } from '../../shared/ids.ts'

/**
 * The desk's page is loaded on tablets over a slow network: it imports types from beside the schemas, but no value, so
 * that the parser stays at the hub. Values are followed from file to file as a bundler follows them.
 */
const root = join(import.meta.dirname, '../..')

describe('the desk’s page', () => {
  it('carries no schema parser', () => {
    const way = wayToZod('display/desk/main.tsx', [], new Set())
    expect(way).toBeNull()
  })

  it('calls the main ticket machine as the hub does', () => {
    expect(mainKiosk).toBe(hubsName)
  })
})

/** The files by which a value of zod would come into the page; null where none does. */
function wayToZod(file: string, from: readonly string[], seen: Set<string>): readonly string[] | null {
  if (seen.has(file)) return null
  seen.add(file)
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, names = '', target = ''] of text.matchAll(/^import\s+([^'"]*?)\s*(?:from\s+)?'([^']+)'/gm)) {
    if (!carriesValue(names)) continue
    if (target === 'zod') return [...from, file]
    if (!target.startsWith('.') || !/\.tsx?$/.test(target)) continue
    const way = wayToZod(relative(root, join(root, dirname(file), target)), [...from, file], seen)
    if (way) return way
  }
  return null
}

function carriesValue(names: string): boolean {
  if (/^type\b/.test(names)) return false
  const listed = /\{([^}]*)\}/.exec(names)?.[1]
  return listed === undefined || listed.split(',').some((name) => name.trim() !== '' && !/^\s*type\s/.test(name))
}
