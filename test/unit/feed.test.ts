import { expect, test } from 'vitest'
import { Feed } from '../../kiosk/hub/feed.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { initialState } from '../../shared/state.ts'
import { statusView } from '../../shared/views/status.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

test('F1 the first change is shown at once, and the last state of a rush at its end', () => {
  const { clock, feed, sent, rename } = status()
  rename('one')
  feed.changed()
  rename('two')
  feed.changed()
  rename('three')
  feed.changed()
  expect(sent).toEqual([[2, 'one']])
  clock.advance(40)
  expect(sent).toEqual([
    [2, 'one'],
    [3, 'three'],
  ])
})

test('F1 after a quiet time the next change is shown at once again', () => {
  const { clock, feed, sent, rename } = status()
  rename('one')
  feed.changed()
  clock.advance(1_000)
  rename('two')
  feed.changed()
  expect(sent).toEqual([
    [2, 'one'],
    [3, 'two'],
  ])
})

test('F2 a view that is the same is not sent again and keeps its version', () => {
  const { feed, sent } = status()
  feed.changed()
  expect(sent).toEqual([])
  expect(feed.beat('status')).toMatchObject({ epoch: 'epoch', version: 1 })
})

test('F2 whoever joins after a change that nobody was shown yet brings it to all', () => {
  const { feed, sent, rename, audience } = status()
  rename('one')
  expect(feed.join('status', audience).version).toBe(2)
  expect(sent).toEqual([[2, 'one']])
})

test('F2 a version never goes back, also when the last member leaves and another comes', () => {
  const { feed, rename, audience } = status()
  rename('one')
  feed.changed()
  feed.leave('status')
  expect(feed.once('status', audience.view).version).toBe(3)
  expect(feed.join('status', audience).version).toBe(4)
})

test('what is sent again says when it was still true', () => {
  const { clock, feed } = status()
  const before = feed.newest('status')
  clock.advance(60_000)
  expect(feed.newest('status')).toEqual({ ...before, at: clock.now() })
})

test('an audience is forgotten with its last member', () => {
  const { feed } = status()
  feed.leave('status')
  expect(feed.newest('status')).toBeNull()
})

function status() {
  const clock = new VirtualClock()
  const feed = new Feed('epoch', clock, 40)
  const sent: (readonly [number, string])[] = []
  let name = 'zero'
  const audience = {
    view: (at: number) => {
      const office = { ...exampleOffice, name: { id: name, en: name, su: name } }
      return statusView({ ...initialState, office }, at)
    },
    send: ({ version, view }: ViewMessage) => {
      if (view.kind === 'status') sent.push([version, view.office.name.id])
    },
  }
  feed.join('status', audience)
  const rename = (next: string) => {
    name = next
  }
  return { clock, feed, sent, rename, audience }
}
