import path from 'node:path'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { hub, page, shellRunner } from '../electron/run-shell.ts'
import { isPrevented, type ForeignMembers } from '../electron/stand-in.ts'

// Goal: how the shell starts, and every item of Electron's security list that applies to it, seen from outside.
// Method: `main.ts` runs whole in plain Node; the stand-in does what visitors and pages do. Fuses (19) are seen in
// the packed app's test, the version (16) in package.json.

const { bench, startShell, startWindow } = shellRunner()

test('the stand-in has no member that Electron does not have', () => {
  expectTypeOf<ForeignMembers>().toEqualTypeOf<never>()
})

describe('start', () => {
  test('the window fills the screen with the kiosk page, told where its hub is', async () => {
    const { app, seen, window, contents } = await startWindow()
    expect(contents.seen.loaded).toEqual([page])
    expect(window.seen.acts).toEqual(['removeMenu'])
    expect(seen.menu).toBe(null)
    expect(seen.blockers).toEqual(['prevent-display-sleep'])
    expect(app.seen.switches).toEqual([['autoplay-policy', 'no-user-gesture-required'], ['disable-pinch']])
    expect(seen.programs).toEqual([])
    expect(bench.said).toEqual([])
  })

  test.each([
    [['--outage-key', 'F12'], {}],
    [['--outage-key=F12'], {}],
    [[], { LOKET_OUTAGE_KEY: 'F12' }],
  ])(
    'with %j and %j the page is told which key is the outage key, and the window lets it through',
    async (flags, env) => {
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
      const { app } = await startShell(['--hub-address', hub, ...flags])
      await vi.waitFor(() => expect(app.seen.windows.length).toBe(1))
      expect(app.seen.windows[0]?.webContents.seen.loaded).toEqual([`${page}&outage-key=F12`])
    },
  )

  test('a second start ends at once, and the first comes to the front', async () => {
    const second = await startShell(['--hub-address', hub], { firstInstance: false })
    expect(second.app.seen.exitCode).toBe(0)
    expect(second.app.seen.windows).toEqual([])
    expect(second.seen.privileged).toEqual([])

    const first = await startWindow()
    first.window.seen.minimized = true
    first.app.emit('second-instance')
    expect(first.window.seen.acts).toEqual(['removeMenu', 'restore', 'focus'])
  })

  test.each([
    ['remote-debugging-port'],
    ['remote-debugging-pipe'],
    ['inspect'],
    ['inspect-brk'],
    ['disable-web-security'],
    ['load-extension'],
  ])('a start with --%s is refused with one line', async (name) => {
    const { app, seen } = await startShell(['--hub-address', hub], { switches: [name] })
    expect(app.seen.exitCode).toBe(2)
    expect(bench.said).toEqual([`loket: --${name} is not possible in a kiosk`])
    expect([seen.privileged, app.seen.windows]).toEqual([[], []])
  })

  test.each([
    [['--hub-address'], '--hub-address takes an address such as http://127.0.0.1:8080, and stands alone'],
    [
      ['--hub-address', 'file:///etc'],
      '--hub-address takes an address such as http://127.0.0.1:8080, and stands alone',
    ],
    [
      ['--hub-address', hub, '--port', '1'],
      '--hub-address takes an address such as http://127.0.0.1:8080, and stands alone',
    ],
    [
      ['--hub-address', hub, '--outage-key', 'Banana'],
      '--outage-key: a key by its code, such as Pause, F12 or ScrollLock; got "Banana"',
    ],
    [['--port', '0'], '--port: the app needs a fixed port; got "0"'],
  ])('a wrong command line %j is refused with one line', async (args, line) => {
    const { app } = await startShell(args)
    expect(app.seen.exitCode).toBe(2)
    expect(bench.said).toEqual([`loket: ${line}`])
  })

  test('an unknown setting is refused, a switch for the graphics chip is not', async () => {
    const { app } = await startShell(['--prot', '80'], { packaged: true })
    expect(app.seen.exitCode).toBe(2)
    expect(bench.said[0]).toMatch(/^loket: Unknown option '--prot'/)
    const { window } = await startWindow({ packaged: false })
    expect(window.seen.closed).toBe(false)
    const graphics = await startShell(['--no-sandbox', '--ozone-platform=wayland', '--hub-address', hub])
    expect(graphics.app.seen.exitCode).toBe(null)
  })
})

