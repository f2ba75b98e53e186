import { expect, onTestFinished, test, vi } from 'vitest'
import { ownReport } from '../../display/lobby/own-report.ts'
import { ownView } from '../../display/lobby/own-view.ts'
import { followOrders, nameShownMs } from '../../display/lobby/screen-orders.ts'
import { called, hours } from '../../display/gallery/lobby-scenarios.ts'
import { morningAt } from '../../display/gallery/notices.ts'
import { Scenario } from '../../display/gallery/scenario.ts'
import { screenReportSchema, type ScreenOrder } from '../../shared/wire.ts'
import { screenIdSchema } from '../../shared/ids.ts'
import { lobbyView } from '../../shared/views/lobby.ts'

// What a TV tells the desk of itself, and what it does when the desk asks.

const at = morningAt(8, 30)
const view = ownView(lobbyView(called(3).state, at), undefined)
const usual = {
  view,
  showing: { call: view.calls[0]!, since: 0, announced: false },
  screen: { width: 1920, height: 1080 },
  viewing: null,
  now: at,
  soundIsOff: false,
  version: 'lobby-1',
  showsMedia: false,
}

test('a TV says which call stands on it, how large it is, and whether it is heard', () => {
  const report = ownReport(usual)
  expect(report).toEqual({ version: 'lobby-1', widthPx: 1920, heightPx: 1080, sound: 'on', call: 3, isLegible: null })
  expect(screenReportSchema.parse(report)).toEqual(report)
  expect(ownReport({ ...usual, soundIsOff: true, showing: null })).toMatchObject({ sound: 'off', call: null })
})

test('pictures in place of the number are said, whichever they are, and a TV without any says nothing of it', () => {
  const report = ownReport({ ...usual, showsMedia: true })
  expect(report).toEqual({ ...ownReport(usual), media: true })
  expect(screenReportSchema.parse(report)).toEqual(report)
})

test('whether its numbers can be read is said where the hall is known, and never by a screen without numbers', () => {
  const legible = (viewing: { inches: number; metres: number }, shown = view) =>
    ownReport({ ...usual, view: shown, viewing }).isLegible
  const settings = { screen: screenIdSchema.parse('test-screen-1'), name: 'Jalan', shows: { kind: 'notices' } as const }
  expect([
    legible({ inches: 55, metres: 9 }),
    legible({ inches: 24, metres: 12 }),
    legible({ inches: 24, metres: 12 }, ownView(view, settings)),
  ]).toEqual([true, false, null])
})

test('a call of long ago does not stand on the board of a closed office', () => {
  const closed = ownView(lobbyView(new Scenario(morningAt(7), hours).state, morningAt(20)), undefined)
  const evening = { ...usual, view: { ...closed, calls: view.calls }, now: morningAt(20) }
  expect(ownReport(evening).call).toBeNull()
})

test('a TV says its name for a while, longer when it is asked again, and loads anew once the desk has been told', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let ask: (order: ScreenOrder['order']) => void = () => {}
  const done: string[] = []
  const orders = followOrders({ onOrder: (listener) => void (ask = listener) }, () => done.push('reloaded'))
  orders.subscribe(() => done.push(orders.isNamed() ? 'named' : 'not named'))
  ask('show-name')
  vi.advanceTimersByTime(nameShownMs - 1)
  ask('show-name')
  vi.advanceTimersByTime(nameShownMs - 1)
  expect(done).toEqual(['named', 'named'])
  vi.advanceTimersByTime(1)
  ask('reload')
  expect(done).toEqual(['named', 'named', 'not named'])
  vi.advanceTimersByTime(1_000)
  expect(done).toEqual(['named', 'named', 'not named', 'reloaded'])
})
