import type { Clock } from '../clock.ts'

/** What the hub's `GET /healthz` says: 200 is ready, any other answer is alive but not ready. Never throws. */
export type HubHealth = 'ready' | 'not-ready' | 'silent'

export async function askHub(address: string): Promise<HubHealth> {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(answerMsMax) })
    await response.body?.cancel()
    return response.ok ? 'ready' : 'not-ready'
  } catch {
    return 'silent'
  }
}

/** Resolves when the hub is ready, or after `deadlineMs`: the kiosk page itself says when there is no hub. */
export async function waitForHub(address: string, clock: Clock, deadlineMs: number): Promise<void> {
  const end = new AbortController()
  const cancel = clock.after(deadlineMs, () => end.abort())
  while (!end.signal.aborted && (await askHub(address)) !== 'ready')
    await new Promise<void>((resolve) => {
      clock.after(askEveryMs, resolve)
    })
  cancel()
}

const answerMsMax = 4_000
const askEveryMs = 250
