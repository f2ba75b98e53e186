import type { EpochMs } from '../../shared/ids.ts'

/** A paper the virtual printer has put out; `png` is the address of its picture. */
export interface PrintedPaper {
  readonly name: string
  readonly at: EpochMs
  readonly png: string
}

/** What the page knows: the papers, newest first, or null before the first answer; and whether the last answer failed. */
export interface Papers {
  readonly papers: readonly PrintedPaper[] | null
  /** The office's. */
  readonly timeZone: string
  readonly isUnreachable: boolean
}

/**
 * Asks for the list every two seconds while the page is looked at, one question at a time, and at once when it is
 * looked at again; a store for `useSyncExternalStore`.
 */
export function watchPapers(address: string): {
  readonly state: () => Papers
  readonly subscribe: (listener: () => void) => () => void
} {
  const listeners = new Set<() => void>()
  let state: Papers = { papers: null, timeZone: 'UTC', isUnreachable: false }
  let told = ''
  let isAsking = false

  const ask = async () => {
    if (isAsking || document.hidden) return
    isAsking = true
    const next = await fetchPapers(address, state)
    isAsking = false
    const text = JSON.stringify(next)
    if (text === told) return
    told = text
    state = next
    for (const listener of listeners) listener()
  }
  void ask()
  setInterval(() => void ask(), askEveryMs)
  document.addEventListener('visibilitychange', () => void ask())
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function fetchPapers(address: string, known: Papers): Promise<Papers> {
  try {
    const answer = await fetch(`${address}/api/papers.json`, { cache: 'no-store', signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) return { ...known, isUnreachable: true }
    const { papers, timeZone } = (await answer.json()) as Omit<Papers, 'isUnreachable'>
    return { papers, timeZone, isUnreachable: false }
  } catch {
    return { ...known, isUnreachable: true }
  }
}

const askEveryMs = 2_000
