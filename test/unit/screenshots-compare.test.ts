import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { differenceOf, pngOf, readPicture, shrunk } from '../browser/screenshots-compare.ts'

/**
 * A drawn board: a header, a block, and bars as wide as the strokes of letters. The comparison must see
 * what a person would, and nothing that only another version of the browser does.
 */
const size = { width: 960, height: 540 }
const step = 4

it('the same picture is the same, also when it has been stored', () => {
  const picture = shrunk(board({}), step)
  expect(differenceOf(picture, picture)).toBeNull()
  expect(Buffer.compare(readPicture(pngOf(picture)).colours, picture.colours)).toBe(0)
})

it('edges that are drawn softer, or one pixel aside, are no difference', () => {
  const before = shrunk(board({}), step)
  expect(differenceOf(before, shrunk(blurred(board({})), step))).toBeNull()
  expect(differenceOf(before, shrunk(board({ aside: 1 }), step))).toBeNull()
})

it.each([
  ['a block moved by 16 pixels', { blockX: 216 }],
  ['a block moved down by 16 pixels', { blockY: 136 }],
  ['a block that is gone', { blockColour: [13, 22, 38] }],
  ['a block of another colour', { blockColour: [255, 170, 0] }],
  ['text that has moved by a line', { barsY: 470 }],
  ['text that is gone', { bars: 0 }],
] as const)('%s is a difference', (_what, change) => {
  const difference = differenceOf(shrunk(board({}), step), shrunk(board(change), step))
  expect(difference?.pixels).toBeGreaterThan(100)
})

it('a picture of another size is different', () => {
  const picture = shrunk(board({}), step)
  expect(differenceOf(picture, shrunk(board({}), 8))).not.toBeNull()
})

interface Board {
  readonly blockX?: number
  readonly blockY?: number
  readonly blockColour?: readonly [number, number, number]
  readonly barsY?: number
  readonly bars?: number
  /** How far everything stands to the right, in pixels. */
  readonly aside?: number
}

function board({
  blockX = 200,
  blockY = 120,
  blockColour = [255, 221, 0],
  barsY = 430,
  bars = 60,
  aside = 0,
}: Board): Buffer {
  const png = new PNG(size)
  const fill = (left: number, top: number, width: number, height: number, colour: readonly number[]) => {
    const right = Math.min(size.width, left + aside + width)
    for (let y = top; y < top + height; y++)
      png.data.fill(
        Uint8Array.from([...colour, 255]),
        4 * (y * size.width + left + aside),
        4 * (y * size.width + right),
      )
  }
  fill(-aside, 0, size.width + aside, size.height, [13, 22, 38])
  fill(0, 0, size.width, 90, [30, 40, 60])
  fill(blockX, blockY, 500, 250, blockColour)
  for (let bar = 0; bar < bars; bar++) fill(200 + 11 * bar, barsY, 5, 34, [255, 255, 255])
  return PNG.sync.write(png)
}

/** Each pixel the mean of itself and its neighbours to the left and right. */
function blurred(picture: Buffer): Buffer {
  const before = PNG.sync.read(picture)
  const after = new PNG(size)
  for (let i = 0; i < before.data.length; i++)
    after.data[i] = ((before.data[i - 4] ?? 0) + (before.data[i] ?? 0) + (before.data[i + 4] ?? 0)) / 3
  for (let i = 3; i < after.data.length; i += 4) after.data[i] = 255
  return PNG.sync.write(after)
}
