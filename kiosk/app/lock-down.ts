import type { App, CommandLine, Input, Session, WebContents } from 'electron'
import { isOwnPage } from './page-files.ts'

/**
 * What nobody at the kiosk can do: leave the page, open a window, save a file, use a device, press a chord, zoom.
 * Everything is denied but the one thing named in `hubPermissions`. It holds for
 * every page of the app, also for one that should never have come to be.
 */
export function lockDown(app: App, session: Session, page: string, outageKey: string): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, page, outageKey))
  session.setPermissionCheckHandler((_contents, permission, origin) => isHubPermission(permission, origin))
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && isHubPermission(permission, details.requestingUrl))
  })
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

/** The switch on the command line that opens the app to a debugger or takes its walls down, if there is one. */
export function forbiddenSwitch(commandLine: CommandLine): string | null {
  return forbiddenSwitches.find((name) => commandLine.hasSwitch(name)) ?? null
}

function lockContents(contents: WebContents, page: string, outageKey: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // The page may load itself again, and nothing else.
    if (!event.isMainFrame || event.url !== page) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== page) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('before-input-event', (event, input) => {
    if (isChord(input, outageKey)) event.preventDefault()
  })
  contents.setIgnoreMenuShortcuts(true)
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
  contents.on('zoom-changed', () => contents.setZoomFactor(1))
}

/**
 * Typing needs letters, digits, Tab, Enter and the arrows, and physical ticket buttons are the keys F1 to F12, which the
 * page keeps for itself, as it does the outage key; every other key that Chromium or a desktop acts upon is stopped.
 */
function isChord(input: Input, outageKey: string): boolean {
  if (input.control || input.alt || input.meta) return true
  return input.code !== outageKey && (/^F(1[3-9]|2\d)$/.test(input.key) || commandKeys.has(input.key))
}

/**
 * Chromium asks for these before a page that was not loaded from the network may reach an address of the local
 * network or of the machine itself (Local Network Access), which is where the hub is. The page's policy allows no
 * other address.
 */
function isHubPermission(permission: string, origin: string): boolean {
  return hubPermissions.has(permission) && isOwnPage(origin)
}

const hubPermissions: ReadonlySet<string> = new Set(['local-network-access', 'local-network', 'loopback-network'])

const commandKeys: ReadonlySet<string> = new Set([
  'BrowserBack',
  'BrowserForward',
  'BrowserHome',
  'BrowserRefresh',
  'BrowserSearch',
  'ContextMenu',
  'GoBack',
  'GoForward',
  'Print',
  'PrintScreen',
  'Save',
  'ZoomIn',
  'ZoomOut',
])

const forbiddenSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'disable-web-security',
  'load-extension',
]
