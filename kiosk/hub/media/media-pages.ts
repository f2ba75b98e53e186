import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { UploadRefusal } from '../../../shared/media.ts'
import type { Origins } from '../origins.ts'
import type { MediaFolder } from './media-folder.ts'
import type { Uploads } from './uploads.ts'

/**
 * The HTTP side of the folder: its files for TVs and desks, in parts where a video asks for them, and files that desks
 * send. It serves what the folder shows and nothing else.
 */
export interface MediaPages {
  readonly folder: MediaFolder
  readonly uploads: Uploads
  readonly origins: Origins
}

/** The file's name in an address; null for every other address. */
export function mediaNameOf(pathname: string): string | null {
  const encoded = /^\/media\/([^/]+)$/.exec(pathname)?.[1]
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/** Sends a file, or the part of it that is asked for; whether there was one. */
export async function sendMedia(
  { folder }: MediaPages,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = folder.file(name)
  if (file === null) return false
  const handle = await open(path.join(folder.folder, name), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null)
  if (handle === null) return false
  try {
    const { size } = await handle.stat()
    const etag = `"${file.version}"`
    const asksVersion = new URL(request.url ?? '/', 'http://loket').searchParams.get('v') === file.version
    response.setHeader('content-type', file.type)
    response.setHeader('accept-ranges', 'bytes')
    response.setHeader('etag', etag)
    response.setHeader('cache-control', asksVersion ? 'private, max-age=604800, immutable' : 'no-cache')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return true
    }
    const condition = request.headers['if-range']
    const range = condition === undefined || condition === etag ? rangeOf(request.headers.range, size) : null
    if (range === 'none') {
      response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      return true
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    response.setHeader('content-length', end - start + 1)
    if (range === null) response.writeHead(200)
    else response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${size}` })
    if (request.method === 'HEAD') response.end()
    // A browser that has seen enough of a video hangs up.
    else
      await pipeline(handle.createReadStream({ start, end, autoClose: false }), response).catch(() =>
        response.destroy(),
      )
    return true
  } finally {
    await handle.close()
  }
}

/** Takes a file that a desk sends, and says in JSON what became of it. */
export async function receiveMedia(
  { uploads, origins }: MediaPages,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.setTimeout(idleMsMax, () => request.destroy())
  const token = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const answer = origins.mayConnect(request)
    ? await uploads.receive(name, token, request)
    : ({ ok: false, reason: 'not-allowed' } as const)
  request.setTimeout(0)
  if (response.destroyed) return
  response.setHeader('cache-control', 'no-store')
  if (!answer.ok) response.setHeader('connection', 'close')
  response.writeHead(answer.ok ? 201 : statuses[answer.reason], { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
  if (answer.ok) return
  // A browser reads the answer only when it could send all; who had no right to send is not listened to.
  if (answer.reason === 'not-allowed' || request.headers['content-length'] === undefined)
    response.once('finish', () => request.destroy())
  else {
    request.setTimeout(idleMsMax, () => request.destroy())
    request.resume()
  }
}

/** The one range asked for, as first and last byte; null for the whole, `none` where the file has no such part. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start <= end && start < size ? { start, end } : 'none'
}

const statuses: Readonly<Record<UploadRefusal, number>> = {
  'not-allowed': 403,
  'not-saved': 500,
  'too-many-media': 409,
  'picture-too-large': 413,
  'video-too-large': 413,
  'file-not-as-named': 415,
  'disk-nearly-full': 507,
  'upload-broken-off': 400,
}
/** Longer than a tablet loses its network for a moment. */
const idleMsMax = 30_000
