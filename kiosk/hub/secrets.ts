import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Hashes of what must not be readable: scrypt for the short PIN, SHA-256 for long random tokens and codes. */

/** About 20 ms on a desktop, 100 ms on a small board, off the event loop; 16 MB of memory. */
const cost = { N: 16_384, r: 8, p: 1 } as const

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await stretch(pin, salt)).toString('hex')}`
}

export async function pinMatches(pin: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':')
  const expected = Buffer.from(hash, 'hex')
  const given = await stretch(pin, Buffer.from(salt, 'hex'))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A typed code without what people add or change when they copy it: case, spaces, hyphens. */
export function codeAsTyped(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

function stretch(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, cost, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
