import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { statusDocumentNames, statusDocuments, type StatusDocuments } from '../../kiosk/hub/status-documents.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { cards, letters, server } from '../core/small-office.ts'
import { outage, raise, resolve, schedule, take, update } from '../core/steps.ts'
import { dayMs, further, given, hour, minute, morning, type Story } from '../core/story.ts'

// The documents are held to the schema of Atlassian Statuspage v2 as a strict parser sees it, in every state; what
// notices become in it is compared as a whole.

const address = 'http://office.example'
const time = z.iso.datetime()
const component = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(['operational', 'degraded_performance', 'partial_outage', 'major_outage', 'under_maintenance']),
  created_at: time,
  updated_at: time,
  position: z.int().min(1),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.string().nullable(),
  group_id: z.string().nullable(),
  page_id: z.string(),
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
})
const updateOf = (statuses: readonly string[]) =>
  z.strictObject({
    id: z.string(),
    status: z.enum(statuses),
    body: z.string().min(1),
    incident_id: z.string(),
    created_at: time,
    updated_at: time,
    display_at: time,
    affected_components: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        old_status: component.shape.status,
        new_status: component.shape.status,
      }),
    ),
    deliver_notifications: z.boolean(),
    custom_tweet: z.null(),
    tweet_id: z.null(),
  })
const incidentOf = (statuses: readonly string[]) =>
  z.strictObject({
    id: z.string(),
    name: z.string(),
    status: z.enum(statuses),
    created_at: time,
    updated_at: time,
    monitoring_at: time.nullable(),
    resolved_at: time.nullable(),
    impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
    shortlink: z.url(),
    started_at: time,
    page_id: z.string(),
    incident_updates: z.array(updateOf(statuses)).min(1),
    components: z.array(component).min(1),
  })
const incident = incidentOf(['investigating', 'identified', 'monitoring', 'resolved'])
const unresolved = incidentOf(['investigating', 'identified', 'monitoring'])
const maintenanceOf = (...statuses: string[]) =>
  incidentOf(statuses).extend({
    started_at: statuses.includes('scheduled') ? time.nullable() : time,
    scheduled_for: time,
    scheduled_until: time.nullable(),
  })
const page = z.strictObject({ id: z.string(), name: z.string(), url: z.url(), time_zone: z.string(), updated_at: time })
const status = z.strictObject({
  indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  description: z.string(),
})
const schemas: Readonly<Record<keyof StatusDocuments, z.ZodType>> = {
  'summary.json': z.strictObject({
    page,
    components: z.array(component),
    incidents: z.array(unresolved),
    scheduled_maintenances: z.array(maintenanceOf('scheduled', 'in_progress', 'verifying')),
    status,
  }),
  'status.json': z.strictObject({ page, status }),
  'components.json': z.strictObject({ page, components: z.array(component) }),
  'incidents.json': z.strictObject({ page, incidents: z.array(incident) }),
  'incidents/unresolved.json': z.strictObject({ page, incidents: z.array(unresolved) }),
  'scheduled-maintenances.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceOf('scheduled', 'in_progress', 'verifying', 'completed')),
  }),
  'scheduled-maintenances/active.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceOf('in_progress', 'verifying')),
  }),
  'scheduled-maintenances/upcoming.json': z.strictObject({
    page,
    scheduled_maintenances: z.array(maintenanceOf('scheduled')),
  }),
}

const cause = { id: 'Server pusat terganggu.', en: 'The server is down.', su: 'Server puseur kaganggu.' }
const system: NoticeContent['scope'] = { office: false, services: [], systems: [server] }
const work = outage({ kind: 'maintenance', scope: { office: false, services: [letters], systems: [] }, cause })

/** The morning of Jepara: down without a known cause, then known, then slow, and back. */
const down = given(
  { ...take(cards), at: morning },
  { ...raise(outage({ scope: system, waiting: 'hold' })), at: morning + 30 * minute },
)
const known = further(down, {
  ...update(1, outage({ scope: system, cause, waiting: 'hold', nextNews: morning + 2 * hour })),
  at: morning + hour,
})
const slow = further(known, {
  ...update(1, outage({ scope: system, cause, kind: 'degraded', newTickets: 'warn', waiting: 'hold' })),
  at: morning + 2 * hour,
})
const back = further(slow, { ...resolve(1), at: morning + 160 * minute })

