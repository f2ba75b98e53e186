import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { Renderer } from '../../kiosk/voice/renderer.ts'
import { SoundFolder, type SoundStore } from '../../kiosk/voice/sound-folder.ts'
import { phraseKey, type Phrase } from '../../shared/voice/phrase.ts'
import { FakeSpeaker } from '../fakes/fake-speaker.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { testFolder } from '../hub/folder.ts'

const phrase = (text: string): Phrase => ({ language: 'id', text })
const keys = (...texts: readonly string[]) => texts.map((text) => phraseKey(phrase(text)))

describe('the renderer', () => {
  test('R-1 makes what is wanted, two at once, the newest first, and what is newly wanted before what waits', async () => {
    const { renderer, speaker, store } = rig()
    speaker.hold()
    renderer.want(['C', 'B', 'A'].map(phrase))
    await vi.waitFor(() => expect(speaker.asked).toEqual(['C', 'B']))
    renderer.want(['E', 'D', 'C', 'B', 'A'].map(phrase))
    speaker.releaseOne()
    await vi.waitFor(() => expect(speaker.asked).toEqual(['C', 'B', 'E']))
    speaker.release()
    await vi.waitFor(() => expect(store.kept).toEqual(keys('C', 'B', 'E', 'D', 'A')))
    expect({ asked: speaker.asked, most: speaker.underWayMost }).toEqual({ asked: ['C', 'B', 'E', 'D', 'A'], most: 2 })
  })

  test('makes nothing twice, and nothing that lies there from before', async () => {
    const { renderer, speaker, store } = rig()
    store.sounds.add(keys('A')[0]!)
    renderer.want(['B', 'A', 'B'].map(phrase))
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B')))
    renderer.want(['A', 'B'].map(phrase))
    renderer.want(['C', 'A', 'B'].map(phrase))
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B', 'C')))
    expect(speaker.asked).toEqual(['B', 'C'])
  })

  test('makes again what somebody has deleted, a minute later', async () => {
    const { renderer, store, clock } = rig()
    renderer.want([phrase('A')])
    await vi.waitFor(() => expect(store.kept).toEqual(keys('A')))
    store.sounds.clear()
    clock.advance(61_000)
    renderer.want([phrase('A')])
    await vi.waitFor(() => expect(store.kept).toEqual(keys('A', 'A')))
  })

  test('R-2 tries a phrase that fails five times in all, later each time, while the others go on', async () => {
    const { renderer, speaker, clock, store, lines, settled } = rig()
    speaker.failing()
    renderer.want([phrase('A')])
    await settled()
    speaker.well()
    renderer.want([phrase('B'), phrase('A')])
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B')))
    speaker.failing()
    const tries: number[] = []
    for (let second = 0; second < 600; second++) {
      const before = speaker.asked.length
      clock.advance(1_000)
      await settled()
      if (speaker.asked.length > before) tries.push(second + 1)
    }
    expect(tries).toEqual([5, 15, 35, 75])
    expect(lines.filter((line) => line === '"A" (id) could not be spoken: the fake speaker is hoarse')).toHaveLength(5)

    renderer.want([phrase('A')])
    await settled()
    expect(speaker.asked.filter((text) => text === 'A')).toHaveLength(5)
    renderer.want([])
    speaker.well()
    renderer.want([phrase('A')])
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B', 'A')))
  })

  test('R-3 says once that nothing speaks here, looks every minute, and says once that it does', async () => {
    const { renderer, speaker, clock, store, lines, settled } = rig()
    speaker.missing()
    await renderer.check()
    renderer.want(['B', 'A'].map(phrase))
    for (let minute = 0; minute < 30; minute++) {
      clock.advance(60_000)
      await settled()
    }
    expect({ lines, asked: speaker.asked.length }).toEqual({
      lines: ['the fake speaker is not installed'],
      asked: expect.closeTo(61, -1),
    })
    speaker.well()
    clock.advance(60_000)
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B', 'A')))
    expect(lines).toEqual(['the fake speaker is not installed', 'sounds are made again'])
  })

  test('R-3 waits out a full disk, and keeps what was wanted', async () => {
    const { renderer, clock, store, lines, settled } = rig()
    store.isFull = true
    renderer.want(['B', 'A'].map(phrase))
    await settled()
    clock.advance(59_000)
    await settled()
    store.isFull = false
    expect(store.kept).toEqual([])
    clock.advance(1_000)
    await vi.waitFor(() => expect(store.kept).toEqual(keys('B', 'A')))
    expect(lines).toEqual(['sounds cannot be kept: ENOSPC: no space left on device', 'sounds are made again'])
  })

  test('begins nothing after it was stopped, and ends what is under way first', async () => {
    const { renderer, speaker, clock, store } = rig()
    speaker.hold()
    renderer.want(['C', 'B', 'A'].map(phrase))
    await vi.waitFor(() => expect(speaker.asked).toHaveLength(2))
    const stopped = renderer.stop()
    speaker.release()
    await stopped
    clock.advance(600_000)
    renderer.want([phrase('D')])
    expect({ asked: speaker.asked, kept: store.kept }).toEqual({ asked: ['C', 'B'], kept: keys('C', 'B') })
  })
})

