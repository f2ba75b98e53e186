import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingFlags } from '../../kiosk/settings.ts'

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
  [['--hub', 'somewhere'], {}, '--hub: an address such as http://192.168.1.10:8080; got "somewhere"'],
  [['--colour'], {}, "Unknown option '--colour'. Known: --port, --host, --data"],
  [['--outage-key', 'F25'], {}, '--outage-key: a key by its code, such as Pause, F12 or ScrollLock; got "F25"'],
  [[], { LOKET_OUTAGE_KEY: '' }, '--outage-key: a key by its code, such as Pause, F12 or ScrollLock; got ""'],
  [['now'], {}, "Unexpected argument 'now'"],
  [[], { LOKET_COLOUR: 'blue' }, 'LOKET_COLOUR: no such setting. Known: LOKET_PORT'],
])('%j with %j stops with a line that names it', (args, environment, line) => {
  const read = readSettings(args, environment)
  expect(read).toEqual({ ok: false, flaw: expect.stringContaining(line) })
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
