/** Bytes and the end of a link on their way to whoever listens; what comes before a listener does is kept for it. */
export class Inbox<End> {
  #early: Uint8Array[] = []
  #earlyBytes = 0
  #listener: ((bytes: Uint8Array) => void) | null = null
  readonly #endListeners = new Set<(end: End) => void>()
  #end: { readonly value: End } | null = null

  give(bytes: Uint8Array): void {
    if (this.#end) return
    if (this.#listener) this.#listener(bytes)
    else if (this.#earlyBytes < earlyBytesMax) {
      this.#early.push(bytes)
      this.#earlyBytes += bytes.length
    }
  }

  /** Only the first end counts. */
  end(value: End): void {
    if (this.#end) return
    this.#end = { value }
    for (const listener of this.#endListeners) listener(value)
  }

  get ended(): { readonly value: End } | null {
    return this.#end
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener
    for (const bytes of this.#early.splice(0)) listener(bytes)
  }

  /** Calls `listener` at the end, at once when that has come, unless the returned function is called first. */
  onEnd(listener: (end: End) => void): () => void {
    if (this.#end) listener(this.#end.value)
    else this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }
}

// A device that talks without being asked must not fill memory.
const earlyBytesMax = 4096
