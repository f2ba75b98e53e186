/** The beginnings of real files, filled up to a size: as much as the hub looks at. */
export function pngOf(bytes = 100): Buffer {
  return filled(Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), bytes)
}

export function jpegOf(bytes = 100): Buffer {
  return filled(Buffer.from('\xFF\xD8\xFF\xE0', 'latin1'), bytes)
}

export function webmOf(bytes = 100): Buffer {
  return filled(Buffer.from('\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm', 'latin1'), bytes)
}

export function mp4Of(bytes = 100): Buffer {
  return filled(Buffer.from('\0\0\0\x20ftypisom', 'latin1'), bytes)
}

function filled(beginning: Buffer, bytes: number): Buffer {
  return Buffer.concat([beginning, Buffer.alloc(bytes - beginning.length, 7)])
}
