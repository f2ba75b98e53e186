import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MediaFolder } from '../../kiosk/hub/media/media-folder.ts'
import { receiveMedia, sendMedia, mediaNameOf } from '../../kiosk/hub/media/media-pages.ts'
import { Uploads } from '../../kiosk/hub/media/uploads.ts'
import { originsOf } from '../../kiosk/hub/origins.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { mediaLimits } from '../../shared/media.ts'
import type { MediaAnswer, UploadRight } from '../../shared/media-orders.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { testFolder } from '../hub/folder.ts'
import { jpegOf, mp4Of, pngOf } from '../hub/media-bytes.ts'
import { client, runningHub, signedInDesk, viewWhere, type Client } from '../hub/running-hub.ts'

// Files from a desk over real HTTP, and on to the TVs.

const notAllowed = { ok: false, reason: 'not-allowed' }

test('a desk adds a picture, every TV is told of it and gets it, in parts too, and only this site may use it', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const tv = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const upload = await offered(desk, 'Kantor kami.jpg', 100)
  expect(upload.path).toBe('/media/Kantor-kami.jpg')
  const shown = viewWhere<LobbyView>(tv, ({ media }) => media.length === 1)
  expect(await put(hub.address, upload, jpegOf())).toEqual([201, { ok: true }])
  const [picture] = (await shown).view.media
  if (picture?.kind !== 'picture') throw new Error('it is no picture')

  const whole = await fetch(hub.address + picture.address)
  expect([whole.status, whole.headers.get('content-type'), Buffer.from(await whole.arrayBuffer())]).toEqual([
    200,
    'image/jpeg',
    jpegOf(),
  ])
  expect(whole.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  const etag = whole.headers.get('etag') ?? ''
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await fetch(hub.address + picture.address, { headers: { range, ...more } })
    return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength]
  }
  expect(await part('bytes=90-')).toEqual([206, 'bytes 90-99/100', 10])
  expect(await part('bytes=0-9')).toEqual([206, 'bytes 0-9/100', 10])
  expect(await part('bytes=-5')).toEqual([206, 'bytes 95-99/100', 5])
  expect(await part('bytes=100-')).toEqual([416, 'bytes */100', 0])
  expect(await part('bytes=0-9', { 'if-range': '"another"' })).toEqual([200, null, 100])
  expect((await fetch(hub.address + picture.address, { headers: { 'if-none-match': etag } })).status).toBe(304)
  for (const where of ['/media/media.json', '/media/..%2Fguard.json', '/media/.adding', '/media/%'])
    expect((await fetch(hub.address + where)).status, where).toBe(404)
  expect(hub.errors).toEqual([])
})

test('only a desk where somebody is signed in may ask for anything, and only for what it may', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const others = await Promise.all([
    client(hub, { as: 'lobby', screen: 'test-lobby-1' }),
    client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }),
    client(hub, { as: 'desk', screen: 'test-desk-2' }),
    client(hub, { as: 'status' }),
  ])
  for (const socket of others)
    expect(await order(socket, { type: 'ListMedia' })).toEqual({ ok: false, refusal: { reason: 'not-allowed' } })
  const refused = async (asked: object) => {
    const answer = await order(desk, asked)
    return answer.ok ? null : answer.refusal.reason
  }
  const slide = { type: 'SaveSlide', id: `slide-${'b'.repeat(32)}`, until: null }
  expect([
    await refused({ type: 'AddFile', name: 'a.exe', bytes: 10 }),
    await refused({ type: 'AddFile', name: 'a.jpg', bytes: mediaLimits.pictureBytes + 1 }),
    await refused({ type: 'AddFile', name: 'a.mp4', bytes: mediaLimits.videoBytes + 1 }),
    await refused({ type: 'DescribeFile', id: 'a.jpg', until: null, description: '' }),
    await refused({ ...slide, words: { en: { heading: 'Hours', text: '' } } }),
    await refused({ ...slide, words: { id: { heading: 'x'.repeat(61), text: '' } } }),
    await refused({ ...slide, id: '../guard.json', words: { id: { heading: 'Jam', text: '' } } }),
    await refused({ type: 'Other' }),
    await refused({ ...slide, words: { id: { heading: 'Jam', text: '' } } }),
  ]).toEqual([
    'file-kind-unknown',
    'picture-too-large',
    'video-too-large',
    'no-such-media',
    'slide-language-missing',
    'not-understood',
    'not-understood',
    'not-understood',
    null,
  ])
})

