import type { EpochMs } from '../../shared/ids.ts'
import type { PlainReason } from '../../shared/refusals.ts'
import type { DoorAnswer, DoorMessage, Person, StaffRole } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import type { GuardRecord, GuardStore } from './guard-file.ts'
import { codeAsTyped, hashPin, hashToken, pinMatches } from './secrets.ts'
import { waitBeforeTry, waitBeforeTryFromAnywhere, withFailure, withFailureFromAnywhere } from './tries.ts'

/**
 * Who may do what: setting up, signing in, pairing, people.
 *
 * U-1  Nobody calls, raises or changes anything without a known device and a PIN. Until the setup code has been used
 *      there are no people, and nothing but it is listened to.
 * U-2  A try is counted, and the count kept, before the secret is looked at: neither many tries at once nor a restart
 *      gives a free one.
 * U-3  What is kept are hashes. A token is shown to its owner once.
 * U-4  The last supervisor cannot be removed.
 */
export class Guard {
  readonly #store: GuardStore
  readonly #clock: Clock
  readonly #randomness: Randomness
  #record: GuardRecord

  constructor(record: GuardRecord, store: GuardStore, clock: Clock, randomness: Randomness) {
    this.#record = record
    this.#store = store
    this.#clock = clock
    this.#randomness = randomness
  }

  get isSetUp(): boolean {
    return this.#record.people.length > 0
  }

  people(): readonly Person[] {
    return this.#record.people.map(({ name, role }) => ({ name, role }))
  }

  /** A fresh setup code while nobody has set the office up, `preset` where one is given; null afterwards. */
  async makeSetupCode(preset: string | undefined): Promise<string | null> {
    if (this.isSetUp) return null
    const made = this.#randomness.code(8)
    const code = preset ?? `${made.slice(0, 4)}-${made.slice(4)}`
    await this.#keep({ setupCodeHash: hashToken(codeAsTyped(code)) })
    return code
  }

  /** Who holds this session; null when it has ended, or the person is no longer known. */
  personOf(session: string | undefined): Person | null {
    if (session === undefined) return null
    const hash = hashToken(session)
    const held = this.#record.sessions.find(({ tokenHash, until }) => tokenHash === hash && until > this.#clock.now())
    return this.people().find(({ name }) => name === held?.name) ?? null
  }

  deviceOf(token: string | undefined): GuardRecord['devices'][number] | null {
    if (token === undefined) return null
    const hash = hashToken(token)
    return this.#record.devices.find(({ tokenHash }) => tokenHash === hash) ?? null
  }

