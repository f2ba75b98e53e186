import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import helmet from 'helmet'
import sirv from 'sirv'
import { tokenSchema } from '../../shared/ids.ts'
import { languages, type Language } from '../../shared/language.ts'
import { voiceFile } from '../../shared/voice/files.ts'
import type { Audiences } from './audiences.ts'
import type { Health } from './health.ts'
import { elsewherePage, indexPage, shortPage } from './index-page.ts'
import type { Log } from './log.ts'
import { mediaNameOf, receiveMedia, sendMedia, type MediaPages } from './media/media-pages.ts'
import type { NoticePages } from './notice-page/notice-pages.ts'
import { busySentence } from './notice-page/sheet.ts'
import type { PageOrigins } from './origins.ts'

/**
 * The hub's HTTP side: pages, the second path of the screens, and what machines read. Every answer carries the same
 * strict headers; no page has an inline script.
 */
export interface PagesParts {
  /** Folder of the built pages. */
  readonly web: string
  /** Folder in which the virtual printer keeps its papers. */
  readonly papers: string
  /** Folder of the hub's data, in which the voice keeps its sounds. */
  readonly data: string
  readonly origins: PageOrigins
  /** Where the office is found from outside. */
  readonly address: () => string
  readonly audiences: Audiences
  readonly health: () => Health
  readonly language: () => Language
  readonly timeZone: () => string
  readonly documents: ReadonlyMap<string, MachineDocument>
  readonly noticePages: NoticePages
  readonly media: MediaPages
  readonly log: Log
}

/** Something a machine reads: made when it is asked for. */
export interface MachineDocument {
  readonly type: string
  readonly make: () => string
}

export function pagesOf(parts: PagesParts): RequestListener {
  const files = sirv(parts.web, { etag: true, maxAge: 31_536_000, immutable: true })
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The hub speaks plain HTTP on the office's own network; these would lock visitors' phones out.
    strictTransportSecurity: false,
    originAgentCluster: false,
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  return (request, response) => {
    protect(request, response, () => {
      answer(parts, files, request, response).catch((error: unknown) => {
        parts.log.error('a page could not be served', { path: pathOf(request), error: String(error) })
        if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', '')
        else response.end()
      })
    })
  }
}

const pageFiles: Readonly<Record<string, string>> = {
  '/kiosk': 'kiosk/screen/index.html',
  '/lobby': 'display/lobby/index.html',
  '/desk': 'display/desk/index.html',
  '/status': 'display/status/index.html',
  '/printer': 'display/printer/index.html',
}

async function answer(
  parts: PagesParts,
  files: ReturnType<typeof sirv>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const where = pathOf(request)
  const language = languageOf(request, parts.language())
  const isLocal = parts.origins.isLocal(request)
  const media = mediaNameOf(where)
  if (media !== null && request.method === 'PUT') return receiveMedia(parts.media, media, request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    send(response, 405, 'text/plain; charset=utf-8', '')
    return
  }
  const document = parts.documents.get(where)
  if (document) {
    if (isPublicFeed(where)) {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('cross-origin-resource-policy', 'cross-origin')
    }
    send(response, 200, document.type, document.make())
    return
  }
  const isElsewhere = () => !parts.origins.knowsHost(request)
  const sendElsewhere = () =>
    send(response, 421, html, elsewherePage(new URL(pathAndQuery(request), parts.address()).href))
  if (where === '/') return isElsewhere() ? sendElsewhere() : send(response, 200, html, indexPage(language))
  if (where === '/healthz') {
    const health = parts.health()
    return send(response, health.ready ? 200 : 503, json, JSON.stringify(health))
  }
  if (where === '/api/lobby.json' || where === '/api/status.json') {
    const view = parts.audiences.once(where === '/api/lobby.json' ? 'lobby' : 'status')
    return send(response, 200, json, JSON.stringify(view))
  }
  const phone = /^\/(t|api\/t)\/([^/]+)$/.exec(where)
  if (phone) {
    if (phone[1] === 't') return isElsewhere() ? sendElsewhere() : sendFile(parts, response, 'display/phone/index.html')
    const token = tokenSchema.safeParse(phone[2]?.replace(/\.json$/, ''))
    if (token.success) {
      return send(response, 200, json, JSON.stringify(parts.audiences.once(`phone:${token.data}`)))
    }
  }
  const notice = /^\/notice\/(\d{1,9})\.pdf$/.exec(where)?.[1]
  if (notice !== undefined) {
    const page = await parts.noticePages.page(Number(notice), asksForAll(request) ? 'all' : language)
    if (page.ok) return send(response, 200, 'application/pdf', page.pdf)
    if (page.why === 'no-such-notice') return send(response, 404, html, shortPage(language, 'not_found'))
    response.setHeader('retry-after', retrySeconds)
    return send(response, 503, 'text/plain; charset=utf-8', busySentence(language))
  }
  const sound = voiceFile(where)
  if (sound) return sendSound(parts, response, sound)
  if (media !== null && (await sendMedia(parts.media, media, request, response))) return
  if (where === '/worker.js') return sendFile(parts, response, 'worker.js', 'text/javascript; charset=utf-8')
  if (where === '/printer' || where.startsWith('/api/papers') || where.startsWith('/papers/')) {
    if (!isLocal) return send(response, 403, html, shortPage(language, 'only_here'))
    if (where === '/api/papers.json') return send(response, 200, json, await papersList(parts.papers, parts.timeZone()))
    const picture = /^\/papers\/([\w-]+\.png)$/.exec(where)?.[1]
    if (picture !== undefined) return sendPicture(parts, response, picture)
  }
  const page = pageFiles[where.replace(/\/$/, '')]
  if (page !== undefined) return isElsewhere() ? sendElsewhere() : sendFile(parts, response, page)
  files(request, response, () => send(response, 404, html, shortPage(language, 'not_found')))
}

