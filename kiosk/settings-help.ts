import { variable, type SettingName } from './settings.ts'
import { usualOutageKey } from '../shared/outage-key.ts'

/** What `--help` prints: every setting with its default and its meaning, in lines of a terminal's width. */
export function settingsHelp(): string {
  const lines = Object.entries(meanings).map(([name, { value, usual, meaning }]) =>
    [`  --${name}${value === null ? '' : ` ${value}`}`, `      ${meaning}`, `      Default: ${usual}`].join('\n'),
  )
  return [
    'Loket: npm start -- --SETTING VALUE ...',
    `Each can be set in the environment as well, such as ${variable('port')}=8080; the flag wins.`,
    '',
    ...lines,
  ].join('\n')
}

const meanings: Readonly<Record<SettingName, { value: string | null; usual: string; meaning: string }>> = {
  port: { value: 'NUMBER', usual: '8080', meaning: 'where the hub listens; 0 picks a free port and prints it' },
  host: { value: 'ADDRESS', usual: '0.0.0.0, all of them', meaning: "which of this machine's addresses it listens on" },
  data: {
    value: 'FOLDER',
    usual: "data/ beside the program, or the service manager's state directory",
    meaning: 'ledger, people and devices, papers, pictures for the TVs; made if missing',
  },
  office: {
    value: 'FILE',
    usual: 'the built-in example office',
    meaning: 'the office document, YAML, read at the first start; later: npx loket office import FILE',
  },
  printer: {
    value: 'PRINTER',
    usual: 'virtual:',
    meaning: 'virtual:, serial:/dev/ttyUSB0?baud=19200, lp:/dev/usb/lp0, tcp://host:9100; spare ones after a comma',
  },
  hub: { value: 'ADDRESS', usual: 'this machine', meaning: 'http://HOST:PORT of the hub when this is a second kiosk' },
  headless: { value: null, usual: 'off', meaning: 'no window: hub, agent and pages only' },
  'setup-code': {
    value: 'CODE',
    usual: 'made at each start until the office is set up',
    meaning: 'presets the setup code, for an automated installation',
  },
  'outage-key': {
    value: 'KEY',
    usual: usualOutageKey,
    meaning: "the key that staff hold down in the kiosk's window to raise a notice: F12, ScrollLock, ...",
  },
}
