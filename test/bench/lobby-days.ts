import type { ServerResponse } from 'node:http'
import { PNG } from 'pngjs'
import { exampleFilm, exampleSlide } from '../../display/gallery/media-files.ts'
import { exampleNotices, morningAt } from '../../display/gallery/notices.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { dueOrders } from '../../shared/due.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { placesLeft } from '../../shared/forecast.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { MediaFile, MediaItem } from '../../shared/media.ts'
import { officeSchema, weekdays } from '../../shared/office.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { wireLimits } from '../../shared/wire.ts'
import { serveLobby, type LobbyServer } from './lobby-office.ts'

/**
 * Three whole days and nights of an office with hours, at the pace of the page that watches it: the page tells its time,
 * and what was to happen by then happens in the order of its times. Every order is a real command to the real core, the
 * turn of the day among them; paper, disk and doors are left out.
 */
export interface OfficeOfDays extends Pick<LobbyServer, 'address' | 'stop'> {
  readonly callsMade: () => number
  /** How often the page wanted to be loaded afresh. */
  readonly reloads: () => number
}

/** Six in the morning of a Tuesday, so that a page opened then has three whole nights before it. */
export const daysBeginAt: EpochMs = morningAt(6)

export async function startOfficeOfDays(): Promise<OfficeOfDays> {
  const office = new Scenario(daysBeginAt, officeSchema.parse({ ...exampleOffice, hours, numbersFrom: '06:30' }))
  const coming = [0, 1, 2].flatMap(dayOf).toSorted((one, other) => one.at - other.at)
  let now = daysBeginAt
  let beatAt = daysBeginAt
  let loads = 0

  const lobby = await serveLobby({
    now: () => now,
    view: () => lobbyView(office.state, now, {}, media),
    answer: ({ url = '', headers }, response) => {
      if (headers['sec-fetch-dest'] === 'document' && ++loads > 1) {
        // A browser that is answered "no content" keeps the page it has.
        response.writeHead(204).end()
        return true
      }
      return sendFile(url.startsWith('/voice/') ? spokenPath : url, response)
    },
    pageTime: (at) => {
      let wasTold = false
      const happen = (order: () => void) => {
        order()
        wasTold = lobby.tell() || wasTold
      }
      for (let next = coming[0]; next !== undefined && next.at <= at; next = coming[0]) {
        coming.shift()
        now = next.at
        happen(() => carryOut(office, next))
      }
      // Opening hours end, and what works again has been said long enough, on a whole minute.
      const isNextMinute = Math.floor(at / 60_000) > Math.floor(now / 60_000)
      now = at
      if (isNextMinute)
        happen(() => {
          for (const order of dueOrders(office.state, now)) office.give({ kind: 'hub' }, order, minutesTo(now))
        })
      if (now >= beatAt) {
        beatAt = now + wireLimits.beatMs
        lobby.beat()
      }
      return { next: Math.min(beatAt, coming[0]?.at ?? beatAt), wasTold }
    },
  })
  return {
    address: lobby.address,
    stop: lobby.stop,
    callsMade: () => office.state.callsMade,
    reloads: () => loads - 1,
  }
}

interface Happening {
  readonly at: EpochMs
  readonly what: 'confirm' | 'take' | 'call' | 'recall' | 'raise' | 'resolve'
  /** Which one of its kind on that day. */
  readonly turn: number
}

/** A morning rush before the doors open, then calls and recalls in handfuls with a pause after each, and notices. */
function dayOf(day: number): readonly Happening[] {
  const at = (hour: number, minute = 0) => morningAt(hour, minute) + day * dayMs
  const happenings: Happening[] = [{ at: at(7, 20), what: 'confirm', turn: 0 }]
  for (let turn = 0; turn < earlyPeople; turn++)
    happenings.push({ at: at(6, 31) + turn * earlyGapMs, what: 'take', turn })
  let turn = 0
  for (const [from, to] of [
    [at(7, 30), at(12)],
    [at(13), at(16)],
  ] as const)
    for (let next = from; next < to; next += callGapsMs[turn++ % callGapsMs.length] ?? 0) {
      const isRecall = turn % recallEvery === recallEvery - 1
      if (!isRecall) happenings.push({ at: next, what: 'take', turn: earlyPeople + turn })
      happenings.push({ at: next, what: isRecall ? 'recall' : 'call', turn })
    }
  notices.forEach(([from, to], i) => {
    happenings.push({ at: at(0, from), what: 'raise', turn: day * notices.length + i })
    happenings.push({ at: at(0, to), what: 'resolve', turn: i })
  })
  return happenings
}

