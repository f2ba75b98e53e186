import { uploadRefusals, type UploadAnswer } from '../../shared/media.ts'
import type { UploadRight } from '../../shared/media-orders.ts'
import { hubAddress } from '../ui/connect.ts'

/**
 * Sends a file to the hub under a right it has given, and says how far it is. It never rejects: a file that does not get
 * through is an answer like any other. `XMLHttpRequest`, because `fetch` tells nothing of how much has gone.
 */
export function sendFile(
  file: Blob,
  { path, token }: UploadRight,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const brokenOff = () => resolve({ ok: false, reason: 'upload-broken-off' })
    request.open('PUT', hubAddress(location) + path)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => resolve(answerOf(request.responseText)))
    for (const end of ['error', 'abort', 'timeout'] as const) request.addEventListener(end, brokenOff)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function answerOf(text: string): UploadAnswer {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null && 'ok' in said) {
      if (said.ok === true) return { ok: true }
      const reason = 'reason' in said ? uploadRefusals.find((known) => known === said.reason) : undefined
      if (reason !== undefined) return { ok: false, reason }
    }
  } catch {
    // Something between the tablet and the hub has answered in its place.
  }
  return { ok: false, reason: 'upload-broken-off' }
}