const stories: Readonly<Record<string, Story>> = {
  quiet: given(take(cards)),
  down,
  known,
  slow,
  back,
  planned: given(schedule(work, morning + dayMs), schedule({ ...work, kind: 'information' }, morning + 2 * dayMs)),
  working: given(raise(work), raise(outage({ scope: system, kind: 'pick-up-only', newTickets: 'give' }))),
  finished: further(given({ ...raise({ ...work, expectedEnd: morning + 5 * hour }), at: morning }), {
    ...resolve(1),
    at: morning + hour,
  }),
  closed: given(raise(outage({ scope: { office: true, services: [], systems: [] }, kind: 'closed' }))),
}

describe('the documents of Statuspage v2', () => {
  test.each(Object.keys(stories))('are of its schema and nothing else: %s', (name) => {
    const story = stories[name]!
    const documents = statusDocuments(story.state, story.at, address)
    for (const document of statusDocumentNames)
      expect([document, schemas[document].safeParse(documents[document]).error?.issues]).toEqual([document, undefined])
  })

  test('tell every wording as an update, the newest first, in its own words of its own time', () => {
    const [told] = incidentsOf(slow, 'incidents.json')
    expect({ ...told, components: told?.components.length }).toEqual({
      id: 'notice-1',
      name: 'Kartu: berkas diterima, hasilnya menyusul',
      status: 'monitoring',
      created_at: '2027-03-01T01:30:00.000Z',
      updated_at: '2027-03-01T03:00:00.000Z',
      monitoring_at: '2027-03-01T03:00:00.000Z',
      resolved_at: null,
      impact: 'minor',
      shortlink: `${address}/status`,
      started_at: '2027-03-01T01:30:00.000Z',
      page_id: 'loket',
      components: 1,
      incident_updates: [
        updateTold(
          3,
          'monitoring',
          '2027-03-01T03:00:00.000Z',
          ['major_outage', 'degraded_performance'],
          [
            'Server pusat terganggu. Sejak 08.30.',
            'Layanan lain tetap buka: Surat dan Pengambilan.',
            'Simpan nomor Anda: urutan Anda tidak hilang. Di hari lain, dengan nomor ini Anda didahulukan.',
            'Anda masih dapat mengambil nomor, tetapi layanannya bisa tertunda.',
            'Belum diketahui kapan pulih.',
          ],
        ),
        updateTold(
          2,
          'identified',
          '2027-03-01T02:00:00.000Z',
          ['major_outage', 'major_outage'],
          [
            'Server pusat terganggu. Sejak 08.30.',
            'Layanan lain tetap buka: Surat dan Pengambilan.',
            'Simpan nomor Anda: urutan Anda tidak hilang. Di hari lain, dengan nomor ini Anda didahulukan.',
            'Belum punya nomor? Ambil tiket kembali di mesin: di hari lain Anda didahulukan.',
            'Belum diketahui kapan pulih. Kabar berikutnya 10.00.',
          ],
        ),
        updateTold(
          1,
          'investigating',
          '2027-03-01T01:30:00.000Z',
          ['operational', 'major_outage'],
          [
            'Sejak 08.30.',
            'Layanan lain tetap buka: Surat dan Pengambilan.',
            'Simpan nomor Anda: urutan Anda tidak hilang. Di hari lain, dengan nomor ini Anda didahulukan.',
            'Belum punya nomor? Ambil tiket kembali di mesin: di hari lain Anda didahulukan.',
            'Belum diketahui kapan pulih.',
          ],
        ),
      ],
    })
  })

  test('tell what was resolved for the rest of the day, and not among what is unresolved', () => {
    const [resolved] = incidentsOf(back, 'incidents.json')
    expect({ ...resolved, components: resolved?.components.map((each) => each.status) }).toMatchObject({
      id: 'notice-1',
      status: 'resolved',
      resolved_at: '2027-03-01T03:40:00.000Z',
      components: ['operational'],
      incident_updates: [
        {
          id: 'notice-1-resolved',
          body: 'Kartu sudah berjalan lagi sejak 10.40\nNomor yang menunggu dipanggil lagi menurut urutannya, bergantian dengan yang baru datang.',
          affected_components: [{ code: 'cards', old_status: 'degraded_performance', new_status: 'operational' }],
        },
      ],
    })
    expect([
      incidentsOf(back, 'incidents/unresolved.json'),
      incidentsOf(back, 'summary.json'),
      incidentsOf({ ...back, at: back.at + 12 * hour }, 'incidents.json').length,
      incidentsOf({ ...back, at: back.at + 14 * hour }, 'incidents.json'),
      statusDocuments(back.state, back.at, address)['status.json'],
    ]).toMatchObject([[], [], 1, [], { status: { indicator: 'none' } }])
  })

  test('tell what is planned before it begins, while it is done and when it is done', () => {
    const planned = given({ ...schedule({ ...work, expectedEnd: morning + 3 * dayMs }, morning + dayMs), at: morning })
    expect({
      before: maintenancesOf(planned),
      open: maintenancesOf(stories['working']!),
      done: maintenancesOf(stories['finished']!),
    }).toEqual({
      before: {
        all: [['scheduled', 'maintenance', '2027-03-02T01:00:00.000Z', '2027-03-04T01:00:00.000Z']],
        active: [],
        upcoming: [
          [
            'Surat berhenti sementara',
            'Mulai Selasa, 2 Maret, 08.00 sampai Kamis, 4 Maret, 08.00. Server pusat terganggu. Layanan lain tetap buka: Kartu dan Pengambilan.',
          ],
        ],
      },
      open: {
        all: [['in_progress', 'maintenance', '2027-03-01T01:01:00.000Z', null]],
        active: ['notice-1'],
        upcoming: [],
      },
      done: {
        all: [['completed', 'maintenance', '2027-03-01T01:00:00.000Z', '2027-03-01T06:00:00.000Z']],
        active: [],
        upcoming: [],
      },
    })
  })
})