function carryOut(office: Scenario, { at, what, turn }: Happening): void {
  const { services, counters } = office.state.office
  const counter = counters[turn % counters.length]?.id
  const minutes = minutesTo(at)
  switch (what) {
    case 'confirm':
      if (office.state.confirmed === null) office.give(staff, { type: 'ConfirmDay' }, minutes)
      return
    case 'take': {
      // One that has places left before the office closes, each in its turn.
      const inTurn = [...services.slice(turn % services.length), ...services.slice(0, turn % services.length)]
      const service = inTurn.find((each) => placesLeft(office.state, each, at)?.count !== 0)?.id
      if (service !== undefined) office.give(kiosk, { type: 'TakeTicket', service, class: 'regular' }, minutes)
      return
    }
    case 'call': {
      const [longest = []] = Object.values(office.state.lines).toSorted((one, other) => other.length - one.length)
      const [ticket] = longest
      if (counter === undefined || ticket === undefined) throw new Error('nobody waits who could be called')
      office.give(staff, { type: 'CallTicket', counter, ticket }, minutes)
      return
    }
    case 'recall': {
      const [last] = office.state.calls
      if (last) office.give(staff, { type: 'Recall', counter: last.counter }, minutes)
      return
    }
    case 'raise': {
      const content = exampleNotices[turn % 4]
      // Numbers are given on: calls must not run out.
      const lasting = { newTickets: 'warn', waiting: 'keep', nextNews: null, expectedEnd: null } as const
      if (content) office.give(staff, { type: 'RaiseNotice', content: { ...content, ...lasting } }, minutes)
      return
    }
    case 'resolve': {
      const [standing] = office.state.notices
      if (standing) office.give(staff, { type: 'ResolveNotice', notice: standing.id }, minutes)
      return
    }
    default:
      what satisfies never
  }
}

function minutesTo(at: EpochMs): number {
  return (at - daysBeginAt) / 60_000
}

/** As a file of the hub's; says whether there is one. */
function sendFile(path: string, response: ServerResponse): boolean {
  const file = files[path]
  if (!file) return false
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length })
  response.end(file.bytes)
  return true
}

/** Half a second of silence, as the hub has every sentence made: mono, 16 bits, 22,050 in a second. */
function silence(): Buffer {
  const samples = 11_025
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(22_050, 24)
  wav.writeUInt32LE(44_100, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(samples * 2, 40)
  return wav
}

const picture: MediaFile = { kind: 'picture', id: 'hall.png', until: null, address: '/media/hall.png', description: '' }
const film: MediaFile = { ...exampleFilm, until: null, address: '/media/film.webm' }
const media: readonly MediaItem[] = [picture, { ...exampleSlide, until: null }, film]

const spokenPath = '/voice/spoken.wav'
const files: Readonly<Record<string, { readonly type: string; readonly bytes: Buffer }>> = {
  [picture.address]: { type: 'image/png', bytes: PNG.sync.write(new PNG({ width: 1280, height: 720 })) },
  [film.address]: { type: 'video/webm', bytes: Buffer.from(exampleFilm.address.split(',')[1] ?? '', 'base64') },
  [spokenPath]: { type: 'audio/wav', bytes: silence() },
}

const spans = [
  { from: '07:30', to: '12:00' },
  { from: '13:00', to: '16:00' },
]
const hours = Object.fromEntries(weekdays.map((weekday) => [weekday, spans]))
const dayMs = 24 * 3_600_000
const earlyPeople = 60
const earlyGapMs = 55_000
/** Long enough after each handful for what the office shows of its own. */
const callGapsMs: readonly number[] = [12_000, 9_000, 12_000, 3_000, 12_000, 120_000]
const recallEvery = 4
/** Minutes of the day; the last one stands over night. */
const notices: readonly (readonly [from: number, to: number])[] = [
  [8 * 60 + 10, 8 * 60 + 40],
  [10 * 60 + 5, 10 * 60 + 30],
  [13 * 60 + 20, 14 * 60],
  [15 * 60 + 40, 31 * 60],
]
