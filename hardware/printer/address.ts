import { z } from 'zod'
import { type PrinterProfile, type ProfileName, printerProfiles, profileSwitches } from './profiles.ts'

/**
 * The setting that says where the printer is and what it can do:
 * `virtual:`, `serial:/dev/ttyUSB0?baud=19200`, `lp:/dev/usb/lp0`, `tcp://host:9100`, each with a profile's switches.
 * A wrong setting gives one line that names the part and what was expected; nothing is guessed and nothing is opened.
 */
export type PrinterAddress = { readonly profile: PrinterProfile } & (
  | { readonly kind: 'virtual'; readonly profileName: ProfileName }
  | ({ readonly kind: 'serial'; readonly path: string; readonly baud: number; readonly flow: SerialFlow } & Detects)
  | ({ readonly kind: 'lp'; readonly path: string } & Detects)
  | ({ readonly kind: 'tcp'; readonly host: string; readonly port: number } & Detects)
)

interface Detects {
  /** The printer is asked what it is; `profile` is for one that does not say. */
  readonly detects: boolean
}

export type SerialFlow = (typeof flows)[number]

export type ParsedAddress =
  | { readonly kind: 'ok'; readonly address: PrinterAddress }
  | { readonly kind: 'wrong'; readonly message: string }

export function parseAddress(text: string): ParsedAddress {
  const wrong = (part: string, expected: string): ParsedAddress => ({
    kind: 'wrong',
    message: `printer "${oneLine(text)}": ${oneLine(part)}; expected ${expected}`,
  })

  const scheme = /^([a-z]+):/.exec(text)?.[1]
  if (!isScheme(scheme)) return wrong('does not say how the printer is connected', schemesExpected)
  const [place = '', query = ''] = splitOnce(text.slice(scheme.length + 1), '?')

  const switches = scheme === 'serial' ? { ...profileSwitches, ...serialSwitches } : profileSwitches
  const given = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    if (!Object.hasOwn(switches, name)) return wrong(`unknown switch "${name}"`, Object.keys(switches).join(', '))
    if (given.has(name)) return wrong(`"${name}" is given twice`, 'each switch once')
    given.set(name, value)
  }
  const parsed = z
    .object({ ...profileSwitches, ...serialSwitches })
    .partial()
    .safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? '')
    return wrong(`${name}=${given.get(name) ?? ''}`, issue?.message ?? 'another value')
  }
  const { data } = parsed
  const named = Object.keys(profileSwitches).filter((name) => given.has(name))
  const detects = named.every((name) => name === 'profile') && (data.profile ?? 'auto') === 'auto'
  if (data.profile === 'auto' && scheme === 'virtual')
    return wrong('profile=auto for virtual:', 'a profile by name: a virtual printer is what its profile says')
  if (data.profile === 'auto' && !detects)
    return wrong(
      `profile=auto with ${named.filter((name) => name !== 'profile').join(', ')}`,
      'a profile by name there',
    )
  const profileName =
    data.profile === undefined || data.profile === 'auto'
      ? scheme === 'virtual'
        ? 'epson80'
        : 'generic80'
      : data.profile
  const base: PrinterProfile = printerProfiles[profileName]
  const profile: PrinterProfile = {
    columns: data.columns ?? base.columns,
    dots: data.dots ?? base.dots,
    qr: data.qr ?? base.qr,
    cut: data.cut ?? base.cut,
    status: data.status === undefined ? base.status : data.status === 'yes',
    confirm: data.confirm ?? base.confirm,
    heightMax: data.heightMax ?? base.heightMax,
    inverse: data.inverse === undefined ? base.inverse : data.inverse === 'yes',
    codePage: data.codepage ?? base.codePage,
    feedLines: data.feed ?? base.feedLines,
    logo: data.logo ?? base.logo,
  }
  if (profile.dots < profile.columns * 9)
    return wrong(`columns=${profile.columns} with dots=${profile.dots}`, 'at least 9 dots for each column')
  if (profile.confirm === 'gsH' && !profile.status)
    return wrong('confirm=gsH with status=no', 'status=yes, or confirm=none for a printer that never answers')

  if (scheme === 'virtual') {
    if (place !== '') return wrong(`"${place}" after virtual:`, 'nothing there: virtual: has no device')
    return { kind: 'ok', address: { kind: 'virtual', profileName, profile } }
  }
  if (scheme === 'tcp') {
    const { host, port = '9100' } = tcpPlace.exec(place)?.groups ?? {}
    if (host === undefined) return wrong(`"${place}" is no host`, 'tcp://HOST:PORT such as tcp://192.168.1.50:9100')
    if (Number(port) < 1 || Number(port) > 65_535) return wrong(`port ${port}`, 'a port from 1 to 65535')
    return {
      kind: 'ok',
      address: { kind: 'tcp', host: host.replaceAll(/[[\]]/g, ''), port: Number(port), profile, detects },
    }
  }
  if (!isDevicePath(place))
    return wrong(`"${place}" is no device`, `a full path such as ${scheme}:${examplePaths[scheme]}`)
  if (scheme === 'lp') return { kind: 'ok', address: { kind: 'lp', path: place, profile, detects } }
  const line = { baud: data.baud ?? 9600, flow: data.flow ?? 'none' }
  return { kind: 'ok', address: { kind: 'serial', path: place, ...line, profile, detects } }
}

const tcpPlace = /^\/\/(?<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?<port>\d{1,5}))?\/?$/
const examplePaths = { serial: '/dev/ttyUSB0', lp: '/dev/usb/lp0' }
const schemes = ['virtual', 'serial', 'lp', 'tcp'] as const
const schemesExpected = 'virtual:, serial:/dev/ttyUSB0, lp:/dev/usb/lp0 or tcp://host:9100'
const flows = ['none', 'rtscts', 'xonxoff'] as const
const bauds = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400] as const
const baudExpected = `one of ${bauds.join(', ')}`
const serialSwitches = {
  baud: z
    .string()
    .regex(/^\d{1,6}$/, { error: baudExpected })
    .transform(Number)
    .pipe(z.literal(bauds, { error: baudExpected })),
  flow: z.enum(flows, { error: `one of ${flows.join(', ')}` }),
}

function isScheme(scheme: string | undefined): scheme is (typeof schemes)[number] {
  return schemes.some((known) => known === scheme)
}

// A control byte in a path is a slip of the hand or worse; no device has one.
function isDevicePath(path: string): boolean {
  return /^\/[^\p{Cc}]{1,200}$/u.test(path)
}

/** What somebody wrote, safe to show in one line. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
  return line.length > 80 ? `${line.slice(0, 80)}...` : line
}

function splitOnce(text: string, at: string): readonly string[] {
  const found = text.indexOf(at)
  return found < 0 ? [text] : [text.slice(0, found), text.slice(found + at.length)]
}
