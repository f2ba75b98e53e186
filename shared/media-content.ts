import { endingOf } from './media.ts'

/** Bytes from the beginning of a file that tell what it is. */
export const headBytes = 64

/** Whether a file's first bytes are those of what its name's ending says. It does not look at the rest. */
export function isAsNamed(name: string, head: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  switch (endingOf(name)) {
    case 'jpg':
    case 'jpeg':
      return text(0, 3) === '\xFF\xD8\xFF'
    case 'png':
      return text(0, 8) === '\x89PNG\r\n\x1A\n'
    case 'webp':
      return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP'
    case 'mp4':
      return text(4, 8) === 'ftyp'
    case 'webm':
      return text(0, 4) === '\x1A\x45\xDF\xA3' && text(0, headBytes).includes('webm')
    default:
      return false
  }
}

/** What a browser is told that the file is; null for an ending that is not shown. */
export function contentType(name: string): string | null {
  return types[endingOf(name)] ?? null
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
}
