import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOwnPage, kioskPage, servePages } from '../../kiosk/app/page-files.ts'

// Goal: the app's protocol hands out the pages folder and nothing outside it.

let folder: string
let serve: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loket-pages-'))
  mkdirSync(path.join(folder, 'web/assets'), { recursive: true })
  mkdirSync(path.join(folder, 'web-other'))
  writeFileSync(path.join(folder, 'secret.html'), 'secret')
  writeFileSync(path.join(folder, 'web-other/secret.html'), 'secret')
  writeFileSync(path.join(folder, 'web/index.html'), 'index')
  writeFileSync(path.join(folder, 'web/assets/a b.js'), 'script')
  writeFileSync(path.join(folder, 'web/assets/notes.exe'), 'program')
  for (const name of ['x.css', 'x.json', 'x.svg', 'x.png', 'x.woff2', 'x.wav'])
    writeFileSync(path.join(folder, 'web', name), 'x')
  serve = servePages(path.join(folder, 'web'), 'https://hub.example:8443')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function get(address: string, method = 'GET') {
  const response = await serve(new Request(address, { method }))
  return [response.status, response.headers.get('content-type'), await response.text()]
}

test('a file is served with its type, a folder by its index', async () => {
  expect(await get('loket://kiosk/')).toEqual([200, 'text/html; charset=utf-8', 'index'])
  expect(await get('loket://kiosk/?hub=http://127.0.0.1:8080#x')).toEqual([200, 'text/html; charset=utf-8', 'index'])
  expect(await get('loket://kiosk/assets/a%20b.js')).toEqual([200, 'text/javascript; charset=utf-8', 'script'])
  expect(await get('loket://kiosk/index.html', 'HEAD')).toEqual([200, 'text/html; charset=utf-8', ''])
  const types = ['x.css', 'x.json', 'x.svg', 'x.png', 'x.woff2', 'x.wav'].map((name) => get(`loket://kiosk/${name}`))
  expect((await Promise.all(types)).map(([, type]) => type)).toEqual([
    'text/css; charset=utf-8',
    'application/json; charset=utf-8',
    'image/svg+xml',
    'image/png',
    'font/woff2',
    'audio/wav',
  ])
})

test.each([
  'loket://kiosk/../secret.html',
  'loket://kiosk/%2e%2e/secret.html',
  'loket://kiosk/..%2fsecret.html',
  'loket://kiosk/..%2Fweb-other%2Fsecret.html',
  'loket://kiosk/assets/..%2f..%2fsecret.html',
  'loket://kiosk/%2e%2e%2fsecret.html',
  'loket://kiosk/..%5csecret.html',
  'loket://kiosk//etc/hostname',
  'loket://kiosk/%2fetc%2fpasswd',
  'loket://kiosk/index.html%00.png',
  'loket://kiosk/%',
  'loket://kiosk/absent.html',
  'loket://kiosk/assets',
  'loket://kiosk/assets/',
  'loket://kiosk/assets/notes.exe',
  'loket://other/index.html',
  'https://kiosk/index.html',
])('%s is not found', async (address) => {
  expect(await get(address)).toEqual([404, 'text/plain; charset=utf-8', ''])
})

test.each(['POST', 'PUT', 'DELETE'])('%s is refused', async (method) => {
  expect(await get('loket://kiosk/', method)).toEqual([405, 'text/plain; charset=utf-8', ''])
})

test('every answer carries the policy, also a refusal', async () => {
  for (const address of ['loket://kiosk/', 'loket://kiosk/absent.html']) {
    const { headers } = await serve(new Request(address))
    expect(headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://hub.example:8443 wss://hub.example:8443;",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('the kiosk page is the app’s own, nothing else is', () => {
  expect(isOwnPage(kioskPage({ hub: 'http://127.0.0.1:8080', outageKey: 'F12' }))).toBe(true)
  for (const address of [
    '',
    'loket://other/',
    'http://kiosk/',
    'file:///kiosk',
    'loket://kiosk.example/',
    'loket://kiosk:1/',
  ])
    expect(isOwnPage(address)).toBe(false)
})