  /** Lets a device in under a name: the token it keeps from now on. */
  async addDevice(name: string, kind: GuardRecord['devices'][number]['kind']): Promise<string> {
    const token = this.#randomness.token()
    const devices = [...this.#record.devices, { name, kind, tokenHash: hashToken(token) }].slice(-guardLimits.devices)
    await this.#keep({ devices })
    return token
  }

  /** `from` names the device for counting tries. A device that is not known yet is paired by the setup code. */
  async setUp(message: MessageOf<'SetUp'>, from: string, isKnown: boolean): Promise<DoorAnswer> {
    if (this.isSetUp) return no('already-set-up')
    const refused = await this.#countTry('setup', from)
    if (refused) return refused
    if (hashToken(codeAsTyped(message.code)) !== this.#record.setupCodeHash) return no('wrong-code')
    const pinHash = await hashPin(message.pin)
    if (this.isSetUp) return no('already-set-up')
    const person = { name: message.name, role: 'supervisor' as const, pinHash }
    await this.#keep({ people: [person], setupCodeHash: null, failures: {} })
    const device = isKnown ? {} : { device: await this.addDevice(message.name, 'desk') }
    return { ok: true, session: await this.#openSession(message.name), ...device }
  }

  async signIn(message: MessageOf<'SignIn'>, from: string): Promise<DoorAnswer> {
    const known = await this.identify(message, from)
    return known.ok ? { ok: true, session: await this.#openSession(known.person.name) } : known
  }

  /** Who this is, by name and PIN; every failure is counted. */
  async identify({ name, pin }: Pick<MessageOf<'SignIn'>, 'name' | 'pin'>, from: string): Promise<Identified> {
    const person = this.#record.people.find((known) => sameName(known.name, name))
    const refused = await this.#countTry(person?.name ?? 'nobody', from)
    if (refused) return refused
    // A name that is not known takes as long as a wrong PIN.
    const matches = await pinMatches(pin, person?.pinHash ?? nobodysPin)
    if (!person || !matches) return no('wrong-name-or-pin')
    const { [tryKey(person.name, from)]: _, [tryKey(person.name, anywhere)]: __, ...failures } = this.#record.failures
    await this.#keep({ failures })
    return { ok: true, person: { name: person.name, role: person.role } }
  }

  async signOut(session: string | undefined): Promise<void> {
    if (session === undefined) return
    const hash = hashToken(session)
    await this.#keep({ sessions: this.#record.sessions.filter(({ tokenHash }) => tokenHash !== hash) })
  }

  async addPerson({ name, pin, role }: MessageOf<'AddPerson'>): Promise<DoorAnswer> {
    if (this.#record.people.some((known) => sameName(known.name, name))) return no('name-taken')
    const pinHash = await hashPin(pin)
    if (this.#record.people.some((known) => sameName(known.name, name))) return no('name-taken')
    await this.#keep({ people: [...this.#record.people, { name, role, pinHash }].slice(0, guardLimits.people) })
    return { ok: true }
  }

  /** A new PIN from the technician at the machine's own terminal; it ends the person's sessions and failed tries. */
  async setPin(name: string, pin: string): Promise<DoorAnswer> {
    const pinHash = await hashPin(pin)
    const person = this.#record.people.find((known) => sameName(known.name, name))
    if (!person) return no('no-such-person')
    const people = this.#record.people.map((known) => (known === person ? { ...known, pinHash } : known))
    await this.#keep({ people, ...this.#without(name) })
    return { ok: true }
  }

  /** Ends the person's sessions and failed tries too, so that the name can be added afresh. */
  async removePerson({ name }: MessageOf<'RemovePerson'>): Promise<DoorAnswer> {
    const people = this.#record.people.filter((known) => !sameName(known.name, name))
    if (people.length === this.#record.people.length) return no('no-such-person')
    if (!people.some(({ role }) => role === 'supervisor')) return no('last-supervisor')
    await this.#keep({ people, ...this.#without(name) })
    return { ok: true }
  }

  #without(name: string): Pick<GuardRecord, 'sessions' | 'failures'> {
    const { sessions, failures } = this.#record
    return {
      sessions: sessions.filter((held) => !sameName(held.name, name)),
      failures: Object.fromEntries(Object.entries(failures).filter(([key]) => !key.startsWith(tryKey(name, '')))),
    }
  }

  async #openSession(name: string): Promise<string> {
    const token = this.#randomness.token()
    const now = this.#clock.now()
    const open = this.#record.sessions.filter(({ until }) => until > now)
    const sessions = [...open, { name, tokenHash: hashToken(token), until: now + guardLimits.sessionMs }]
    await this.#keep({ sessions: sessions.slice(-guardLimits.sessions) })
    return token
  }

  async #countTry(what: string, from: string): Promise<Refused | null> {
    const now = this.#clock.now()
    const here = tryKey(what, from)
    const all = tryKey(what, anywhere)
    const { failures } = this.#record
    const wait = waitBeforeTry(failures[here], now)
    if (wait === null) return no('locked')
    const longest = Math.max(wait, waitBeforeTryFromAnywhere(failures[all], now))
    if (longest > 0) return { ok: false, refusal: { reason: 'wait-before-retry', waitMs: longest } }
    await this.#keep({
      failures: {
        ...recent(failures, now),
        [here]: withFailure(failures[here], now),
        [all]: withFailureFromAnywhere(failures[all], now),
      },
    })
    return null
  }

  #keep(change: Partial<GuardRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change }
    return this.#store.save(this.#record)
  }
}

export const guardLimits = {
  people: 200,
  devices: 200,
  sessions: 400,
  /** A working day, with room for a late end. */
  sessionMs: 14 * 60 * 60_000,
  failures: 2_000,
} as const

export type Identified = { readonly ok: true; readonly person: Person } | Refused
type Refused = Extract<DoorAnswer, { ok: false }>

type MessageOf<Type extends DoorMessage['type']> = Extract<DoorMessage, { type: Type }>

/** Whether a person of this role may do what only supervisors do. */
export function isSupervisor(role: StaffRole | undefined): boolean {
  return role === 'supervisor'
}

function no(reason: PlainReason): Refused {
  return { ok: false, refusal: { reason } }
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, 'id', { sensitivity: 'base' }) === 0
}

function tryKey(what: string, from: string): string {
  return `${what.toLowerCase()}|${from}`
}

/** The newest failures, so that a scan over many names cannot make the file grow for ever. */
function recent(failures: GuardRecord['failures'], now: EpochMs): GuardRecord['failures'] {
  const kept = Object.entries(failures)
    .filter(([, { lastAt, count }]) => count >= 5 || now - lastAt < 24 * 60 * 60_000)
    .sort(([, a], [, b]) => b.lastAt - a.lastAt)
  return Object.fromEntries(kept.slice(0, guardLimits.failures))
}

const anywhere = '*'
/** The hash of no PIN at all. */
const nobodysPin = `${'0'.repeat(32)}:${'0'.repeat(64)}`
