import { expect, test } from 'vitest'
import {
  emptyTurn,
  keyOf,
  reduceTurn,
  retryMs,
  turnItems,
  type MediaTurn,
  type Place,
  type TurnItem,
} from '../../display/lobby/media-turn.ts'
import { mediaTimes, type MediaItem } from '../../shared/media.ts'

// The rules are those of `display/lobby/media-turn.ts`. A page whose clock stands still until it is moved, and whose files
// are ready at once, unless a test says otherwise.

const { afterCallMs, pictureMs, videoMsMax } = mediaTimes
const picture = (key: string): TurnItem => ({ key, kind: 'picture', ms: pictureMs })
const video = (key: string): TurnItem => ({ key, kind: 'video', ms: videoMsMax })
const slide = (key: string): TurnItem => ({ key, kind: 'slide', ms: 8_000 })

class Stage {
  turn: MediaTurn = emptyTurn
  items: readonly TurnItem[]
  place: Place = { isFree: true, call: 1, since: 0 }
  /** Files that cannot be loaded, and files that never come. */
  readonly broken = new Set<string>()
  readonly slow = new Set<string>()
  /** What came up, and when; a dash where nothing stands. */
  readonly shown: string[] = []
  readonly asked: string[] = []
  now = 0

  constructor(...items: readonly TurnItem[]) {
    this.items = items
  }

  look(): this {
    return this.take({ type: 'look', items: this.items, place: this.place, at: this.now })
  }

  wait(ms: number): this {
    for (const end = this.now + ms; this.now < end;) {
      this.now += 500
      this.look()
    }
    return this
  }

  call(call: number): this {
    this.place = { ...this.place, call, since: this.now }
    return this.look()
  }

  free(isFree: boolean): this {
    this.place = { ...this.place, isFree }
    return this.look()
  }

  take(event: Parameters<typeof reduceTurn>[1]): this {
    const before = this.turn
    this.turn = reduceTurn(this.turn, event)
    const { shown, next } = this.turn
    if (shown?.key !== before.shown?.key || shown?.since !== before.shown?.since)
      this.shown.push(`${this.now / 1_000} ${shown?.key ?? '-'}`)
    if (next === null || next.key === before.next?.key || next.isReady) return this
    this.asked.push(`${this.now / 1_000} ${next.key}`)
    if (this.slow.has(next.key)) return this
    return this.take({ type: this.broken.has(next.key) ? 'failed' : 'ready', key: next.key, at: this.now })
  }
}

test('M-2 the newest call stands alone for its time, then each has its own and the first comes again', () => {
  const stage = new Stage(picture('a'), slide('b'), picture('c')).wait(60_000)
  expect(stage.shown).toEqual(['25 a', '35 b', '43 c', '53 a'])
})

test('M-2 where nobody is called the board stands alone for the same time from when it was first seen', () => {
  const stage = new Stage(picture('a'))
  stage.place = { isFree: true, call: null, since: null }
  stage.now = 5_000
  stage.look().wait(afterCallMs + 5_000)
  expect(stage.shown).toEqual(['30 a'])
})

test('M-1 M-8 a call takes the place in the same step, and its time later the turn goes on behind what it cut off', () => {
  const stage = new Stage(picture('a'), picture('b')).wait(30_000).call(2).wait(30_000)
  expect(stage.shown).toEqual(['25 a', '30 -', '55 b'])
})

test('M-1 a place that is not free is given back at once and taken again once it is', () => {
  const stage = new Stage(video('a')).wait(30_000).free(false).wait(10_000).free(true)
  expect(stage.shown).toEqual(['25 a', '30 -', '40 a'])
})

test('M-1 a recall begins the time anew, and a call during it too', () => {
  const stage = new Stage(picture('a')).wait(20_000).call(2).wait(20_000).call(3).wait(26_000)
  expect(stage.shown).toEqual(['65 a'])
})

test('M-3 nothing comes up before it is ready, and what stands stays until then', () => {
  const stage = new Stage(picture('a'), picture('b'))
  stage.slow.add('a')
  stage.wait(40_000)
  expect(stage.shown).toEqual([])
  stage.slow.add('b')
  stage.take({ type: 'ready', key: 'a', at: stage.now }).wait(25_000)
  expect(stage.shown).toEqual(['40 a'])
  stage.take({ type: 'ready', key: 'b', at: stage.now })
  expect(stage.shown).toEqual(['40 a', '65 b'])
})

