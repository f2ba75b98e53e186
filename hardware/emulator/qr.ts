import { encode } from 'uqr'

/**
 * The modules of a QR code for the stored bytes, without a quiet zone, as `GS ( k` prints it; true is ink. Null when
 * there are no bytes, or more than a code of this level holds.
 */
export function qrMatrix(data: string, level: 'L' | 'M' | 'Q' | 'H'): readonly (readonly boolean[])[] | null {
  if (data === '') return null
  // Plain ASCII goes in as text, so that digits and capitals take the shorter modes; other bytes go in as they are.
  const isAscii = /^[\u0020-\u007e]*$/.test(data)
  try {
    return encode(isAscii ? data : [...Buffer.from(data, 'latin1')], { ecc: level, boostEcc: false, border: 0 }).data
  } catch {
    return null
  }
}
