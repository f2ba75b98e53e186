import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyGuard, openGuardFile, type GuardRecord } from '../../kiosk/hub/guard-file.ts'
import { Guard } from '../../kiosk/hub/guard.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { seededRandomness } from '../fakes/seeded-randomness.ts'
import { testFolder } from '../hub/folder.ts'

test('U1 nobody signs in before the office is set up, and the setup code works once', async () => {
  const { guard } = await office()
  expect(await guard.signIn({ type: 'SignIn', name: 'Siti', pin: '482913' }, 'local')).toEqual(no('wrong-name-or-pin'))
  const wrong = await guard.setUp({ type: 'SetUp', code: 'nope', name: 'Siti', pin: '482913' }, 'local', true)
  expect(wrong).toEqual(no('wrong-code'))
  const right = await guard.setUp({ type: 'SetUp', code: 'open sesame', name: 'Siti', pin: '482913' }, 'local', true)
  expect(right).toEqual({ ok: true, session: expect.any(String) })
  const again = await guard.setUp({ type: 'SetUp', code: 'open sesame', name: 'Mallory', pin: '000000' }, 'local', true)
  expect(again).toEqual(no('already-set-up'))
  expect(guard.people()).toEqual([{ name: 'Siti', role: 'supervisor' }])
})

test('U1 a session ends with its time, with its person, and with signing out', async () => {
  const { guard, clock, session } = await setUpOffice()
  expect(guard.personOf(session)).toEqual({ name: 'Siti', role: 'supervisor' })
  await guard.addPerson({ type: 'AddPerson', name: 'Budi', pin: '113355', role: 'supervisor' })
  const budi = await guard.signIn({ type: 'SignIn', name: 'budi', pin: '113355' }, 'local')
  const budisSession = budi.ok ? budi.session : undefined
  expect(guard.personOf(budisSession)?.name).toBe('Budi')
  await guard.removePerson({ type: 'RemovePerson', name: 'Budi' })
  expect(guard.personOf(budisSession)).toBeNull()
  clock.advance(14 * 60 * 60_000)
  expect(guard.personOf(session)).toBeNull()
})

test('U2 five wrong PINs are free, then each must wait twice as long, and a right one in between is not looked at', async () => {
  const { guard, clock } = await setUpOffice()
  for (let i = 0; i < 5; i++) expect(await wrongPin(guard)).toEqual(no('wrong-name-or-pin'))
  const waits = []
  for (let i = 0; i < 7; i++) {
    const answer = await guard.signIn({ type: 'SignIn', name: 'Siti', pin: '482913' }, 'tablet')
    if (answer.ok || answer.refusal.reason !== 'wait-before-retry') throw new Error('it was looked at')
    waits.push(answer.refusal.waitMs)
    clock.advance(answer.refusal.waitMs)
    await wrongPin(guard)
  }
  expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000])
})

test('U2 many tries at once are no more tries than one after another', async () => {
  const { guard } = await setUpOffice()
  const answers = await Promise.all(Array.from({ length: 20 }, () => wrongPin(guard)))
  const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.reason))
  expect(reasons.filter((reason) => reason === 'wrong-name-or-pin')).toHaveLength(5)
  expect(reasons.filter((reason) => reason === 'wait-before-retry')).toHaveLength(15)
})

test('U2 the count survives a restart', async () => {
  const { guard, clock, record } = await setUpOffice()
  for (let i = 0; i < 5; i++) await wrongPin(guard)
  const restarted = new Guard(record(), { save: async () => {} }, clock, seededRandomness(2))
  expect(await wrongPin(restarted)).toEqual({ ok: false, refusal: { reason: 'wait-before-retry', waitMs: 30_000 } })
})

test('U2 after thirty wrong PINs only a new PIN opens the door again', async () => {
  const { guard, clock } = await setUpOffice()
  for (let i = 0; i < 30; i++) {
    await wrongPin(guard)
    clock.advance(15 * 60_000)
  }
  expect(await wrongPin(guard)).toEqual(no('locked'))
  clock.advance(365 * 24 * 60 * 60_000)
  expect(await guard.signIn({ type: 'SignIn', name: 'Siti', pin: '482913' }, 'tablet')).toEqual(no('locked'))
  await guard.setPin('Siti', '775533')
  expect(await guard.signIn({ type: 'SignIn', name: 'Siti', pin: '775533' }, 'tablet')).toMatchObject({ ok: true })
})

test('U2 a visitor who tries at one screen locks nobody out at another', async () => {
  const { guard } = await setUpOffice()
  for (let i = 0; i < 8; i++) await wrongPin(guard)
  const elsewhere = await guard.signIn({ type: 'SignIn', name: 'Siti', pin: '482913' }, 'the desk')
  expect(elsewhere).toMatchObject({ ok: true })
})

test('U2 a search spread over many screens is slowed as a whole', async () => {
  const { guard } = await setUpOffice()
  const answers = []
  for (let i = 0; i < 70; i++) answers.push(await guard.signIn({ ...wrong }, `screen-${i}`))
  const looked = answers.filter((answer) => !answer.ok && answer.refusal.reason === 'wrong-name-or-pin')
  expect(looked).toHaveLength(60)
})

test('U3 what is kept on disk holds no PIN, code or token, and comes back whole', async () => {
  const file = path.join(testFolder(), 'guard.json')
  const opened = await openGuardFile(file)
  const guard = new Guard(opened.record, opened.store, new VirtualClock(), seededRandomness(1))
  await guard.makeSetupCode('open-sesame')
  const answer = await guard.setUp({ type: 'SetUp', code: 'OPENSESAME', name: 'Siti', pin: '482913' }, 'x', false)
  if (!answer.ok) throw new Error('not set up')
  const text = readFileSync(file, 'utf8')
  for (const secret of ['482913', 'SESAME', answer.session, answer.device]) expect(text).not.toContain(secret)
  const reopened = await openGuardFile(file)
  const restarted = new Guard(reopened.record, reopened.store, new VirtualClock(), seededRandomness(1))
  expect(restarted.personOf(answer.session)).toEqual({ name: 'Siti', role: 'supervisor' })
  expect(restarted.deviceOf(answer.device)).toMatchObject({ name: 'Siti', kind: 'desk' })
})

test('U4 the last supervisor cannot be removed', async () => {
  const { guard } = await setUpOffice()
  await guard.addPerson({ type: 'AddPerson', name: 'Budi', pin: '113355', role: 'staff' })
  expect(await guard.removePerson({ type: 'RemovePerson', name: 'Siti' })).toEqual(no('last-supervisor'))
  expect(await guard.removePerson({ type: 'RemovePerson', name: 'Budi' })).toEqual({ ok: true })
})

async function office() {
  const clock = new VirtualClock()
  let kept: GuardRecord = emptyGuard
  const store = {
    save: async (record: GuardRecord) => {
      kept = structuredClone(record)
    },
  }
  const guard = new Guard(emptyGuard, store, clock, seededRandomness(1))
  expect(await guard.makeSetupCode('Open-Sesame')).toBe('Open-Sesame')
  return { guard, clock, record: () => kept }
}

async function setUpOffice() {
  const made = await office()
  const answer = await made.guard.setUp({ type: 'SetUp', code: 'opensesame', name: 'Siti', pin: '482913' }, 'x', true)
  if (!answer.ok) throw new Error('not set up')
  return { ...made, session: answer.session }
}

const wrong = { type: 'SignIn', name: 'Siti', pin: '999999' } as const
const wrongPin = (guard: Guard) => guard.signIn(wrong, 'tablet')
const no = (reason: string) => ({ ok: false, refusal: { reason } })
