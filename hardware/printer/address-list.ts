import { type PrinterAddress, parseAddress } from './address.ts'

export type ParsedAddresses =
  | { readonly kind: 'ok'; readonly addresses: readonly PrinterAddress[] }
  | { readonly kind: 'wrong'; readonly message: string }

/**
 * The setting with one address, or several in the order of preference with commas between them: the first printer and
 * its spares. A device whose path has a comma in it cannot be named; give it another name with a udev rule.
 */
export function parseAddresses(text: string): ParsedAddresses {
  const wrong = (message: string): ParsedAddresses => ({ kind: 'wrong', message })
  const places = new Set<string>()
  const addresses: PrinterAddress[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') return wrong('printer: an address is missing beside a comma; expected address,address')
    const parsed = parseAddress(part)
    if (parsed.kind === 'wrong') return parsed
    const place = placeOf(parsed.address)
    if (places.has(place)) return wrong(`printer "${place}" is given twice; expected a spare printer of its own`)
    places.add(place)
    addresses.push(parsed.address)
  }
  if (addresses.length > printersMax)
    return wrong(`printer: ${addresses.length} addresses are given; expected at most ${printersMax}`)
  return { kind: 'ok', addresses }
}

function placeOf(address: PrinterAddress): string {
  switch (address.kind) {
    case 'virtual':
      return 'virtual:'
    case 'tcp':
      return `tcp://${address.host}:${address.port}`
    case 'serial':
    case 'lp':
      return `${address.kind}:${address.path}`
    default:
      return address satisfies never
  }
}

const printersMax = 4
