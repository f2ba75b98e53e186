import path from 'node:path'
import { expect, test } from 'vitest'
import { settingsHelp } from '../../kiosk/settings-help.ts'
import { asksForHelp, readSettings, settingFlags } from '../../kiosk/settings.ts'

const known =
  'Known: --port, --host, --data, --office, --printer, --hub, --headless, --setup-code, --outage-key; --help says what they mean'

const defaults = {
  port: 8080,
  host: '0.0.0.0',
  data: path.resolve(import.meta.dirname, '../../data'),
  office: undefined,
  printer: 'virtual:',
  hub: undefined,
  headless: false,
  setupCode: undefined,
  outageKey: 'Pause',
}

test('without a word everything has its default', () => {
  expect(readSettings([], {})).toEqual({ ok: true, settings: defaults })
})

test('a flag wins over the environment, and the environment over the default', () => {
  const environment = {
    LOKET_PORT: '9000',
    LOKET_HOST: '127.0.0.1',
    LOKET_HEADLESS: '1',
    LOKET_SETUP_CODE: 'ABCD-1234',
    LOKET_OUTAGE_KEY: 'F9',
  }
  expect(readSettings(['--port', '0'], environment)).toEqual({
    ok: true,
    settings: { ...defaults, port: 0, host: '127.0.0.1', headless: true, setupCode: 'ABCD-1234', outageKey: 'F9' },
  })
})

test("the service manager's state directory holds the data unless another is named", () => {
  expect(readSettings([], { STATE_DIRECTORY: '/var/lib/loket' })).toMatchObject({
    settings: { data: '/var/lib/loket' },
  })
  expect(readSettings(['--data', 'here'], { STATE_DIRECTORY: '/var/lib/loket' })).toMatchObject({
    settings: { data: path.resolve('here') },
  })
})

test.each([
  [['--port', 'abc'], {}, '--port: a port number, 0 to 65535; got "abc"'],
  [['--port', '70000'], {}, '--port: a port number, 0 to 65535; got "70000"'],
  [['--port', ''], {}, '--port: a port number, 0 to 65535; got ""'],
  [['--port', '0x50'], {}, '--port: a port number, 0 to 65535; got "0x50"'],
  [['--port', '-1'], {}, '--port: a port number, 0 to 65535; got "-1"'],
  [['--port'], {}, '--port: its value is missing'],
  [['--port', '--data', 'x'], {}, '--port: its value is missing'],
  [['--data', ''], {}, '--data: a folder; got ""'],
  [['--office='], {}, '--office: a YAML file; got ""'],
  [['--host', ''], {}, '--host: an address of this machine, or 0.0.0.0 for all of them; got ""'],
  [['--printer', ''], {}, '--printer: a printer, such as virtual: or tcp://192.168.1.50:9100; got ""'],
  [['--headless=maybe'], {}, '--headless: on or off: give the flag alone, or true or false; got "maybe"'],
  [['--hub', 'somewhere'], {}, '--hub: an address such as http://192.168.1.10:8080; got "somewhere"'],
  [['--outage-key', 'F25'], {}, '--outage-key: a key by its code, such as Pause, F12 or ScrollLock; got "F25"'],
  [['--colour'], {}, `Unknown option '--colour'. ${known}`],
  [['-p', '80'], {}, `Unknown option '-p'. ${known}`],
  [['now'], {}, `"now" belongs to no setting. ${known}`],
  [[], { LOKET_PORT: 'zz' }, 'LOKET_PORT: a port number, 0 to 65535; got "zz"'],
  [['--port', 'yy'], { LOKET_PORT: 'zz' }, '--port: a port number, 0 to 65535; got "yy"'],
  [[], { LOKET_SETUP_CODE: '!' }, 'LOKET_SETUP_CODE: 4 to 40 letters, digits or hyphens; got "!"'],
])('%j with %j stops with one line that names it: %s', (args, environment, line) => {
  expect(readSettings(args, environment)).toEqual({ ok: false, flaw: line })
})

test('an unknown variable stops with a line that names the known ones', () => {
  expect(readSettings([], { LOKET_COLOUR: 'blue' })).toEqual({
    ok: false,
    flaw: expect.stringMatching(/^LOKET_COLOUR: no such setting. Known: LOKET_PORT, [A-Z_, ]+$/),
  })
})

test('an empty variable counts as not given', () => {
  const empty = Object.fromEntries(
    ['PORT', 'HOST', 'DATA', 'OFFICE', 'PRINTER', 'HUB', 'HEADLESS', 'SETUP_CODE', 'OUTAGE_KEY'].map((name) => [
      `LOKET_${name}`,
      '',
    ]),
  )
  expect(readSettings([], empty)).toEqual({ ok: true, settings: defaults })
})

test('headless is given alone, with a word, or taken back', () => {
  const headless = (...args: string[]) => {
    const read = readSettings(args, { LOKET_HEADLESS: '1' })
    return read.ok && read.settings.headless
  }
  expect([headless(), headless('--headless=false'), headless('--no-headless'), headless('--headless')]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('help is asked for among other flags, and names every setting with its default', () => {
  expect([asksForHelp(['--port', '80', '--help']), asksForHelp(['-h']), asksForHelp(['--port'])]).toEqual([
    true,
    true,
    false,
  ])
  const named = settingsHelp().match(/(?<=^ {2})--[a-z-]+/gm)
  expect(named).toEqual(known.match(/--[a-z-]+/g)?.slice(0, -1))
  expect(settingsHelp().match(/Default: .+/g)?.length).toBe(named?.length)
})

test('settings written as flags are read back the same', () => {
  const settings = {
    ...defaults,
    port: 9,
    printer: 'tcp://h:9100',
    hub: 'http://h:1',
    setupCode: 'ABCD',
    outageKey: 'F12',
  }
  expect(readSettings(settingFlags(settings), {})).toEqual({ ok: true, settings })
})