test('A-1 a right is good once, for a minute, for its name and size, and for a page of this site', async () => {
  const { uploads, address, clock, names } = await served()
  const right = await wanted(uploads.offer('a.png', 100))
  const { path: where, token } = right
  expect(await put(address, { path: where, token: 'x'.repeat(22) }, pngOf())).toEqual([403, notAllowed])
  expect(await put(address, { path: '/media/b.png', token }, pngOf())).toEqual([403, notAllowed])
  expect(await put(address, right, pngOf())).toEqual([403, notAllowed])

  const other = await wanted(uploads.offer('a.png', 100))
  expect(await put(address, other, pngOf(101))).toEqual([403, notAllowed])
  const foreign = await wanted(uploads.offer('a.png', 100))
  expect(await put(address, foreign, pngOf(), { origin: 'http://evil.example' })).toEqual([403, notAllowed])
  const late = await wanted(uploads.offer('a.png', 100))
  clock.advance(60_001)
  expect(await put(address, late, pngOf())).toEqual([403, notAllowed])
  const good = await wanted(uploads.offer('a.png', 100))
  expect(await put(address, good, pngOf())).toEqual([201, { ok: true }])
  expect(await put(address, good, pngOf())).toEqual([403, notAllowed])
  expect(names()).toEqual(['.adding', 'a.png', 'media.json'])
})

test('a name that is taken gets a number, so that no file is written over', async () => {
  const { uploads, names, put: lay } = await served()
  lay('a.png', pngOf())
  const paths = [await wanted(uploads.offer('A.png', 100)), await wanted(uploads.offer('a.png', 100))]
  expect(paths.map((right) => right.path)).toEqual(['/media/A-2.png', '/media/a-3.png'])
  expect((await wanted(uploads.offer('../../etc/.jpg', 100))).path).toBe('/media/etc.jpg')
  expect(names()).toEqual(['a.png'])
})

test('A-2 what is not what its name says is refused, and nothing of it stays', async () => {
  const { uploads, address, adding, names } = await served()
  const sent = async (name: string, body: Buffer) => put(address, await wanted(uploads.offer(name, body.length)), body)
  const asNamed = { ok: false, reason: 'file-not-as-named' }
  expect(await sent('a.png', jpegOf())).toEqual([415, asNamed])
  expect(await sent('a.mp4', Buffer.from('<html>'))).toEqual([415, asNamed])
  // The answer is heard although most of the file was still to come.
  expect(await sent('a.webm', mp4Of(5_000_000))).toEqual([415, asNamed])
  expect([names(), adding()]).toEqual([['.adding'], []])
})

test('A-2 a file that is longer or shorter than was said, or broken off, leaves nothing behind', async () => {
  const { uploads, address, adding, names } = await served()
  const chunked = async (body: Buffer) => send(address, await wanted(uploads.offer('a.png', 100)), body)
  expect(await chunked(pngOf(101))).toEqual([413, { ok: false, reason: 'picture-too-large' }])
  expect(await chunked(pngOf(99))).toEqual([400, { ok: false, reason: 'upload-broken-off' }])

  const right = await wanted(uploads.offer('b.png', 1_000))
  const broken = request(address + right.path, { method: 'PUT', headers: headersOf(address, right, 1_000) })
  broken.on('error', () => {})
  broken.write(pngOf(500))
  await expect.poll(() => adding().length).toBe(1)
  broken.destroy()
  await expect.poll(() => adding()).toEqual([])
  expect(names()).toEqual(['.adding'])
})

