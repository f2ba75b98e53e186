import { expect, test } from 'vitest'
import { codeLetters, shortCode } from '../../shared/short-code.ts'

test('a ticket has the same four letters everywhere, and its neighbour has others', () => {
  const tokens = Array.from({ length: 2000 }, (_, i) => `token-${String(i).padStart(16, '0')}`)
  const codes = tokens.map(shortCode)
  expect(tokens.map(shortCode)).toEqual(codes)
  expect(
    codes.every((code) => code.length === 4 && Array.from(code).every((letter) => codeLetters.includes(letter))),
  ).toBe(true)
  // By chance about 12 of 2000 codes out of 160 000 come twice.
  expect(new Set(codes).size).toBeGreaterThan(1960)
})

test('a code of today is the code of tomorrow: papers that are out stay right', () => {
  expect(shortCode('abcdefghijklmnopqrstuv')).toBe('DXZZ')
})
