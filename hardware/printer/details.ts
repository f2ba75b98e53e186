import type { PrinterTrouble } from './port.ts'

/** One line for the technician on what the printer said, or did not say. `name` is the device as the setting has it. */
export function detailOf(seen: Exclude<PrinterTrouble, 'unplugged' | 'no-permission'> | 'silent' | null, name: string) {
  return seen === null ? `${name} is ready` : `${name} ${sentences[seen]}`
}

const sentences = {
  'paper-out': 'has no paper: put in a roll',
  'cover-open': 'has its cover open: close it until it clicks',
  cutter: 'reports a jammed cutter: open the cover, free the blade, switch it off and on',
  overheated: 'is too hot: it goes on by itself when it has cooled',
  offline: 'is offline: press its feed button, or switch it off and on',
  silent: 'does not answer: is it switched on? If it never answers, add status=no&confirm=none to its setting',
  garbled: 'answers nonsense: set baud= to what its self-test prints, or it does not speak ESC/POS',
  'busy-elsewhere': 'is printing for another computer, or holds a connection that it does not serve',
  error: 'reports a fault: switch it off and on; if it stays, it needs service',
} as const