async function sendFile(parts: PagesParts, response: ServerResponse, file: string, type = html): Promise<void> {
  response.setHeader('cache-control', 'no-cache')
  send(response, 200, type, await readFile(path.join(parts.web, file)))
}

async function sendPicture(parts: PagesParts, response: ServerResponse, name: string): Promise<void> {
  const picture = await readFile(path.join(parts.papers, name)).catch(() => null)
  if (picture) send(response, 200, 'image/png', picture)
  else send(response, 404, 'text/plain; charset=utf-8', '')
}

/** A phrase's sound never changes; a recording may be made again. */
async function sendSound(
  parts: PagesParts,
  response: ServerResponse,
  { file, type }: { readonly file: string; readonly type: string },
): Promise<void> {
  const sound = await readFile(path.join(parts.data, file)).catch(() => null)
  const isOwn = file.includes('/own/')
  // A phrase may just be being made: the page asks again.
  if (!sound) return send(response, isOwn ? 404 : 202, 'text/plain; charset=utf-8', '')
  response.setHeader('cache-control', isOwn ? 'no-cache' : 'public, max-age=86400, immutable')
  send(response, 200, type, sound)
}

/** The virtual printer's papers, newest first: `<ms since 1970>-<name>.png` is how the agent names each. */
async function papersList(folder: string, timeZone: string): Promise<string> {
  const names = await readdir(folder).catch(() => [])
  const papers = names
    .flatMap((name) => {
      const [, at, what] = /^(\d+)-([\w-]+)\.png$/.exec(name) ?? []
      return at === undefined || what === undefined ? [] : [{ name: what, at: Number(at), png: `/papers/${name}` }]
    })
    .sort((a, b) => b.at - a.at)
  return JSON.stringify({ timeZone, papers: papers.slice(0, papersMax) })
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store')
  response.writeHead(status, { 'content-type': type }).end(body)
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://loket').pathname
}

function pathAndQuery(request: IncomingMessage): string {
  const { pathname, search } = new URL(request.url ?? '/', 'http://loket')
  return pathname.replace(/^\/+/, '/') + search
}

/** What dashboards and news readers on other sites may read: it says no more than the public status page. */
function isPublicFeed(where: string): boolean {
  return where.startsWith('/api/v2/') || where === '/feed.atom'
}

/** `?lang=`, else the office's. */
function languageOf(request: IncomingMessage, office: Language): Language {
  const asked = new URL(request.url ?? '/', 'http://loket').searchParams.get('lang')
  return languages.find((language) => language === asked) ?? office
}

/** `?lang=all`: a page for the notice board in every language of the office. */
function asksForAll(request: IncomingMessage): boolean {
  return new URL(request.url ?? '/', 'http://loket').searchParams.get('lang') === 'all'
}

const html = 'text/html; charset=utf-8'
const json = 'application/json; charset=utf-8'
const papersMax = 60
const retrySeconds = 5