describe('Electron security list', () => {
  test('1, 18 only the own secure scheme is loaded, registered before the app is ready', async () => {
    const { seen, contents } = await startWindow()
    expect(seen.privileged).toEqual([
      { scheme: 'loket', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
    ])
    expect([...seen.handlers.keys()]).toEqual(['loket'])
    expect(contents.seen.loaded.every((address) => address.startsWith('loket://kiosk/'))).toBe(true)
  })

  test('2, 3, 4, 6, 8, 9, 10, 11 the page runs in a sandbox, without Node, webview, tools or experiments', async () => {
    const { app, window } = await startWindow()
    const { webPreferences, ...outside } = window.seen.options
    expect(webPreferences).toEqual({
      preload: path.join(bench.folder, 'dist/app/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    })
    expect(outside).toEqual({
      title: 'Loket',
      kiosk: true,
      fullscreen: true,
      frame: false,
      autoHideMenuBar: true,
      backgroundColor: '#ffffff',
    })
    expect(app.seen.sandboxed).toBe(true)
  })

  test('5 every permission is denied but the own page reaching its hub', async () => {
    const { session } = await startWindow()
    const asked = (permission: string, url: string, isMainFrame = true) => {
      let granted: boolean | null = null
      session.seen.request?.(null, permission, (answer) => (granted = answer), { requestingUrl: url, isMainFrame })
      return [session.seen.check?.(null, permission, new URL(url).href, { isMainFrame }), granted]
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'fullscreen',
      'openExternal',
      'hid',
      'serial',
      'usb',
    ])
      expect(asked(permission, page)).toEqual([false, false])
    for (const permission of ['local-network-access', 'local-network', 'loopback-network']) {
      expect(asked(permission, page)).toEqual([true, true])
      expect(asked(permission, 'https://example.org/')).toEqual([false, false])
      expect(asked(permission, 'loket://other/')).toEqual([false, false])
    }
    expect(asked('loopback-network', page, false)[1]).toBe(false)
    expect(session.seen.device?.()).toBe(false)
  })

  test('7 the page can load only itself and talk only to its hub', async () => {
    const { seen } = await startWindow()
    const answer = await seen.handlers.get('loket')?.(new Request(page))
    expect(answer?.status).toBe(200)
    expect(await answer?.text()).toBe('<!doctype html>kiosk')
    expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "media-src 'self'; connect-src 'self' http://127.0.0.1:8123 ws://127.0.0.1:8123; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  test('12, 13, 14, 15 nothing leads away from the page: no navigation, window, webview or download', async () => {
    const { contents, session } = await startWindow()
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      expect(isPrevented(contents, name, { url: 'https://example.org/', isMainFrame: true })).toBe(true)
      expect(isPrevented(contents, name, { url: `${page}&hub=http://evil.example`, isMainFrame: true })).toBe(true)
      expect(isPrevented(contents, name, { url: page, isMainFrame: false })).toBe(true)
      expect(isPrevented(contents, name, { url: page, isMainFrame: true })).toBe(false)
    }
    expect(isPrevented(contents, 'will-redirect', { url: page, isMainFrame: true })).toBe(true)
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true)
    expect(contents.seen.openWindow).toEqual({ action: 'deny' })
    expect(isPrevented(session, 'will-download')).toBe(true)
  })

  test('17, 20 there is no IPC, and the page gets the version and nothing else', async () => {
    const { seen } = await startWindow()
    const exposed: unknown[] = []
    vi.doMock('electron', () => ({
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.push([name, value]) },
    }))
    await import('../../kiosk/app/preload.ts')
    expect(exposed).toEqual([['loket', { version: expect.stringMatching(/^\d+\.\d+\.\d+/) }]])
    expect(Object.isFrozen((exposed[0] as [string, object])[1])).toBe(true)
    expect(seen.ipc).toEqual([])
  })
})
