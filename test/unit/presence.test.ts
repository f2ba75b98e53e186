import { expect, test } from 'vitest'
import { Presence } from '../../kiosk/hub/presence.ts'
import { noticeIdSchema, screenIdSchema } from '../../shared/ids.ts'
import { noticeLimits } from '../../shared/notice.ts'

const notice = noticeIdSchema.parse(1)
const television = screenIdSchema.parse('television-1')

test('a TV that nobody has let in, and that comes back on a new socket, has still painted what it painted', () => {
  const presence = new Presence()
  presence.screenCame('first', { screen: television, kind: 'lobby', name: '10.0.0.4' }, [])
  presence.painted('first', notice, 2)
  presence.left('first')
  presence.screenCame('second', { screen: television, kind: 'lobby', name: '10.0.0.4' }, [])
  expect(presence.screens().map(({ painted }) => painted)).toEqual([{ 1: 2 }])
})

test('what was painted of a notice that no longer stands is forgotten, also of a screen that is away', () => {
  const presence = new Presence()
  presence.screenCame('first', { screen: television, kind: 'lobby', name: '10.0.0.4' }, [])
  presence.painted('first', notice, 1)
  presence.left('first')
  presence.keepOnly(new Set())
  presence.screenCame('second', { screen: television, kind: 'lobby', name: '10.0.0.4' }, [])
  expect(presence.screens().map(({ painted }) => painted)).toEqual([{}])
})

test('strangers who come under ever new names are not remembered for ever', () => {
  const presence = new Presence()
  for (let i = 0; i <= noticeLimits.paintedScreens; i++) {
    const screen = screenIdSchema.parse(`stranger-${i}`)
    presence.screenCame(`socket-${i}`, { screen, kind: 'lobby', name: 'stranger' }, [])
    presence.painted(`socket-${i}`, notice, 1)
    presence.left(`socket-${i}`)
  }
  const came = ['stranger-0', `stranger-${noticeLimits.paintedScreens}`].map((name) => {
    presence.screenCame(name, { screen: screenIdSchema.parse(name), kind: 'lobby', name }, [])
    return presence.screens().at(-1)?.painted
  })
  expect(came).toEqual([{}, { 1: 1 }])
})
