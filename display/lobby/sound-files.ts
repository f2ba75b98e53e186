/** What loading a sound needs of the page; a test has its own. */
export interface SoundSource {
  /** As the page's `fetch`. */
  readonly fetch: (path: string, options: { readonly signal: AbortSignal }) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

/** The hub at `address` as a page asks it. */
export function soundsOf(address: string): SoundSource {
  return {
    fetch: (path, options) => fetch(`${address}${path}`, options),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

/**
 * A sound's bytes. It may just be being made (202), so it is asked for again for about four seconds; null when it does not
 * come by then: a call is not held up for its words.
 */
export async function loadSound(path: string, { fetch, wait }: SoundSource): Promise<ArrayBuffer | null> {
  for (const waitMs of waitsMs) {
    await wait(waitMs)
    try {
      const response = await fetch(path, { signal: AbortSignal.timeout(answerMsMax) })
      if (response.status === 200) return await response.arrayBuffer()
    } catch {
      // No answer, or a broken one: as good as not there yet.
    }
  }
  return null
}

const waitsMs = [0, 100, 200, 300, 400, 600, 900, 1_500]
const answerMsMax = 3_000
