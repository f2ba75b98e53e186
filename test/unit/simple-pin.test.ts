import { expect, test } from 'vitest'
import { isSimplePin } from '../../shared/simple-pin.ts'

test('a PIN that anybody would try first is simple', () => {
  const simple = ['000000', '111111', '123456', '654321', '012345', '890123', '109876', '121212', '909090', '123123']
  expect(simple.filter((pin) => !isSimplePin(pin))).toEqual([])
})

test('any other PIN is not, nor is what is no PIN yet', () => {
  const others = ['482913', '246810', '113355', '775533', '123321', '112233', '135790', '121213', '123457', '222223']
  expect([...others, '', '1', '11111', '1111111', 'aaaaaa'].filter(isSimplePin)).toEqual([])
})

test('about one in a thousand is', () => {
  const count = Array.from({ length: 1_000_000 }, (_, i) => String(i).padStart(6, '0')).filter(isSimplePin).length
  // 10 of one digit, 10 counted up, 10 down, 90 pairs and 990 triples.
  expect(count).toBe(1_110)
})