test('M-3 only the next one is asked for, and while it stands the one behind it', () => {
  const stage = new Stage(picture('a'), picture('b'), picture('c')).wait(24_000)
  expect(stage.asked).toEqual(['0.5 a'])
  stage.wait(12_000)
  expect(stage.asked).toEqual(['0.5 a', '25 b', '35 c'])
})

test('M-4 a video stands until it has ended, or for its longest time', () => {
  const stage = new Stage(video('a'), picture('b')).wait(60_000)
  expect(stage.shown).toEqual(['25 a'])
  stage.take({ type: 'ended', key: 'a', at: stage.now })
  expect(stage.shown).toEqual(['25 a', '60 b'])
  stage.wait(140_000)
  expect(stage.shown).toEqual(['25 a', '60 b', '70 a', '190 b', '200 a'])
})

test('M-5 what cannot be shown is passed over, and tried again after a while', () => {
  const stage = new Stage(picture('bad'), picture('a'), picture('b'))
  stage.broken.add('bad')
  stage.wait(50_000)
  expect(stage.shown).toEqual(['25 a', '35 b', '45 a'])
  expect(stage.asked.filter((asked) => asked.endsWith('bad'))).toEqual(['0.5 bad', '35 bad'])
  stage.broken.clear()
  stage.wait(40_000)
  expect(stage.shown.slice(3)).toEqual(['55 b', '65 a', '75 b', '85 bad'])
})

test('M-5 where nothing can be shown the board stays as it is, and asks again only after a while', () => {
  const stage = new Stage(picture('x'), video('y'))
  stage.broken.add('x').add('y')
  stage.wait(2 * retryMs + 1_000)
  expect(stage.shown).toEqual([])
  expect(stage.asked).toEqual(['0.5 x', '0.5 y', '30.5 x', '30.5 y', '60.5 x', '60.5 y'])
})

test('M-5 one that breaks while it stands is gone at once', () => {
  const stage = new Stage(video('a'), picture('b')).wait(30_000)
  stage.take({ type: 'failed', key: 'a', at: stage.now })
  expect(stage.shown).toEqual(['25 a', '30 b'])
})

test('M-6 one alone stays, and one video alone begins again when it has ended', () => {
  expect(new Stage(picture('a')).wait(60_000).asked).toEqual(['0.5 a'])
  const stage = new Stage(video('a')).wait(30_000)
  stage.take({ type: 'ended', key: 'a', at: stage.now })
  expect(stage.shown).toEqual(['25 a', '30 a'])
})

test('M-7 what is taken out of the list is gone at once, and one that is new has its turn', () => {
  const stage = new Stage(picture('a'), picture('b')).wait(30_000)
  stage.items = [picture('b'), picture('c')]
  stage.look()
  expect(stage.shown).toEqual(['25 a', '30 b'])
  stage.wait(10_000)
  expect(stage.shown.at(-1)).toBe('40 c')
  stage.items = []
  stage.look()
  expect([stage.shown.at(-1), stage.turn.next]).toEqual(['40 -', null])
})

test('M-9 where motion is unwanted there are no videos, and a slide has the longer the more it says', () => {
  const media: readonly MediaItem[] = [
    { kind: 'picture', id: 'a.png', until: null, address: '/media/a.png?v=1', description: '' },
    { kind: 'video', id: 'b.mp4', until: null, address: '/media/b.mp4?v=1', description: '' },
    { kind: 'slide', id: 'short', until: null, words: { id: { heading: 'Jam', text: '' } } },
    {
      kind: 'slide',
      id: 'long',
      until: null,
      words: { id: { heading: 'J'.repeat(60), text: 't'.repeat(240) }, en: { heading: 'Hours', text: '' } },
    },
  ]
  const ms = (language: 'id' | 'en' | 'su', isStill: boolean) =>
    turnItems(media, language, 'id', isStill).map((item) => [item.kind, item.ms])
  const [short, long] = [8_120, 20_000]
  expect(ms('id', true)).toEqual([
    ['picture', pictureMs],
    ['slide', short],
    ['slide', long],
  ])
  expect(ms('en', false)).toEqual([
    ['picture', pictureMs],
    ['video', videoMsMax],
    ['slide', short],
    ['slide', 8_200],
  ])
  expect(turnItems(media, 'id', 'id', false).map(({ key }) => key)).toEqual(media.map(keyOf))
})
