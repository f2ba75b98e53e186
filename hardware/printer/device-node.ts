import { stat } from 'node:fs/promises'

/**
 * Which device stands at `path` now, as a text to compare: a printer plugged out and in again is another device under
 * the same name. Throws the operating system's error when nothing is there.
 */
export async function deviceNode(path: string): Promise<string> {
  const { dev, ino, rdev } = await stat(path)
  return `${dev}:${ino}:${rdev}`
}
