import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { hostname } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { exampleOffice } from '../../shared/example-office.ts'
import { testFolder } from '../hub/folder.ts'
import { client, runningHub, type RunningHub } from '../hub/running-hub.ts'

// A browser says by which name it was led here. Where the DNS can be made to lie about that name, pages get no socket,
// and must not stand there empty: they say which address works.

const known = ['127.0.0.1', '[::1]', hostname(), '10.9.8.7', '[fd00::7]', 'loket.local', 'loket.lan', 'a.b.home.arpa']
const unknown = ['loket.example', 'lan', 'local', 'loket.lan.example', 'home.arpa.example', '.lan', 'loketlan']

test.each(known)('a screen opened as %s gets its page and its socket', async (name) => {
  const hub = await runningHub()
  expect((await asked(hub, '/lobby', name)).status).toBe(200)
  await expect(socketAs(hub, name)).resolves.toBeDefined()
  expect(hub.errors).toEqual([])
})

test.each(unknown)('a screen opened as %s gets no socket, and a page that names the address', async (name) => {
  const hub = await runningHub()
  const { status, text } = await asked(hub, '/lobby?lang=id', name)
  expect(status).toBe(421)
  expect(text).toContain(`<a href="${hub.networkAddress}/lobby?lang=id">${hub.networkAddress}/lobby?lang=id</a>`)
  expect([...text.matchAll(/<p lang="(\w+)">/g)].map(([, language]) => language)).toEqual(['id', 'en', 'su'])
  await expect(socketAs(hub, name)).rejects.toThrow('websocket error')
})

test('each unknown name is written down once, with its cure, and no more than twenty of them', async () => {
  const hub = await runningHub()
  for (const page of ['/', '/lobby', '/kiosk', '/t/abc']) await asked(hub, page, 'loket.example')
  await expect(socketAs(hub, 'loket.example')).rejects.toThrow('websocket error')
  expect(hub.errors).toEqual([expect.stringMatching(/loket\.example.*set address: http:\/\/loket\.example:\d+ in/)])
  for (let made = 0; made < 40; made++) await asked(hub, '/lobby', `made-${made}.example`)
  expect(hub.errors.length).toBe(20)
})

test("the office's address is known, whatever it is", async () => {
  const office = path.join(testFolder(), 'office.yaml')
  writeFileSync(office, stringify({ ...exampleOffice, address: 'http://loket.example' }))
  const hub = await runningHub({ office })
  expect((await asked(hub, '/lobby', 'loket.example')).status).toBe(200)
  await expect(socketAs(hub, 'loket.example')).resolves.toBeDefined()
  expect((await asked(hub, '/lobby', 'other.example')).text).toContain('http://loket.example/lobby')
})

test('what machines read is answered by any name', async () => {
  const hub = await runningHub()
  for (const document of ['/healthz', '/metrics', '/feed.atom', '/api/v2/summary.json'])
    expect([document, (await asked(hub, document, 'loket.example')).status]).toEqual([document, 200])
})

test('an address that was asked for is shown as text and never as markup', async () => {
  const { text } = await asked(await runningHub(), '/lobby?"><script>', 'loket.example')
  expect(text).toContain('/lobby?%22%3E%3Cscript%3E')
  expect(text).not.toContain('<script')
})

function socketAs(hub: RunningHub, name: string) {
  const host = `${name}:${new URL(hub.address).port}`
  return client(hub, { as: 'lobby', screen: 'test-lobby-1' }, { host, origin: `http://${host}` })
}

/** `fetch` does not let a caller choose the host header. */
function asked(hub: RunningHub, where: string, name: string): Promise<{ status: number | undefined; text: string }> {
  const { port } = new URL(hub.address)
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: where, headers: { host: `${name}:${port}` } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
      .on('error', reject)
      .end()
  })
}
