import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { canBeOutageKey, usualOutageKey } from '../shared/outage-key.ts'

/**
 * The settings a technician gives, as flags (`--port 8080`) or in the environment (`LOKET_PORT=8080`); the flag wins.
 * They are read here once for every program of the kiosk.
 */
const settingsSchema = z.object({
  port: z.coerce.number('a port number, 0 to 65535').int().min(0).max(65_535).default(8080),
  host: z.string().min(1).default('0.0.0.0'),
  data: z.string().min(1).optional(),
  office: z.string().min(1).optional(),
  printer: z.string().min(1).default('virtual:'),
  hub: z.url({ protocol: /^https?$/, error: 'an address such as http://192.168.1.10:8080' }).optional(),
  headless: z
    .enum(['true', 'false', '1', '0', ''], 'on or off: give the flag alone, or true or false')
    .transform((word) => word === 'true' || word === '1' || word === '')
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

type Name = keyof typeof settingsSchema.shape
const names = Object.keys(settingsSchema.shape) as Name[]

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

  const given = Object.fromEntries(names.map((name) => [name, flags.values[name] ?? environment[variable(name)]]))
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    return {
      ok: false,
      flaw: `--${name}: ${issue?.message ?? 'another value is expected'}; got "${String(given[name])}"`,
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
  const pairs: [Name, string | undefined][] = [
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

function readFlags(
  args: readonly string[],
): { ok: true; values: Readonly<Record<string, string | undefined>> } | { ok: false; flaw: string } {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: name === 'headless' ? ('boolean' as const) : ('string' as const) }]),
  )
  try {
    const { values } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: false,
      allowNegative: true,
    })
    return {
      ok: true,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    }
  } catch (error) {
    const line = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    return { ok: false, flaw: `${line}. Known: ${names.map((name) => `--${name}`).join(', ')}` }
  }
}

function variable(name: Name): string {
  return prefix + name.toUpperCase().replaceAll('-', '_')
}

const prefix = 'LOKET_'
