import { PNG } from 'pngjs'

/**
 * Two pictures of a screen, compared as a person at some distance would: made small, and by colour. Another version of
 * the browser draws the edge of a letter otherwise, and that is no difference; a block that stands elsewhere, is gone,
 * or has another colour is one. It does not read: a changed digit in a long text may pass.
 */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each pixel, row by row. */
  readonly colours: Uint8Array
}

export interface Difference {
  readonly pixels: number
  /** The newer picture, pale, with what differs in magenta. */
  readonly shown: Picture
}

/** Below it no difference is told: about the corner of one letter. */
export const differingPixelsMax = 12
/** As far as two shades may lie apart, of 255. */
const shadesMax = 40

/** What differs, or null when the two look alike. Pictures of different sizes differ everywhere. */
export function differenceOf(before: Picture, after: Picture): Difference | null {
  const isSameSize = before.width === after.width && before.height === after.height
  const shown: Picture = { ...after, colours: after.colours.map((shade) => 192 + (shade >> 2)) }
  const [soft, softAfter] = [softened(before), softened(after)]
  let pixels = 0
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      if (isSameSize && isNear(soft, softAfter, x, y) && isNear(softAfter, soft, x, y)) continue
      pixels++
      shown.colours.set([255, 0, 255], 3 * (y * after.width + x))
    }
  }
  return pixels > differingPixelsMax ? { pixels, shown } : null
}

/** Whether the pixel of `one` has a shade that lies between those around the same place in `other`. */
function isNear(one: Picture, other: Picture, x: number, y: number): boolean {
  const { width, height } = one
  for (let channel = 0; channel < 3; channel++) {
    const shade = one.colours[3 * (y * width + x) + channel] ?? 0
    let darkest = 255
    let lightest = 0
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const around = other.colours[3 * (v * width + u) + channel] ?? 0
        if (around < darkest) darkest = around
        if (around > lightest) lightest = around
      }
    }
    if (shade < darkest - shadesMax || shade > lightest + shadesMax) return false
  }
  return true
}

/** Each pixel the mean of itself and the next ones: strokes of letters do not flicker between the pixels. */
function softened(picture: Picture): Picture {
  const { width, height, colours } = picture
  const row = 3 * width
  const soft = new Uint8Array(colours.length)
  for (let y = 0; y < height; y++) {
    const down = y < height - 1 ? row : 0
    for (let i = y * row; i < (y + 1) * row; i++) {
      const right = i + 3 < (y + 1) * row ? 3 : 0
      const sum =
        (colours[i] ?? 0) + (colours[i + right] ?? 0) + (colours[i + down] ?? 0) + (colours[i + right + down] ?? 0)
      soft[i] = sum / 4
    }
  }
  return { width, height, colours: soft }
}

/** A PNG as a browser takes it, each `step` by `step` pixels made one, in few enough shades to be stored small. */
export function shrunk(png: Buffer, step: number): Picture {
  const { width, height, data } = PNG.sync.read(png)
  const small = { width: Math.floor(width / step), height: Math.floor(height / step) }
  const colours = new Uint8Array(3 * small.width * small.height)
  let to = 0
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let [red, green, blue] = [0, 0, 0]
      for (let v = 0; v < step; v++) {
        let from = 4 * ((y * step + v) * width + x * step)
        for (let u = 0; u < step; u++) {
          red += data[from]!
          green += data[from + 1]!
          blue += data[from + 2]!
          from += 4
        }
      }
      for (const sum of [red, green, blue]) colours[to++] = fewShades(sum / (step * step))
    }
  }
  return { ...small, colours }
}

export function readPicture(png: Buffer): Picture {
  return shrunk(png, 1)
}

/** A small picture of few shades is stored smallest unfiltered. */
export function pngOf({ width, height, colours }: Picture): Buffer {
  const opaque = { colorType: 2, inputColorType: 2, inputHasAlpha: false } as const
  const png = new PNG({ width, height, ...opaque })
  png.data = Buffer.from(colours)
  return PNG.sync.write(png, { ...opaque, deflateLevel: 9, deflateStrategy: 0, filterType: 0 })
}

/** 16 shades of each colour, pure white and black among them. */
function fewShades(shade: number): number {
  return 17 * Math.round(shade / 17)
}
