import { expect, test } from 'vitest'
import en from '../../shared/words/paper/en.json' with { type: 'json' }
import id from '../../shared/words/paper/id.json' with { type: 'json' }
import su from '../../shared/words/paper/su.json' with { type: 'json' }

const placeholders = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.match(/\{\w+\}/g)?.toSorted() ?? []]))

test('every sentence on paper exists in every language and is filled from the same values', () => {
  expect(placeholders(en)).toEqual(placeholders(id))
  expect(placeholders(su)).toEqual(placeholders(id))
})

test('no sentence on paper is empty or has space at its ends', () => {
  const sentences = [id, en, su].flatMap((words) => Object.values(words))
  expect(sentences.filter((text) => text === '' || text !== text.trim())).toEqual([])
})

test('a sentence that stands by itself fits one line of 58 mm paper', () => {
  const keys = ['scan', 'closing', 'priority', 'ahead_none', 'setup_title'] as const
  expect([id, en, su].flatMap((words) => keys.map((key) => words[key])).filter((text) => text.length > 32)).toEqual([])
})
