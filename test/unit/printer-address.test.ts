import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress } from '../../hardware/printer/address.ts'
import { printerProfiles } from '../../hardware/printer/profiles.ts'

test('an address says how the printer is connected and what it can do', () => {
  const { epson80, generic80, generic58 } = printerProfiles
  expect(
    [
      'virtual:',
      'serial:/dev/ttyUSB0?baud=19200',
      'serial:/dev/serial/by-id/usb-1a86?flow=rtscts&profile=epson80',
      'lp:/dev/usb/lp0?profile=generic58',
      'tcp://192.168.1.50',
      'tcp://printer.local:9101/?codepage=cp858',
      'tcp://[fe80::1]:9100?profile=auto',
    ].map(parseAddress),
  ).toEqual(
    [
      { kind: 'virtual', profileName: 'epson80', profile: epson80 },
      { kind: 'serial', path: '/dev/ttyUSB0', baud: 19_200, flow: 'none', profile: generic80, detects: true },
      {
        kind: 'serial',
        path: '/dev/serial/by-id/usb-1a86',
        baud: 9600,
        flow: 'rtscts',
        profile: epson80,
        detects: false,
      },
      { kind: 'lp', path: '/dev/usb/lp0', profile: generic58, detects: false },
      { kind: 'tcp', host: '192.168.1.50', port: 9100, profile: generic80, detects: true },
      { kind: 'tcp', host: 'printer.local', port: 9101, profile: { ...generic80, codePage: 'cp858' }, detects: false },
      { kind: 'tcp', host: 'fe80::1', port: 9100, profile: generic80, detects: true },
    ].map((address) => ({ kind: 'ok', address })),
  )
})

test('every switch changes the profile', () => {
  const switches =
    'profile=custom&columns=42&dots=512&qr=raster&cut=1&status=yes&confirm=gsH&heightMax=6&inverse=no&codepage=cp858&feed=3&logo=keeps'
  expect(parseAddress(`lp:/dev/usb/lp0?${switches}`)).toEqual({
    kind: 'ok',
    address: {
      kind: 'lp',
      path: '/dev/usb/lp0',
      profile: {
        columns: 42,
        dots: 512,
        qr: 'raster',
        cut: '1',
        status: true,
        confirm: 'gsH',
        heightMax: 6,
        inverse: false,
        codePage: 'cp858',
        feedLines: 3,
        logo: 'keeps',
      },
      detects: false,
    },
  })
})

test.each([
  ['', 'does not say how the printer is connected; expected virtual:, serial:/dev/ttyUSB0, lp:/dev/usb/lp0 or tcp://'],
  ['usb:1', 'does not say how the printer is connected; expected virtual:'],
  ['/dev/usb/lp0', 'does not say how the printer is connected; expected virtual:'],
  ['virtual:x', '"x" after virtual:; expected nothing there'],
  ['serial:', '"" is no device; expected a full path such as serial:/dev/ttyUSB0'],
  ['serial:COM3', '"COM3" is no device; expected a full path such as serial:/dev/ttyUSB0'],
  ['lp:lp0', '"lp0" is no device; expected a full path such as lp:/dev/usb/lp0'],
  ['serial:/dev/ttyUSB0?baud=9601', 'baud=9601; expected one of 1200, 2400, 4800, 9600, 19200'],
  ['serial:/dev/ttyUSB0?baud=fast', 'baud=fast; expected one of 1200'],
  ['serial:/dev/ttyUSB0?flow=yes', 'flow=yes; expected one of none, rtscts, xonxoff'],
  ['lp:/dev/usb/lp0?baud=9600', 'unknown switch "baud"; expected profile, columns'],
  ['lp:/dev/usb/lp0?columns=9', 'columns=9; expected a whole number from 16 to 96'],
  ['lp:/dev/usb/lp0?columns=3.5', 'columns=3.5; expected a whole number from 16 to 96'],
  ['lp:/dev/usb/lp0?profile=epson', 'profile=epson; expected one of auto, epson80, epsonT88, generic80, generic58'],
  ['lp:/dev/usb/lp0?qr=yes', 'qr=yes; expected one of gsk, escz, raster, off'],
  ['lp:/dev/usb/lp0?qr=off&qr=gsk', '"qr" is given twice; expected each switch once'],
  ['lp:/dev/usb/lp0?columns=48&dots=384', 'columns=48 with dots=384; expected at least 9 dots for each column'],
  ['lp:/dev/usb/lp0?status=no&confirm=gsH', 'confirm=gsH with status=no; expected status=yes'],
  ['virtual:?profile=auto', 'profile=auto for virtual:; expected a profile by name'],
  ['tcp://host?profile=auto&columns=42', 'profile=auto with columns; expected a profile by name'],
  ['tcp://', '"//" is no host; expected tcp://HOST:PORT'],
  ['tcp:host:9100', '"host:9100" is no host; expected tcp://HOST:PORT'],
  ['tcp://host:0', 'port 0; expected a port from 1 to 65535'],
  ['tcp://host:99999', 'port 99999; expected a port from 1 to 65535'],
])('%j is one line that names the part and what was expected', (setting, words) => {
  expect(parseAddress(setting)).toEqual({ kind: 'wrong', message: expect.stringContaining(words) })
})

test('whatever is written, the answer is an address or one line', () => {
  const pieces = [
    'serial:',
    'lp:',
    'tcp://',
    '/dev/x',
    'host',
    ':9100',
    '?',
    '&',
    'baud=',
    'profile=',
    '9600',
    '\n',
    '😀',
  ]
  const setting = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((part) => part.join('')),
  )
  fc.assert(
    fc.property(setting, (text) => {
      const parsed = parseAddress(text)
      expect(parsed.kind === 'wrong' ? parsed.message : 'an address').toMatch(/^[^\n]{1,400}$/)
    }),
  )
})
