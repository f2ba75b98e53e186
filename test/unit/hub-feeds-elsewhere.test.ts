import { expect, test } from 'vitest'
import { statusDocumentNames } from '../../kiosk/hub/status-documents.ts'
import { runningHub } from '../hub/running-hub.ts'

test('pages of other sites may read the status documents and the feed, and nothing else', async () => {
  const hub = await runningHub()
  const mayRead = async (where: string) => {
    const { headers } = await fetch(hub.address + where, { headers: { origin: 'https://dashboard.example' } })
    return [headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]
  }
  for (const where of [...statusDocumentNames.map((name) => `/api/v2/${name}`), '/feed.atom'])
    expect([where, await mayRead(where)]).toEqual([where, ['*', 'cross-origin']])
  for (const where of ['/', '/desk', '/metrics', '/healthz', '/api/lobby.json', '/api/papers.json'])
    expect([where, await mayRead(where)]).toEqual([where, [null, 'same-origin']])
})
