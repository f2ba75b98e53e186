/**
 * A WAV file that was written to a pipe has lengths in its header that nobody knew yet. Returns it with true ones, or
 * null when it is no uncompressed sound of 16 bits on one channel, or has no samples.
 */
export function wholeWav(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isSound =
    bytes.length > headerBytes &&
    textAt(bytes, 0) === 'RIFF' &&
    textAt(bytes, 8) === 'WAVE' &&
    textAt(bytes, 12) === 'fmt ' &&
    textAt(bytes, 36) === 'data' &&
    view.getUint16(20, true) === uncompressed &&
    view.getUint16(22, true) === 1 &&
    view.getUint16(34, true) === 16
  if (!isSound) return null
  const whole = bytes.slice(0, bytes.length - ((bytes.length - headerBytes) % 2))
  const header = new DataView(whole.buffer)
  header.setUint32(4, whole.length - 8, true)
  header.setUint32(40, whole.length - headerBytes, true)
  return whole
}

function textAt(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + 4))
}

const headerBytes = 44
const uncompressed = 1
