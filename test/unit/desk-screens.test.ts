import { expect, test } from 'vitest'
import { readViewing, typedViewing } from '../../display/desk/screens-viewing.ts'
import { screenLines } from '../../display/desk/screens-lines.ts'
import { called } from '../../display/gallery/lobby-scenarios.ts'
import { exampleNotices, morningAt } from '../../display/gallery/notices.ts'
import { staff } from '../../display/gallery/scenario.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { noticeIdSchema, screenIdSchema } from '../../shared/ids.ts'
import { screenSettingsSchema, type Shows } from '../../shared/screens.ts'
import { deskView, type ConnectedScreen } from '../../shared/views/desk.ts'

// What a desk says of each screen, what is amiss first.

const letterD = exampleOffice.services.filter(({ letter }) => letter === 'D').map(({ id }) => id)
const first = noticeIdSchema.parse(1)

function tv(number: number, change: Partial<ConnectedScreen> = {}): ConnectedScreen {
  const report = { version: 'one', widthPx: 1920, heightPx: 1080, sound: 'on', call: 3, isLegible: true } as const
  const screen = screenIdSchema.parse(`test-screen-${number}`)
  return { screen, kind: 'lobby', name: `TV ${number}`, painted: { [first]: 1 }, report, ...change }
}

function lines(screens: readonly ConnectedScreen[], shows: Shows | null = null) {
  const scenario = called(3).give(staff, { type: 'RaiseNotice', content: exampleNotices[0]! }, 15)
  const settings = shows && { screen: screens[0]!.screen, name: 'TV', shows }
  if (settings) scenario.give(staff, { type: 'SetScreen', settings }, 16)
  const view = deskView(scenario.state, morningAt(8, 30), new Set(), screens)
  return {
    said: view.screens.map((screen) =>
      screenLines(screen, view).map(({ key, isAmiss }) => (isAmiss ? `! ${key}` : key)),
    ),
    counted: view.notices.map(({ screens: counted }) => counted.map(({ painted }) => painted)),
  }
}

test('a TV that is well says its number, its notices, its sound and its size', () => {
  expect(lines([tv(1)])).toEqual({
    said: [['screen_calling', 'screen_painted', 'screen_sound_on', 'screen_readable', 'screen_size']],
    counted: [[true]],
  })
})

test('a TV with pictures in place of the large number is said to have them, beside the number in its list', () => {
  expect(lines([tv(1, { report: { ...tv(1).report!, media: true } })]).said[0]?.slice(0, 3)).toEqual([
    'screen_calling',
    'screen_media',
    'screen_painted',
  ])
})

test('what is amiss comes first: no sound, too small, a notice not up yet, another version than most', () => {
  const report = { ...tv(1).report!, version: 'old', sound: 'off', isLegible: false, call: null } as const
  expect(lines([tv(1, { painted: {}, report }), tv(2), tv(3)]).said[0]).toEqual([
    '! screen_unpainted',
    '! screen_sound_off',
    '! screen_not_readable',
    '! screen_other_version',
    'screen_calling_nobody',
    'screen_size',
  ])
})

test('a notice is not waited for on a TV that is not to show it', () => {
  expect(lines([tv(1, { painted: {} })], { kind: 'services', services: letterD })).toEqual({
    said: [
      [
        'screen_calling',
        'screen_no_notice',
        'screen_services_only',
        'screen_sound_on',
        'screen_readable',
        'screen_size',
      ],
    ],
    counted: [[]],
  })
})

test('a TV of notices alone is not said to call nobody', () => {
  const report = { ...tv(1).report!, call: null, isLegible: null }
  expect(lines([tv(1, { report })], { kind: 'notices' }).said).toEqual([
    ['screen_painted', 'screen_notices_only', 'screen_sound_on', 'screen_size'],
  ])
})

test('a TV that has said nothing yet, and a ticket machine, are told by what they painted', () => {
  expect(lines([tv(1, { report: null }), tv(2, { kind: 'kiosk', report: null })]).said).toEqual([
    ['! screen_unheard', 'screen_painted'],
    ['screen_painted'],
  ])
})

test('diagonal and distance are read as people write them: both or neither, and only such as there are', () => {
  const read = (inches: string, metres: string) => readViewing({ inches, metres })
  expect([read('', ' '), read('55', '7,5'), read('55', ''), read('2', '8'), read('55', 'far')]).toEqual([
    { ok: true, viewing: null },
    { ok: true, viewing: { inches: 55, metres: 7.5 } },
    { ok: false, inches: null, metres: 'both_needed' },
    { ok: false, inches: 'inches_wrong', metres: null },
    { ok: false, inches: null, metres: 'metres_wrong' },
  ])
  expect(typedViewing({ inches: 55, metres: 7.5 }, 'id')).toEqual({ inches: '55', metres: '7,5' })
})

test('what was said of a TV before there was a distance is still understood, and nonsense is not', () => {
  const old = { screen: 'test-screen-1', name: 'TV', shows: { kind: 'everything' } }
  const parsed = [
    old,
    { ...old, viewing: { inches: 55, metres: 8 } },
    { ...old, viewing: { inches: 0, metres: 8 } },
  ].map((settings) => screenSettingsSchema.safeParse(settings).data ?? null)
  expect(parsed).toEqual([old, { ...old, viewing: { inches: 55, metres: 8 } }, null])
})
