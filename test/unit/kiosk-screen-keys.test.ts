import { describe, expect, it } from 'vitest'
import { burstLimits, noBurst, readKey } from '../../kiosk/screen/key-burst.ts'
import { asPrinted, nextPart, nextSigns, numberIn, typeSign } from '../../kiosk/screen/typed-code.ts'
import { numberAndCode } from '../../shared/returns.ts'
import { codeLetters, shortCode } from '../../shared/short-code.ts'

/** What a reader of keys takes for scanned, when the keys come `gapMs` apart. */
function scannedFrom(keys: readonly string[], gapMs: number): readonly string[] {
  let burst = noBurst
  return keys.flatMap((key, i) => {
    const read = readKey(burst, key, 1_000 + i * gapMs)
    burst = read.burst
    return read.scanned === null ? [] : [read.scanned]
  })
}

describe('a scanner', () => {
  const code = 'http://10.0.0.1:8080/t/Ab_c-0123456789012345678'

  it('is known by a whole code that is typed fast and ended with Enter', () => {
    expect(scannedFrom([...Array.from(code), 'Enter'], 8)).toEqual([code])
    expect(scannedFrom([...Array.from(code), 'Enter'], burstLimits.gapMsMax)).toEqual([code])
    expect(scannedFrom([...Array.from(code), 'Enter', ...Array.from('A042 BCDF'), 'Enter'], 8)).toEqual([
      code,
      'A042 BCDF',
    ])
  })

  it('presses Shift for its capital letters', () => {
    expect(scannedFrom([...Array.from('A042B'), 'Shift', 'C', 'Shift', 'D', 'Shift', 'F', 'Enter'], 60)).toEqual([
      'A042BCDF',
    ])
  })

  it('is not a person who types, nor one who presses a few keys', () => {
    expect(scannedFrom([...Array.from(code), 'Enter'], burstLimits.gapMsMax + 1)).toEqual([])
    expect(scannedFrom([...Array.from('A042BCD'), 'Enter'], 8)).toEqual([])
    expect(scannedFrom(['Enter', 'F1', 'F2', 'Enter'], 8)).toEqual([])
  })

  it('is not heard when its Enter comes late', () => {
    const burst = Array.from(code).reduce((before, key, i) => readKey(before, key, i * 8).burst, noBurst)
    expect(readKey(burst, 'Enter', burst.at + burstLimits.gapMsMax + 1)).toEqual({ burst: noBurst, scanned: null })
  })

  it('begins anew after a pause, so that a key pressed before is no part of the code', () => {
    const { burst } = readKey(noBurst, 'x', 0)
    expect(readKey(burst, 'A', burstLimits.gapMsMax + 1).burst.text).toBe('A')
  })

  it('is read no further than the office reads', () => {
    expect(scannedFrom([...Array.from('x'.repeat(5_000)), 'Enter'], 1)).toEqual(['x'.repeat(burstLimits.lengthMax)])
  })
})

describe('a typed number and code', () => {
  const typed = (keys: string) => Array.from(keys).reduce(typeSign, '')

  it('takes a letter, three digits and four letters of a code, in any case', () => {
    const parts = ['', 'A', 'A04', 'A042', 'A042BCD', 'A042BCDF'].map(nextPart)
    expect(parts).toEqual(['letter', 'digit', 'digit', 'code', 'code', null])
    expect(typed('a042bcdf')).toBe('A042BCDF')
  })

  it('takes nothing else: no nought for an O, no vowel in a code, nothing after its end', () => {
    expect([
      typed('0A'),
      typed('AO42'),
      typed('A042EB'),
      typed('A042BCDFG'),
      typeSign('A', 'Shift'),
      typeSign('A', ''),
    ]).toEqual(['A', 'A42', 'A042B', 'A042BCDF', 'A', 'A'])
    expect(nextSigns('A042BCDF')).toBe('')
    expect(nextSigns('A042')).toBe(codeLetters)
  })

  it('is mended from its end', () => {
    expect([typeSign('A042B', 'Backspace'), typeSign('', 'Backspace')]).toEqual(['A042', ''])
  })

  it('is given to the office as it stands on the paper, which reads it so', () => {
    const code = shortCode('token-0000000000000001')
    expect([asPrinted('A04'), asPrinted('A042'), asPrinted(`A042${code}`), numberIn(`A042${code}`)]).toEqual([
      'A04',
      'A042',
      `A042 ${code}`,
      'A042',
    ])
    expect(numberAndCode(asPrinted(typed(`A042${code}`)))).toEqual({ number: 'A042', code })
  })
})
