import { expect, test } from 'vitest'
import { metricsText } from '../../kiosk/hub/metrics.ts'
import { Presence } from '../../kiosk/hub/presence.ts'
import { cards } from '../core/small-office.ts'
import { confirmDay, outage, raise, schedule, sendHome, take, takeReturn } from '../core/steps.ts'
import { dayMs, given, morning, type Story } from '../core/story.ts'

// What the office counts about outages, as Prometheus reads it.

test('return tickets promised, notices set for later and whether the day is confirmed', () => {
  const before = given(take(cards))
  const after = given(
    take(cards),
    take(cards),
    confirmDay,
    raise(outage({ waiting: 'hold' })),
    takeReturn(cards),
    sendHome(cards),
    schedule(outage({ kind: 'closed', scope: { office: true, services: [], systems: [] } }), morning + dayMs),
  )
  expect([before, after].map(told)).toEqual([
    ['loket_notices 0', 'loket_notices_scheduled 0', 'loket_day_confirmed 0', 'loket_return_tickets_promised 0'],
    ['loket_notices 1', 'loket_notices_scheduled 1', 'loket_day_confirmed 1', 'loket_return_tickets_promised 3'],
  ])
})

test('every figure has its help and type, and no line holds a ticket or a name', () => {
  const text = linesOf(given(take(cards), confirmDay))
  const names = text.filter((line) => !line.startsWith('#')).map((line) => line.split(/[ {]/)[0])
  const described = new Set(text.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]))
  expect([names.filter((name) => !described.has(name)), text.filter((line) => /A001|Siti/.test(line))]).toEqual([
    [],
    [],
  ])
})

function linesOf({ state }: Story): readonly string[] {
  return metricsText(state, new Presence(), { ready: true, seq: 7 }).trim().split('\n')
}

function told(story: Story): readonly string[] {
  const wanted = /^loket_(notices|notices_scheduled|day_confirmed|return_tickets_promised)[ {]/
  return linesOf(story)
    .filter((line) => wanted.test(line) && !/\{(?!.*id="cards")/.test(line))
    .map((line) => line.replace(/\{.*\}/, ''))
}
