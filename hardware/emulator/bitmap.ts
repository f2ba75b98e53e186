import { crc32, deflateSync } from 'node:zlib'

/** Dots on paper: 1 is ink. Rows are whole bytes, the leftmost dot in the highest bit, as printers send them. */
export class Bitmap {
  readonly widthDots: number
  readonly bytesAcross: number
  #rows: Uint8Array
  #height: number

  constructor(widthDots: number, heightDots = 0) {
    this.widthDots = widthDots
    this.bytesAcross = Math.ceil(widthDots / 8)
    this.#height = heightDots
    this.#rows = new Uint8Array(Math.max(heightDots, 64) * this.bytesAcross)
  }

  get heightDots(): number {
    return this.#height
  }

  has(x: number, y: number): boolean {
    return (((this.#rows[y * this.bytesAcross + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
  }

  /** Inks one dot; a dot outside the bitmap is lost. */
  ink(x: number, y: number): void {
    if (x < 0 || x >= this.widthDots || y < 0 || y >= this.#height) return
    const place = y * this.bytesAcross + (x >> 3)
    this.#rows[place] = (this.#rows[place] ?? 0) | (0x80 >> (x & 7))
  }

  /** Turns ink to paper and paper to ink in a rectangle. */
  invert(x: number, y: number, width: number, height: number): void {
    for (let row = Math.max(0, y); row < Math.min(y + height, this.#height); row++) {
      for (let dot = Math.max(0, x); dot < Math.min(x + width, this.widthDots); dot++) {
        const place = row * this.bytesAcross + (dot >> 3)
        this.#rows[place] = (this.#rows[place] ?? 0) ^ (0x80 >> (dot & 7))
      }
    }
  }

  /** Adds blank rows at the bottom. */
  extend(rows: number): void {
    this.#height += rows
    const bytes = this.#height * this.bytesAcross
    if (bytes <= this.#rows.length) return
    const larger = new Uint8Array(bytes * 2)
    larger.set(this.#rows)
    this.#rows = larger
  }

  /** Takes the first `rows` rows off the top and returns them; the rest moves up. */
  takeTop(rows: number): Bitmap {
    const count = Math.min(rows, this.#height)
    const top = new Bitmap(this.widthDots, count)
    const bytes = count * this.bytesAcross
    top.#rows = this.#rows.slice(0, bytes)
    this.#rows.copyWithin(0, bytes, this.#height * this.bytesAcross)
    this.#height -= count
    this.#rows.fill(0, this.#height * this.bytesAcross)
    return top
  }

  /** A copy of its own. */
  copy(): Bitmap {
    const copy = new Bitmap(this.widthDots, this.#height)
    copy.#rows = this.#rows.slice(0, Math.max(this.#height, 64) * this.bytesAcross)
    return copy
  }

  /** The same dots in the middle of paper `marginDots` wider on either side. */
  onPaper(marginDots: number): Bitmap {
    const paper = new Bitmap(this.widthDots + 2 * marginDots, this.#height)
    for (let y = 0; y < this.#height; y++) {
      for (let x = 0; x < this.widthDots; x++) if (this.has(x, y)) paper.ink(x + marginDots, y)
    }
    return paper
  }

  /** One bit for each dot, black ink on white, with its true size on paper. */
  png(dpi: number): Uint8Array {
    const stride = this.bytesAcross + 1
    const raw = new Uint8Array(stride * this.#height)
    for (let y = 0; y < this.#height; y++) {
      const row = this.#rows.subarray(y * this.bytesAcross, (y + 1) * this.bytesAcross)
      for (let place = 0; place < row.length; place++) raw[y * stride + 1 + place] = ~(row[place] ?? 0) & 0xff
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.widthDots, 0)
    header.writeUInt32BE(this.#height, 4)
    // One bit, greyscale, and the only compression, filter and interlace that plain files use.
    header.set([1, 0, 0, 0, 0], 8)
    const size = Buffer.alloc(9)
    const dotsPerMetre = Math.round(dpi / 0.0254)
    size.writeUInt32BE(dotsPerMetre, 0)
    size.writeUInt32BE(dotsPerMetre, 4)
    size[8] = 1
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('pHYs', size),
      chunk('IDAT', deflateSync(raw)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
