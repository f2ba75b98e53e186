import path from 'node:path'
import { readSettings, settingFlags } from '../settings.ts'

/**
 * What one start of the app is to do, read from its command line and environment: which hub the window shows, and
 * which programs it keeps running itself. Starts nothing.
 */
export interface Plan {
  /** The hub's address without a path, as in `http://127.0.0.1:8080`. */
  readonly hub: string
  readonly window: boolean
  /** The key that staff hold down in the window to raise a notice, as `KeyboardEvent.code` names it. */
  readonly outageKey: string
  readonly programs: readonly Program[]
}

export interface Program {
  readonly name: 'hub' | 'agent' | 'voice'
  readonly flags: readonly string[]
}

/**
 * Three ways to start: `--hub-address` shows the window only (somebody else runs hub and agent), and takes no setting but
 * the outage key, which is the window's own; the setting `hub`
 * makes this a second kiosk, with an agent and no hub; else everything runs here. A wrong command line gives one line.
 */
export function readPlan(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  userData: string,
): { ok: true; plan: Plan } | { ok: false; flaw: string } {
  const own = args.filter((argument) => !chromiumSwitches.has(argument.split('=')[0] ?? ''))
  const at = own.indexOf(addressFlag)
  if (at !== -1) {
    const given = own[at + 1] ?? ''
    const others = own.toSpliced(at, 2)
    const hasSettings = others.length > 2 || (others.length > 0 && !others[0]?.startsWith('--outage-key'))
    if (hasSettings || !/^https?:\/\//.test(given) || !URL.canParse(given))
      return { ok: false, flaw: `${addressFlag} takes an address such as http://127.0.0.1:8080, and stands alone` }
    const read = readSettings(others, { LOKET_OUTAGE_KEY: environment['LOKET_OUTAGE_KEY'] })
    if (!read.ok) return read
    const { outageKey } = read.settings
    return { ok: true, plan: { hub: new URL(given).origin, window: true, outageKey, programs: [] } }
  }
  const read = readSettings(own, { STATE_DIRECTORY: path.join(userData, 'data'), ...environment })
  if (!read.ok) return read
  const { settings } = read
  const { outageKey } = settings
  const window = !settings.headless
  if (settings.hub !== undefined) {
    const hub = new URL(settings.hub).origin
    const programs = [{ name: 'agent', flags: settingFlags(settings) }] as const
    return { ok: true, plan: { hub, window, outageKey, programs } }
  }
  if (settings.port === 0) return { ok: false, flaw: '--port: the app needs a fixed port; got "0"' }
  const hub = `http://${reachable(settings.host)}:${settings.port}`
  return {
    ok: true,
    plan: {
      hub,
      window,
      outageKey,
      programs: [
        { name: 'hub', flags: settingFlags(settings) },
        { name: 'agent', flags: settingFlags({ ...settings, hub }) },
        { name: 'voice', flags: settingFlags({ ...settings, hub }) },
      ],
    },
  }
}

/** Where a hub that listens on `host` is reached from the same machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === 'localhost') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

const addressFlag = '--hub-address'

/** Chromium's own switches that an installer may need for a screen or a graphics chip; they carry no setting of ours. */
const chromiumSwitches: ReadonlySet<string> = new Set([
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--enable-logging',
  '--force-device-scale-factor',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
  '--ozone-platform',
  '--ozone-platform-hint',
  '--password-store',
  '--touch-devices',
  '--touch-events',
  '--use-angle',
  '--use-gl',
])
