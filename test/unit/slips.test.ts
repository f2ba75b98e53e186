import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { SlipPaper } from '../../shared/views/printing.ts'
import { noticePaper } from '../../shared/views/slips.ts'
import type { SlipAnswer } from '../../shared/wire.ts'
import { noticeId, outage as outageOf, raise, schedule } from '../core/steps.ts'
import { given, hour, morning } from '../core/story.ts'
import { testFolder } from '../hub/folder.ts'
import { until } from './printer-rig.ts'
import { ask, client, give, runningHub, signedInDesk, viewWhere, type Client } from '../hub/running-hub.ts'

/** Papers that are no tickets: who may ask a kiosk's printer for them, what is on them, and what is said when not. */

const outage = {
  kind: 'outage',
  scope: { office: false, services: [], systems: ['national-server'] },
  cause: 'Server pusat tidak dapat dihubungi',
  instruction: 'Silakan datang lagi besok',
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'keep',
}
const notAllowed = { ok: false, refusal: { reason: 'not-allowed' } }

test('K1 a notice goes to the printer of the kiosk that was named, in its public words', async () => {
  const { desk, agent } = await office()
  await give(desk, { type: 'RaiseNotice', content: outage })
  const paper = nextSlip(agent)
  expect(await print(desk, { kind: 'notice', notice: 1, kiosk: 'main' })).toEqual({ ok: true })
  expect(await paper).toMatchObject({
    kind: 'notice',
    language: 'id',
    office: { id: 'Dinas Kependudukan dan Pencatatan Sipil' },
    heading: {
      id: expect.stringContaining('Perekaman KTP-el'),
      en: expect.stringContaining('Identity card recording'),
    },
    sentences: expect.arrayContaining([
      expect.objectContaining({ id: 'Silakan datang lagi besok' }),
      expect.objectContaining({ id: expect.stringContaining('Kartu Keluarga') }),
    ]),
    news: null,
    timeZone: 'Asia/Jakarta',
    link: expect.stringMatching(/^http:.*\/status$/),
  })
})

test('K1 a notice that is set for later is printed with its time, and without what is so only then', async () => {
  const { desk, agent } = await office()
  const day = 24 * 3_600_000
  const raiseAt = Math.ceil(Date.now() / day) * day + day
  const content = { ...outage, kind: 'maintenance', cause: null, expectedEnd: raiseAt + day, waiting: 'hold' }
  expect(await give(desk, { type: 'ScheduleNotice', content, raiseAt })).toMatchObject({ ok: true })
  const paper = nextSlip(agent)
  expect(await print(desk, { kind: 'notice', notice: 1, kiosk: 'main' })).toEqual({ ok: true })
  expect(await paper).toMatchObject({
    heading: { id: 'Perekaman KTP-el dan Pencetakan KTP-el berhenti sementara' },
    sentences: [
      { id: expect.stringMatching(/^Mulai \p{L}+, \d+ \p{L}+, 07\.00 sampai \p{L}+, \d+ \p{L}+, 07\.00\.$/u) },
      { id: expect.stringContaining('Layanan lain tetap buka') },
      { id: 'Silakan datang lagi besok' },
    ],
    news: null,
  })
})

test('K1 news is promised with its day where the notice is set for later, and no more once it should have come', () => {
  const later = outageOf({ nextNews: morning + 3 * hour, waiting: 'keep' })
  const { state } = given(raise(outageOf({ nextNews: morning + hour })), schedule(later, morning + 2 * hour))
  const newsOf = (notice: number, at: EpochMs) =>
    noticePaper(state, noticeId(notice), at, 'http://loket.example')?.news?.en ?? null
  expect([newsOf(1, morning + hour - 1), newsOf(1, morning + hour), newsOf(2, morning)]).toEqual([
    'Next news 09:00.',
    null,
    'Next news Monday 1 March, 11:00.',
  ])
})

test('N19 a notice for readers of other languages is printed in the first of these', async () => {
  const { desk, agent } = await office()
  await give(desk, { type: 'RaiseNotice', content: { ...outage, languages: ['su', 'en'] } })
  const paper = nextSlip(agent)
  await print(desk, { kind: 'notice', notice: 1, kiosk: 'main' })
  expect(await paper).toMatchObject({ kind: 'notice', language: 'en' })
})