test('A-2 what was on its way when the power went is cleared away at the next start', async () => {
  const folder = path.join(testFolder(), 'media')
  mkdirSync(path.join(folder, '.adding'), { recursive: true })
  writeFileSync(path.join(folder, '.adding', 'half'), 'half of a film')
  await new MediaFolder(folder, new VirtualClock(), silent, () => {}).look()
  expect(existsSync(path.join(folder, '.adding'))).toBe(false)
})

test('A-3 the disk keeps half a gigabyte for the office, before the first byte and while a file comes', async () => {
  const { uploads, address, disk, adding } = await served()
  disk.free = 500_000_000 + 99
  expect(await uploads.offer('a.png', 100)).toBe('disk-nearly-full')
  disk.free++
  const right = await wanted(uploads.offer('a.png', 100))
  disk.free--
  expect(await put(address, right, pngOf())).toEqual([507, { ok: false, reason: 'disk-nearly-full' }])

  disk.free = 600_000_000
  const film = await wanted(uploads.offer('a.mp4', 20_000_000))
  disk.looks = () => {
    disk.free = 0
  }
  expect(await put(address, film, mp4Of(20_000_000))).toEqual([507, { ok: false, reason: 'disk-nearly-full' }])
  expect(adding()).toEqual([])
})

interface Disk {
  free: number
  /** Called once the disk has been looked at. */
  looks: () => void
}

/** Folder and uploads on a server of their own, and a disk with a switch. */
async function served() {
  const folder = path.join(testFolder(), 'media')
  mkdirSync(folder)
  const clock = new VirtualClock()
  const disk: Disk = { free: 10_000_000_000, looks: () => {} }
  const media = new MediaFolder(folder, clock, silent, () => {})
  const freeBytes = async () => {
    const { free } = disk
    disk.looks()
    return free
  }
  const uploads = new Uploads(media, { clock, randomness: systemRandomness, log: silent, freeBytes })
  const pages = { folder: media, uploads, origins: originsOf(() => null) }
  const server = createServer((asked, response) => {
    const name = mediaNameOf(new URL(asked.url ?? '/', 'http://loket').pathname) ?? ''
    void (asked.method === 'PUT' ? receiveMedia(pages, name, asked, response) : sendMedia(pages, name, asked, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    media.stop()
  })
  await media.look()
  return {
    uploads,
    clock,
    disk,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    names: () => readdirSync(folder).toSorted(),
    adding: () => readdirSync(path.join(folder, '.adding')),
    put: (name: string, bytes: Buffer) => writeFileSync(path.join(folder, name), bytes),
  }
}

const silent = { info: () => {}, error: () => {} }

async function wanted(offer: Promise<UploadRight | string>): Promise<UploadRight> {
  const right = await offer
  if (typeof right === 'string') throw new Error(`refused: ${right}`)
  return right
}

async function offered(desk: Client, name: string, bytes: number): Promise<UploadRight> {
  const answer = await order(desk, { type: 'AddFile', name, bytes })
  if (!answer.ok || answer.upload === undefined) throw new Error('not wanted')
  return answer.upload
}

function order(socket: Client, asked: object): Promise<MediaAnswer> {
  return socket.timeout(5_000).emitWithAck('media', asked as never)
}

function put(address: string, right: UploadRight, body: Buffer, more: Record<string, string> = {}): Promise<Answered> {
  return send(address, right, body, { ...headersOf(address, right, body.length), ...more })
}

type Answered = readonly [status: number | undefined, body: unknown]

/** As a browser would; without headers of its own it does not say how long the file is. */
function send(
  address: string,
  right: UploadRight,
  body: Buffer,
  headers: Record<string, string> = headersOf(address, right),
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(address + right.path, { method: 'PUT', headers })
    sent.on('error', reject)
    sent.on('response', (response: IncomingMessage) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => resolve([response.statusCode, JSON.parse(Buffer.concat(parts).toString())]))
    })
    sent.write(body)
    sent.end()
  })
}

function headersOf(address: string, { token }: UploadRight, bytes?: number): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    origin: address,
    ...(bytes !== undefined && { 'content-length': String(bytes) }),
  }
}
