import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../shared/language.ts'
import { list, say, type Key } from '../../shared/words/say.ts'

/**
 * Every area of words found on disk, so that a new one is held to the same without being named here. Words that only
 * staff and technicians read are named; all others are for the public.
 */
const root = join(import.meta.dirname, '../../shared/words')
const sentencesSchema = z.record(z.string(), z.string())
const areas = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).length > 0)
  .map(({ name }) => {
    const files = readdirSync(join(root, name)).toSorted()
    const read = (language: string) =>
      Object.entries(sentencesSchema.parse(JSON.parse(readFileSync(join(root, name, `${language}.json`), 'utf8'))))
    return { name, files, read }
  })
const staffAreas = new Set(['desk', 'hub', 'printer', 'wizard'])

/** Every sentence of every area, as `area/language key: sentence`. */
const all = areas.flatMap(({ name, read }) =>
  languages.flatMap((language) => read(language).map(([key, sentence]) => ({ name, language, key, sentence }))),
)
const where = ({ name, language, key, sentence }: (typeof all)[number]) => `${name}/${language} ${key}: ${sentence}`

describe('the words of every area', () => {
  it('are found', () => {
    expect(areas.map(({ name }) => name)).toEqual(expect.arrayContaining(['notice', 'paper', 'kiosk', 'lobby', 'desk']))
  })

  it('exist in every language, with the same keys in the same order', () => {
    for (const { name, files, read } of areas) {
      expect([name, files]).toEqual([name, languages.map((language) => `${language}.json`).toSorted()])
      const keys = read('id').map(([key]) => key)
      for (const language of languages)
        expect([name, language, read(language).map(([key]) => key)]).toEqual([name, language, keys])
    }
  })

  it('need the same values in every language', () => {
    for (const { name, read } of areas)
      for (const language of languages)
        expect([name, language, read(language).map(([key, sentence]) => [key, placeholders(sentence)])]).toEqual([
          name,
          language,
          read('id').map(([key, sentence]) => [key, placeholders(sentence)]),
        ])
  })

  it('have a form for one and a form for many, or neither', () => {
    for (const { name, read } of areas) {
      const keys = new Set(read('id').map(([key]) => key))
      const lonely = [...keys].filter((key) => {
        const pair = key.endsWith('_one') ? key.replace(/_one$/, '_other') : key.replace(/_other$/, '_one')
        return /_(one|other)$/.test(key) && !keys.has(pair)
      })
      const shadowed = [...keys].filter((key) => keys.has(`${key}_other`))
      expect([name, lonely, shadowed]).toEqual([name, [], []])
    }
  })

  it('are whole and clean: not empty, no stray spaces, braces or control characters', () => {
    const clean = /^[^\s{}\p{Cc}](?:[^\s\p{Cc}]| (?! ))*$/u
    const unclean = all.filter(({ sentence }) => {
      const bare = sentence.replaceAll(/\{\w+\}/g, 'x')
      return !clean.test(bare) || /[{}]/.test(bare) || sentence.endsWith(' ')
    })
    expect(unclean.map(where)).toEqual([])
  })

  it('say nothing technical and no empty phrase to the public', () => {
    const forbidden = [
      /\b(error|eror|galat|crash|bug|timeout|time-out|database|basis data|offline|luring|invalid|exception|null)\b/i,
      /\bserver (is )?down\b/i,
      /\b(HTTP|API|URL|JSON|code \d+|kode \d+)\b/i,
      /\b(technical|teknis)\b/i,
      /\b(maintenance|pemeliharaan)\b/i,
      /\b(midnight|tengah malam|tengah peuting)\b/i,
      /\b24[.:]00\b/,
      /\b(oops|ups|sorry for any inconvenience|mohon maaf atas ketidaknyamanan)/i,
    ]
    const bad = all.filter(
      ({ name, sentence }) => !staffAreas.has(name) && forbidden.some((word) => word.test(sentence)),
    )
    expect(bad.map(where)).toEqual([])
  })

  it('are not left untranslated: a sentence of more than four words differs', () => {
    const same = areas.flatMap(({ name, read }) => {
      const english = new Map(read('en'))
      return read('id')
        .filter(([key, sentence]) => sentence.split(' ').length > 4 && english.get(key) === sentence)
        .map(([key]) => `${name} ${key}`)
    })
    expect(same).toEqual([])
  })
})

describe('say', () => {
  const area = {
    id: { plain: 'Halo {name}', people_one: '{count} orang', people_other: '{count} orang' },
    en: { plain: 'Hello {name}', people_one: '{count} person', people_other: '{count} people' },
    su: { plain: 'Wilujeng {name}', people_one: '{count} jalmi', people_other: '{count} jalmi' },
  }

  it('fills in values, and never twice', () => {
    expect(say(area, 'en', 'plain', { name: 'Siti' })).toBe('Hello Siti')
    expect(say(area, 'su', 'plain', { name: '{count} $& $1' })).toBe('Wilujeng {count} $& $1')
    expect(say(area, 'id', 'plain', { name: 0 })).toBe('Halo 0')
    expect((['id', 'en', 'su'] as const).map((language) => say(area, language, 'plain', { name: 8.7 }))).toEqual([
      'Halo 8,7',
      'Hello 8.7',
      'Wilujeng 8,7',
    ])
  })

  it('throws for a value that is missing, so that no sentence with a hole is shown', () => {
    expect(() => say(area, 'en', 'plain', {})).toThrow('the sentence "plain" needs {name}')
  })

  it('chooses the form by the rule of the language', () => {
    const english = [0, 1, 2, 11, 21].map((count) => say(area, 'en', 'people', { count }))
    expect(english).toEqual(['0 people', '1 person', '2 people', '11 people', '21 people'])
    expect(say(area, 'id', 'people', { count: 1 })).toBe('1 orang')
    expect(say(area, 'su', 'people', { count: 2 })).toBe('2 jalmi')
  })

  it('takes keys that exist, the plural ones by their stem; anything else does not compile', () => {
    type Keys = Key<typeof area.id>
    const keys: readonly Keys[] = ['plain', 'people']
    // @ts-expect-error one of the two forms is not to be asked for
    const half: Keys = 'people_one'
    // @ts-expect-error there is no such sentence
    const none: Keys = 'goodbye'
    expect([...keys, half, none]).toHaveLength(4)
    // @ts-expect-error a language that lacks a sentence is no area
    expect(say({ ...area, su: { plain: 'Wilujeng' } }, 'id', 'plain', { name: 'Siti' })).toBe('Halo Siti')
  })

  it('joins names as each language does', () => {
    const names = ['A', 'B', 'C']
    const joined = languages.map((language) => [0, 1, 2, 3].map((count) => list(language, names.slice(0, count))))
    expect(joined).toEqual([
      ['', 'A', 'A dan B', 'A, B, dan C'],
      ['', 'A', 'A and B', 'A, B and C'],
      ['', 'A', 'A sareng B', 'A, B sareng C'],
    ])
  })
})

function placeholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()
}