describe('the folder of sounds', () => {
  const wav = (bytes: number) => new Uint8Array(bytes).fill(7)
  const name = (i: number) => i.toString(16).padStart(16, '0')

  test('keeps what it is given, over a restart, whole and under its key', async () => {
    const folder = path.join(testFolder(), 'voice')
    const clock = new VirtualClock()
    const sounds = new SoundFolder(folder, () => clock.now())
    expect(await sounds.has(name(1))).toBe(false)
    await sounds.keep(name(1), wav(100))
    writeFileSync(path.join(folder, `${name(2)}.wav.new`), 'half')
    writeFileSync(path.join(folder, `${name(3)}.wav`), '')
    const after = new SoundFolder(folder, () => clock.now())
    expect(await Promise.all([1, 2, 3].map((i) => after.has(name(i))))).toEqual([true, false, false])
    expect(readFileSync(path.join(folder, `${name(1)}.wav`))).toEqual(Buffer.from(wav(100)))
    expect(existsSync(path.join(folder, `${name(2)}.wav.new`))).toBe(false)
  })

  test('deletes what was not used for longest when there are too many, and no recording', async () => {
    const folder = testFolder()
    mkdirSync(path.join(folder, 'own', 'id'), { recursive: true })
    writeFileSync(path.join(folder, 'own', 'id', 'ticket.wav'), wav(10_000))
    const clock = new VirtualClock()
    const sounds = new SoundFolder(folder, () => clock.now(), { bytesMax: 1e9, filesMax: 10 })
    for (let i = 1; i <= 10; i++) {
      await sounds.keep(name(i), wav(10))
      clock.advance(1_000)
    }
    await sounds.has(name(1))
    await sounds.keep(name(11), wav(10))
    expect(readdirSync(folder).toSorted()).toEqual(
      [1, 4, 5, 6, 7, 8, 9, 10, 11].map((i) => `${name(i)}.wav`).concat('own'),
    )
    expect(readdirSync(path.join(folder, 'own', 'id'))).toEqual(['ticket.wav'])
  })

  test('deletes by bytes too, counting what an earlier run left, and knows by the files when those were used', async () => {
    const folder = testFolder()
    const clock = new VirtualClock()
    for (let i = 1; i <= 5; i++) {
      const file = path.join(folder, `${name(i)}.wav`)
      writeFileSync(file, wav(100))
      // The first was used last.
      utimesSync(file, new Date(clock.now()), new Date(clock.now() - i * 3_600_000))
    }
    const sounds = new SoundFolder(folder, () => clock.now(), { bytesMax: 500, filesMax: 100 })
    await sounds.keep(name(6), wav(100))
    expect(readdirSync(folder).toSorted()).toEqual([1, 2, 3, 6].map((i) => `${name(i)}.wav`))
  })

  test('notes the use of a file on the disk, not oftener than hourly', async () => {
    const folder = testFolder()
    const clock = new VirtualClock()
    const sounds = new SoundFolder(folder, () => clock.now())
    await sounds.keep(name(1), wav(10))
    const file = path.join(folder, `${name(1)}.wav`)
    const usedAt = () => statSync(file).mtimeMs
    utimesSync(file, new Date(clock.now()), new Date(clock.now()))
    const first = usedAt()
    clock.advance(30 * 60_000)
    await sounds.has(name(1))
    expect(usedAt()).toBe(first)
    clock.advance(31 * 60_000)
    await sounds.has(name(1))
    expect(usedAt()).toBe(clock.now())
  })

  test('says what the disk says, leaves nothing half written, and goes on when there is room', async () => {
    const folder = testFolder()
    const sounds = new SoundFolder(folder, () => 0)
    // A folder in the place of the file stands for a disk that takes the writing and refuses the last step.
    mkdirSync(path.join(folder, `${name(1)}.wav`, 'in-the-way'), { recursive: true })
    await expect(sounds.keep(name(1), wav(10))).rejects.toThrow('EISDIR')
    expect(readdirSync(folder)).toEqual([`${name(1)}.wav`])
    rmSync(path.join(folder, `${name(1)}.wav`), { recursive: true })
    await sounds.keep(name(1), wav(10))
    expect(await sounds.has(name(1))).toBe(true)
  })
})

function rig() {
  const speaker = new FakeSpeaker()
  const clock = new VirtualClock()
  const lines: string[] = []
  const store = new MemoryStore()
  const renderer = new Renderer({ speaker, store, clock, log: (line) => lines.push(line) })
  return { speaker, clock, lines, store, renderer, settled }
}

/** Everything that waits for nothing but its turn has had it. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

class MemoryStore implements SoundStore {
  readonly sounds = new Set<string>()
  readonly kept: string[] = []
  isFull = false

  has(key: string): Promise<boolean> {
    return Promise.resolve(this.sounds.has(key))
  }

  keep(key: string): Promise<void> {
    if (this.isFull) return Promise.reject(new Error('ENOSPC: no space left on device'))
    this.sounds.add(key)
    this.kept.push(key)
    return Promise.resolve()
  }
}
