import { expect, it } from 'vitest'
import { pageOf, wayOf, type Shell } from '../../display/ui/offline-shell.ts'

const origin = 'http://127.0.0.1:8080'
const shell: Shell = { build: 'b', pages: { '/lobby': ['/assets/lobby-1.js'], '/desk': ['/assets/desk-1.js'] } }

it('the worker answers for the pages it keeps and the files they are made of, and for nothing else', () => {
  const asked: readonly (readonly [mode: string, address: string, method?: string])[] = [
    ['navigate', '/lobby'],
    ['navigate', '/lobby/?lang=su'],
    ['navigate', '/t/abcdefghijklmnopqrstuv'],
    ['navigate', '/toString'],
    ['cors', '/lobby'],
    ['cors', '/assets/lobby-1.js'],
    ['cors', '/assets/lobby-2.js'],
    ['cors', '/assets/lobby-1.js', 'POST'],
    ['cors', '/api/lobby.json'],
    ['cors', '/socket.io/?transport=polling'],
    ['cors', '/healthz'],
    ['no-cors', '/papers/1-ticket.png'],
    ['cors', 'http://elsewhere.example/assets/lobby-1.js'],
  ]
  const ways = asked.map(([mode, address, method = 'GET']) => {
    const way = wayOf(shell, { method, mode, url: new URL(address, origin).href }, origin)
    return way.kind === 'page' ? way.page : way.kind
  })
  expect(ways).toEqual(['/lobby', '/lobby', ...Array(3).fill('through'), 'file', ...Array(7).fill('through')])
})

it('a page is the same page whatever its query', () => {
  expect(pageOf(shell, `${origin}/desk/?lang=en#x`)).toBe('/desk')
  expect(pageOf(shell, `${origin}/status`)).toBeNull()
})
