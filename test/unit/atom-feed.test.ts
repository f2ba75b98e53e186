import { expect, test } from 'vitest'
import { atomFeed } from '../../kiosk/hub/atom-feed.ts'
import { letters } from '../core/small-office.ts'
import { outage, raise, resolve, schedule, update } from '../core/steps.ts'
import { dayMs, further, given, hour, morning, type Story } from '../core/story.ts'

const address = 'http://office.example'
const cause = { id: 'Kabel <A> & "B" putus.', en: 'A cable broke.', su: 'Kabel pegat.' }
const raised = given({ ...raise(outage({})), at: morning })
const updated = further(raised, { ...update(1, outage({ cause })), at: morning + hour })
const planned = further(updated, {
  ...schedule(
    outage({ kind: 'maintenance', scope: { office: false, services: [letters], systems: [] } }),
    morning + dayMs,
  ),
  at: morning + hour,
})
const resolved = further(planned, { ...resolve(1), at: morning + 2 * hour })

test('every wording, what is planned and what works again are entries of their own, the newest first', () => {
  expect([raised, updated, planned, resolved].map(entriesOf)).toEqual([
    [['notice-1-1', 'Kartu sedang tidak dapat dilayani', '2027-03-01T01:00:00.000Z']],
    [
      ['notice-1-2', 'Kartu sedang tidak dapat dilayani', '2027-03-01T02:00:00.000Z'],
      ['notice-1-1', 'Kartu sedang tidak dapat dilayani', '2027-03-01T01:00:00.000Z'],
    ],
    [
      ['notice-2-planned', 'Surat berhenti sementara', '2027-03-02T01:00:00.000Z'],
      ['notice-1-2', 'Kartu sedang tidak dapat dilayani', '2027-03-01T02:00:00.000Z'],
      ['notice-1-1', 'Kartu sedang tidak dapat dilayani', '2027-03-01T01:00:00.000Z'],
    ],
    [
      ['notice-2-planned', 'Surat berhenti sementara', '2027-03-02T01:00:00.000Z'],
      ['notice-1-resolved', 'Kartu sudah berjalan lagi sejak 10.00', '2027-03-01T03:00:00.000Z'],
    ],
  ])
})

test('an entry says the same whenever it is read, and keeps its id', () => {
  const first = entryOf(raised, 'notice-1-1')
  expect([
    entryOf(updated, 'notice-1-1'),
    entryOf({ ...planned, at: planned.at + 3 * dayMs }, 'notice-1-1'),
    entryOf({ ...resolved, at: resolved.at + dayMs }, 'notice-1-resolved'),
  ]).toEqual([first, first, undefined])
})

test('marks in a text are text', () => {
  expect(entryOf(updated, 'notice-1-2')).toContain('Kabel &lt;A&gt; &amp; "B" putus.')
})

function entries(story: Story): readonly string[] {
  return atomFeed(story.state, story.at, address).match(/<entry>.*?<\/entry>/g) ?? []
}

function entryOf(story: Story, id: string): string | undefined {
  return entries(story).find((entry) => entry.includes(`<id>${address}/status#${id}</id>`))
}

function entriesOf(story: Story) {
  return entries(story).map((entry) => [
    /#([^<]*)<\/id>/.exec(entry)?.[1],
    /<title>([^<]*)</.exec(entry)?.[1],
    /<updated>([^<]*)</.exec(entry)?.[1],
  ])
}
