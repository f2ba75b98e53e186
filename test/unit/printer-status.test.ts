import fc from 'fast-check'
import { expect, test } from 'vitest'
import { automaticStatus, liveStatus, type Sensors } from '../../hardware/emulator/status.ts'
import {
  StatusParser,
  confirmId,
  liveAnswersCount,
  liveCondition,
  type StatusMessage,
} from '../../hardware/printer/status.ts'

const well: Sensors = {
  coverOpen: false,
  paperNearEnd: false,
  paperEnd: false,
  cutterJammed: false,
  overheated: false,
  broken: false,
  feedPressed: false,
  drawerOpen: false,
}
interface Sent {
  readonly bytes: number[]
  readonly message: StatusMessage
}

const questions = [1, 2, 3, 4] as const
const live = (sensors: Sensors) => questions.map((what) => liveStatus(sensors, what))

test.each<[Partial<Sensors>, string | null, boolean]>([
  [{}, null, false],
  [{ drawerOpen: true }, null, false],
  [{ paperNearEnd: true }, null, true],
  [{ paperNearEnd: true, paperEnd: true }, 'paper-out', true],
  [{ coverOpen: true }, 'cover-open', false],
  [{ coverOpen: true, paperEnd: true, paperNearEnd: true, cutterJammed: true }, 'cover-open', true],
  [{ cutterJammed: true }, 'cutter', false],
  [{ overheated: true }, 'overheated', false],
  [{ broken: true }, 'error', false],
  [{ feedPressed: true }, 'offline', false],
])('%j is %s, asked or told, paper low %s', (seen, trouble, paperLow) => {
  const sensors = { ...well, ...seen }
  expect(liveCondition(live(sensors))).toEqual({ trouble, paperLow })
  expect(new StatusParser().feed(automaticStatus(sensors))).toEqual([
    { kind: 'condition', condition: { trouble, paperLow } },
  ])
})

test('the bytes of the manuals: cover open with paper end, and no paper', () => {
  // 36h is in the manual of the TM-T88III, 72h in that of the SRP-350.
  expect(liveCondition([0x1a, 0x36, 0x12, 0x12])).toEqual({ trouble: 'cover-open', paperLow: false })
  expect(liveCondition([0x1a, 0x32, 0x12, 0x72])).toEqual({ trouble: 'paper-out', paperLow: false })
})

test('answers that contradict themselves are no answers', () => {
  expect(liveCondition([0x12, 0x12, 0x12, 0x16])).toBe(null)
  expect(liveCondition([0x12, 0x12, 0x12])).toBe(null)
})

test('S-1 messages are found in pieces of any size, with flow control anywhere between', () => {
  const messages = fc.oneof(
    fc
      .constantFrom(0x12, 0x16, 0x1a, 0x32, 0x72)
      .map((byte): Sent => ({ bytes: [byte], message: { kind: 'live', byte } })),
    fc
      .record({ coverOpen: fc.boolean(), paperEnd: fc.boolean(), broken: fc.boolean() })
      .map((seen) => ({ ...well, ...seen }))
      .map((sensors): Sent => ({
        bytes: [...automaticStatus(sensors)],
        message: { kind: 'condition', condition: liveCondition(live(sensors)) ?? { trouble: null, paperLow: false } },
      })),
    fc.nat(1 << 20).map((count): Sent => {
      const id = confirmId(count)
      return { bytes: [0x37, 0x22, ...Buffer.from(id), 0], message: { kind: 'confirmed', id } }
    }),
  )
  fc.assert(
    fc.property(
      fc.array(messages, { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(100), fc.constantFrom(0x11, 0x13)), { maxLength: 10 }),
      fc.integer({ min: 1, max: 9 }),
      (sent, flow, size) => {
        const bytes = sent.flatMap(({ bytes }) => bytes)
        for (const [at, byte] of flow) bytes.splice(at % (bytes.length + 1), 0, byte)
        const parser = new StatusParser()
        const heard: StatusMessage[] = []
        for (let at = 0; at < bytes.length; at += size)
          heard.push(...parser.feed(Uint8Array.from(bytes.slice(at, at + size))))
        expect(heard).toEqual(sent.map(({ message }) => message))
      },
    ),
  )
})

test('S-1 a live answer in the middle of a block belongs to neither', () => {
  expect(new StatusParser().feed(Uint8Array.of(0x18, 0x00, 0x1a, 0x0c, 0x00))).toEqual([
    { kind: 'live', byte: 0x1a },
    { kind: 'condition', condition: { trouble: 'paper-out', paperLow: false } },
  ])
  const [first = 0, ...rest] = Buffer.from(confirmId(77))
  expect(new StatusParser().feed(Uint8Array.of(0x37, 0x22, first, 0x12, ...rest, 0))).toEqual([
    { kind: 'live', byte: 0x12 },
    { kind: 'confirmed', id: confirmId(77) },
  ])
})

test('S-1 a lost byte costs its own message and no other', () => {
  expect(new StatusParser().feed(Uint8Array.of(0x10, 0, 0, 0x10, 0, 0, 0))).toEqual([
    { kind: 'garbled' },
    { kind: 'condition', condition: { trouble: null, paperLow: false } },
  ])
})

test('S-2 zeros and flow control say nothing', () => {
  expect(new StatusParser().feed(Uint8Array.of(0, 0x11, 0x13, 0, 0))).toEqual([])
})

test('S-3 another baud rate and an echo are garbled', () => {
  expect(new StatusParser().feed(Uint8Array.of(0xfe, 0x8f, 0xc0)).map(({ kind }) => kind)).toEqual([
    'garbled',
    'garbled',
    'garbled',
  ])
  const echo = new StatusParser().feed(Uint8Array.of(0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4))
  expect(echo.filter(({ kind }) => kind === 'garbled').length).toBe(3)
})

test('S-3 whatever comes, the parser takes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const parser = new StatusParser()
      parser.feed(bytes)
      // Four bytes that begin a message always bring it back into step.
      expect(parser.feed(Uint8Array.of(0x12, 0x10, 0, 0, 0)).at(-1)).toEqual({
        kind: 'condition',
        condition: { trouble: null, paperLow: false },
      })
    }),
  )
})

test('ids of confirmations differ and cannot be taken for a status', () => {
  const ids = Array.from({ length: 2000 }, (_, count) => confirmId(count * 523))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids)
    for (const byte of Buffer.from(id)) expect([byte & 0x10, byte >= 0x20, byte <= 0x7e]).toEqual([0, true, true])
  expect(liveAnswersCount).toBe(questions.length)
})

test('what a printer says of itself is a text only where it was asked for, with any letters in it', () => {
  const said = Buffer.from('_EPSON\0_TM-T88VRZ2\0', 'latin1')
  const asked = new StatusParser()
  asked.expectTexts(2)
  // A live answer and flow control may cut in; the letters R, V, Z and 2 look like live answers by their bits.
  const bytes = [0x12, ...said.subarray(0, 3), 0x13, 0x12, ...said.subarray(3), 0x5f, 0x12]
  expect(bytes.flatMap((byte) => asked.feed(Uint8Array.of(byte)))).toEqual([
    { kind: 'live', byte: 0x12 },
    { kind: 'live', byte: 0x12 },
    { kind: 'text', text: 'EPSON' },
    { kind: 'text', text: 'TM-T88VRZ2' },
    { kind: 'garbled' },
    { kind: 'live', byte: 0x12 },
  ])
  expect(new StatusParser().feed(said).some(({ kind }) => kind === 'text')).toBe(false)
})
