import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { canBeOutageKey, usualOutageKey } from '../shared/outage-key.ts'

/**
 * The settings a technician gives, as flags (`--port 8080`) or in the environment (`LOKET_PORT=8080`); the flag wins.
 * They are read here once for every program of the kiosk. A variable that is empty counts as not given, as service
 * managers and container files leave them; a flag without a value is a mistake. What each means to a person is in
 * `settings-help.ts`.
 */
const settingsSchema = z.object({
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number, 0 to 65535')
    .transform(Number)
    .pipe(z.int().max(65_535, 'a port number, 0 to 65535'))
    .default(8080),
  host: z.string().min(1, 'an address of this machine, or 0.0.0.0 for all of them').default('0.0.0.0'),
  data: z.string().min(1, 'a folder').optional(),
  office: z.string().min(1, 'a YAML file').optional(),
  printer: z.string().min(1, 'a printer, such as virtual: or tcp://192.168.1.50:9100').default('virtual:'),
  hub: z.url({ protocol: /^https?$/, error: 'an address such as http://192.168.1.10:8080' }).optional(),
  headless: z
    .enum(['true', 'false', '1', '0'], 'on or off: give the flag alone, or true or false')
    .transform((word) => word === 'true' || word === '1')
    .default(false),
  'setup-code': z
    .string()
    .regex(/^[A-Za-z0-9-]{4,40}$/, '4 to 40 letters, digits or hyphens')
    .optional(),
  'outage-key': z
    .string()
    .refine(canBeOutageKey, 'a key by its code, such as Pause, F12 or ScrollLock')
    .default(usualOutageKey),
})

export type SettingName = keyof typeof settingsSchema.shape
const names = Object.keys(settingsSchema.shape) as SettingName[]

export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder of ledger, keys and papers, absolute. */
  readonly data: string
  readonly office: string | undefined
  readonly printer: string
  /** Address of the hub when it is another machine's. */
  readonly hub: string | undefined
  readonly headless: boolean
  readonly setupCode: string | undefined
  /** The key, as `KeyboardEvent.code` names it, that staff hold down in the kiosk's window to raise a notice. */
  readonly outageKey: string
}

/** A wrong or unknown setting gives one line that names it and says what was expected. */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; settings: Settings } | { ok: false; flaw: string } {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith(prefix) && !names.some((known) => variable(known) === name),
  )
  if (unknown !== undefined)
    return { ok: false, flaw: `${unknown}: no such setting. Known: ${names.map(variable).join(', ')}` }

  const given = Object.fromEntries(
    names.map((name) => [name, flags.values.get(name) ?? (environment[variable(name)] || undefined)]),
  )
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = names.find((known) => known === issue?.path[0])
    const asked = name === undefined ? 'settings' : spelling(name, args)
    return {
      ok: false,
      flaw: `${asked}: ${issue?.message ?? 'another value is expected'}; got "${String(given[name ?? ''])}"`,
    }
  }
  const value = result.data
  const folder = value.data ?? environment['STATE_DIRECTORY'] ?? path.join(import.meta.dirname, '..', 'data')
  return {
    ok: true,
    settings: {
      port: value.port,
      host: value.host,
      data: path.resolve(folder),
      office: value.office,
      printer: value.printer,
      hub: value.hub,
      headless: value.headless,
      setupCode: value['setup-code'],
      outageKey: value['outage-key'],
    },
  }
}

/** The settings as flags again, for a program started with the same ones. */
export function settingFlags(settings: Settings): readonly string[] {
  const pairs: [SettingName, string | undefined][] = [
    ['port', String(settings.port)],
    ['host', settings.host],
    ['data', settings.data],
    ['office', settings.office],
    ['printer', settings.printer],
    ['hub', settings.hub],
    ['setup-code', settings.setupCode],
    ['outage-key', settings.outageKey === usualOutageKey ? undefined : settings.outageKey],
  ]
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
}

/** How a setting that is wrong was given: `--port`, or `LOKET_PORT` where no flag names it. */
export function spelling(name: SettingName, args: readonly string[]): string {
  const flags = readFlags(args)
  return flags.ok && !flags.values.has(name) ? variable(name) : `--${name}`
}

/** Whether a person wants to read what the settings are, instead of starting anything. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

/** The flags as they stand, the last one of a name; Node reads their shape and its own sentences are not shown. */
function readFlags(
  args: readonly string[],
): { ok: true; values: ReadonlyMap<SettingName, string> } | { ok: false; flaw: string } {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: name === 'headless' ? ('boolean' as const) : ('string' as const) }]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const values = new Map<SettingName, string>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') return { ok: false, flaw: `"${token.value}" belongs to no setting. ${knownFlags}` }
    const { rawName, value, inlineValue } = token
    const name = names.find((known) => rawName === `--${known}`)
    if (name === 'headless') {
      values.set(name, value ?? 'true')
    } else if (rawName === '--no-headless' && value === undefined) {
      values.set('headless', 'false')
    } else if (name === undefined) {
      return { ok: false, flaw: `Unknown option '${rawName}'. ${knownFlags}` }
    } else if (value === undefined || (!inlineValue && value.startsWith('--'))) {
      return { ok: false, flaw: `--${name}: its value is missing` }
    } else {
      values.set(name, value)
    }
  }
  return { ok: true, values }
}

export function variable(name: SettingName): string {
  return prefix + name.toUpperCase().replaceAll('-', '_')
}

const prefix = 'LOKET_'
const knownFlags = `Known: ${names.map((name) => `--${name}`).join(', ')}; --help says what they mean`
