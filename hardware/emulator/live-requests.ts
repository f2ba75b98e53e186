/** Bytes up to the end of a request, and the request; null when they end without one. */
export interface LivePiece {
  readonly bytes: Uint8Array
  readonly what: 1 | 2 | 3 | 4 | null
}

/**
 * Sees `DLE EOT n` (10h 04h n) go by, wherever it stands, the middle of a picture included, and however it is cut into
 * pieces.
 */
export class LiveRequests {
  #recent: readonly [number, number] = [0, 0]

  /** Cuts the bytes behind each request. */
  split(bytes: Uint8Array): LivePiece[] {
    const pieces: LivePiece[] = []
    let from = 0
    for (const [index, byte] of bytes.entries()) {
      const [before, last] = this.#recent
      this.#recent = [last, byte]
      if (before !== 0x10 || last !== 0x04) continue
      if (byte !== 1 && byte !== 2 && byte !== 3 && byte !== 4) continue
      pieces.push({ bytes: bytes.subarray(from, index + 1), what: byte })
      from = index + 1
    }
    if (from < bytes.length) pieces.push({ bytes: bytes.subarray(from), what: null })
    return pieces
  }
}