test('what is planned is dated in the past, does not move as the day goes on, and has not started', () => {
  const planned = given({ ...schedule(work, morning + dayMs), at: morning })
  const dated = [planned, further(planned, { ...take(cards), at: morning + minute })].map((story) => {
    const [told] = z
      .object({ scheduled_maintenances: z.array(maintenanceOf('scheduled')) })
      .parse(
        statusDocuments(story.state, story.at, address)['scheduled-maintenances/upcoming.json'],
      ).scheduled_maintenances
    const { created_at, updated_at, started_at, scheduled_for, incident_updates = [] } = told ?? {}
    return { created_at, updated_at, started_at, scheduled_for, shown: incident_updates.map((each) => each.display_at) }
  })
  // Midnight in Jakarta, at 08.00 of that day.
  const midnight = '2027-02-28T17:00:00.000Z'
  const expected = {
    created_at: midnight,
    updated_at: midnight,
    started_at: null,
    scheduled_for: '2027-03-02T01:00:00.000Z',
    shown: [midnight],
  }
  expect(dated).toEqual([expected, expected])
})

function updateTold(
  revision: number,
  said: string,
  at: string,
  [before, after]: readonly [string, string],
  body: readonly string[],
) {
  return {
    id: `notice-1-${revision}`,
    status: said,
    body: body.join(' '),
    incident_id: 'notice-1',
    created_at: at,
    updated_at: at,
    display_at: at,
    affected_components: [{ code: 'cards', name: 'Kartu', old_status: before, new_status: after }],
    deliver_notifications: false,
    custom_tweet: null,
    tweet_id: null,
  }
}

function incidentsOf(story: Story, name: 'summary.json' | 'incidents.json' | 'incidents/unresolved.json') {
  return z.object({ incidents: z.array(incident) }).parse(statusDocuments(story.state, story.at, address)[name])
    .incidents
}

function maintenancesOf(story: Story) {
  const documents = statusDocuments(story.state, story.at, address)
  const read = (
    name: 'scheduled-maintenances.json' | 'scheduled-maintenances/active.json' | 'scheduled-maintenances/upcoming.json',
  ) =>
    z
      .object({ scheduled_maintenances: z.array(maintenanceOf('scheduled', 'in_progress', 'verifying', 'completed')) })
      .parse(documents[name]).scheduled_maintenances
  return {
    all: read('scheduled-maintenances.json').map((each) => [
      each.status,
      each.impact,
      each.scheduled_for,
      each.scheduled_until,
    ]),
    active: read('scheduled-maintenances/active.json').map(({ id }) => id),
    upcoming: read('scheduled-maintenances/upcoming.json').map(({ name, incident_updates }) => [
      name,
      incident_updates[0]?.body,
    ]),
  }
}
