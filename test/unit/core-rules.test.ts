import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainReasons } from '../../shared/refusals.ts'

const text = readFileSync(join(import.meta.dirname, '../../shared/RULES.md'), 'utf8')
const rules = [...text.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, rule]) => rule ?? '')
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\bit\(\s*'((?:[A-Z]\d+ )+)/g)])
  .flatMap(([, quoted = '']) => quoted.trim().split(' '))

/** Refusals that say more than their name. */
const reasonsWithMore = [
  'service-stopped',
  'notice-already-raised',
  'outside-hours',
  'return-too-early',
  'return-expired',
] as const

describe('the numbered rules', () => {
  it('count on from 1 in every group', () => {
    const groups = Map.groupBy(rules, (rule) => rule.slice(0, 1))
    for (const [group, numbers] of groups) expect(numbers).toEqual(numbers.map((_, i) => `${group}${i + 1}`))
    expect([...groups.keys()].join('')).toBe('TBCRNPDOV')
  })

  it('are each guarded by a test that names it, and no test names a rule that is not there', () => {
    const guarded = new Set(names)
    expect(rules.filter((rule) => !guarded.has(rule))).toEqual([])
    expect([...guarded].filter((rule) => !rules.includes(rule))).toEqual([])
  })

  it('name every refusal that the core gives by itself, and no other', () => {
    const named = new Set([...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, reason]) => reason ?? ''))
    const known = new Set<string>([...plainReasons, ...reasonsWithMore])
    expect([...named].filter((reason) => !known.has(reason))).toEqual([])
    const core = readdirSync(join(import.meta.dirname, '../../shared/decide'))
      .map((file) => readFileSync(join(import.meta.dirname, '../../shared/decide', file), 'utf8'))
      .join('\n')
    const given = [...known].filter((reason) => core.includes(`'${reason}'`))
    expect(given.filter((reason) => !named.has(reason))).toEqual([])
    expect([...named].filter((reason) => !given.includes(reason))).toEqual([])
  })
})
