import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { usualOutageKey } from '../../shared/outage-key.ts'
import type { Plan } from './plan.ts'

/**
 * The app's own protocol, `loket://kiosk/`: serves the built pages folder and nothing else. It guarantees that no
 * address leads out of that folder, and that every answer carries a policy under which a page can load only itself
 * and talk only to its hub.
 */
export const scheme = 'loket'
const host = 'kiosk'

/** The kiosk page, told where its hub is, and which key is the outage key where it is not the usual one. */
export function kioskPage({ hub, outageKey }: Pick<Plan, 'hub' | 'outageKey'>): string {
  const query = new URLSearchParams(outageKey === usualOutageKey ? { hub } : { hub, 'outage-key': outageKey })
  return `${scheme}://${host}/kiosk/screen/?${query}`
}

export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${scheme}:` && url.host === host
}

export function servePages(folder: string, hub: string): (request: Request) => Promise<Response> {
  const headers = { 'content-security-policy': policyFor(hub), ...fixedHeaders }
  const refuse = (status: number) =>
    new Response(null, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    if (!isOwnPage(request.url)) return refuse(404)
    const file = fileOf(folder, new URL(request.url).pathname)
    if (file === null) return refuse(404)
    const type = contentTypes[path.extname(file)]
    if (type === undefined) return refuse(404)
    try {
      const bytes = await readFile(file)
      const body = request.method === 'HEAD' ? null : new Uint8Array(bytes)
      return new Response(body, { headers: { ...headers, 'content-type': type } })
    } catch {
      return refuse(404)
    }
  }
}

/** The file an address stands for, or null where it would leave the folder or is not an address at all. */
function fileOf(folder: string, pathname: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const root = path.resolve(folder) + path.sep
  const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name)
  return file.startsWith(root) ? file : null
}

function policyFor(hub: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self' ${hub} ${hub.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const fixedHeaders = {
  'cache-control': 'no-cache',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
