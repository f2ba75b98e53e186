import { parseAddresses } from '../../hardware/printer/address-list.ts'

/**
 * What is wrong with the setting that says where the printer is, in one line that begins with its name; null when
 * it can be used. Opens nothing.
 */
export function printerFlaw(printer: string): string | null {
  const parsed = parseAddresses(printer)
  return parsed.kind === 'wrong' ? parsed.message : null
}