test('K1 the day on paper counts every ticket once', async () => {
  const { hub, desk, agent } = await office()
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  for (let i = 0; i < 3; i += 1) await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
  await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })
  await give(desk, { type: 'CallNext', counter: '3' })
  await give(desk, { type: 'StartServing', counter: '3' })
  await give(desk, { type: 'Finish', counter: '3' })
  await give(desk, { type: 'CallNext', counter: '3' })
  await give(desk, { type: 'MarkNoShow', counter: '3' })
  await viewWhere<DeskView>(desk, ({ missed }) => missed.length === 1)
  const paper = nextSlip(agent)
  expect(await print(desk, { kind: 'day-end', kiosk: 'main' })).toEqual({ ok: true })
  const seen = await paper
  if (seen.kind !== 'day-end') throw new Error(`a ${seen.kind} came`)
  expect(seen.all).toEqual({ given: 4, served: 1, missed: 1, unserved: 2 })
  expect(seen.services.filter(({ given }) => given > 0)).toEqual([
    expect.objectContaining({ letter: 'C', given: 3, served: 1, missed: 1, unserved: 1 }),
    expect.objectContaining({ letter: 'D', given: 1, served: 0, missed: 0, unserved: 1 }),
  ])
})

test('K1 a test strip is for the page of the printer on this machine, the other slips for signed-in desks', async () => {
  const { hub, desk, agent } = await office()
  await give(desk, { type: 'RaiseNotice', content: outage })
  const strip = { kind: 'test-strip', language: 'su' }
  const others = [
    { kind: 'notice', notice: 1, kiosk: 'main' },
    { kind: 'day-end', kiosk: 'main' },
  ]
  const strangers = await Promise.all([
    client(hub, { as: 'desk', screen: 'test-desk-2' }),
    client(hub, { as: 'lobby', screen: 'test-lobby-1' }),
    client(hub, { as: 'status' }),
    client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }),
  ])
  for (const socket of strangers)
    for (const request of [strip, ...others]) expect(await print(socket, request)).toEqual(notAllowed)
  expect(await print(desk, strip)).toEqual(notAllowed)
  const page = await client(hub, { as: 'printer' })
  for (const request of others) expect(await print(page, request)).toEqual(notAllowed)
  const paper = nextSlip(agent)
  expect(await print(page, strip)).toEqual({ ok: true })
  expect(await paper).toEqual(strip)
  await ask(desk, { type: 'SignOut' })
  expect(await print(desk, others[1])).toEqual(notAllowed)
})

test('K2 what cannot be printed is said by name', async () => {
  const { desk, agent } = await office()
  const noPrinter = { ok: false, refusal: { reason: 'no-printer' } }
  expect(await print(desk, { kind: 'notice', notice: 7, kiosk: 'main' })).toEqual({
    ok: false,
    refusal: { reason: 'no-such-notice' },
  })
  expect(await print(desk, { kind: 'day-end', kiosk: 'second' })).toEqual(noPrinter)
  expect(await print(desk, { kind: 'day-end' })).toEqual({
    ok: false,
    refusal: { reason: 'not-understood', field: 'kiosk' },
  })
  expect(await print(desk, null)).toMatchObject({ ok: false, refusal: { reason: 'not-understood' } })
  // An agent that hangs takes nothing on.
  agent.off('slip')
  expect(await print(desk, { kind: 'day-end', kiosk: 'main' })).toEqual(noPrinter)
})

test('K1 slips come out of the printer of a real agent, one after the other', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const page = await client(hub, { as: 'printer' })
  const papers = path.join(testFolder(), 'papers')
  const agent = await startAgent({
    hub: hub.address,
    printer: 'virtual:',
    papers,
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  await viewWhere<DeskView>(desk, ({ printers }) => printers.some(({ printer }) => printer.state === 'ready'))
  expect(await print(page, { kind: 'test-strip', language: 'en' })).toEqual({ ok: true })
  expect(await print(desk, { kind: 'day-end', kiosk: 'main' })).toEqual({ ok: true })
  const names = () => (existsSync(papers) ? readdirSync(papers).filter((name) => name.endsWith('.png')) : [])
  await until(() => names().length === 2)
  expect(
    names()
      .toSorted()
      .map((name) => name.replace(/^\d+-/, '')),
  ).toEqual(['test-strip.png', 'day-end.png'])
})

async function office() {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const agent = await client(hub, { as: 'agent' })
  return { hub, desk, agent }
}

function nextSlip(agent: Client): Promise<SlipPaper> {
  return new Promise((resolve) => {
    agent.once('slip', (paper, taken) => {
      taken()
      resolve(paper)
    })
  })
}

function print(socket: Client, request: unknown): Promise<SlipAnswer> {
  return socket.timeout(5_000).emitWithAck('slip', request as never)
}
