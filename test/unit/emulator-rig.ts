import { attachMemory } from '../../hardware/emulator/attach-memory.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80, type EmulatedProfile } from '../../hardware/emulator/profile.ts'

/** An emulated printer on a cable, for its tests. Time stands still unless it is moved. */

export const ESC = 0x1b
export const GS = 0x1d
export const instant: EmulatedProfile = { ...epson80, speedMmPerSecond: null }
export const cutAfterFeed = [GS, 0x56, 66, 0]
export const confirmRequest = [GS, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x30, 0x31, 0x32]
export const confirmed = '37224130313200' // The id is A012.
export const liveRequests = [0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4]

type Part = string | readonly number[]

export function setUp(profile: EmulatedProfile = instant) {
  const clock = new ManualClock()
  const device = new EmulatedPrinter(profile, { clock })
  const cable = attachMemory(device)
  let heard = ''
  cable.onData((bytes) => {
    heard += Buffer.from(bytes).toString('hex')
  })
  return {
    clock,
    device,
    cable,
    send: (...parts: readonly Part[]) =>
      cable.write(
        Buffer.concat(
          parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
        ),
      ),
    /** What the printer has said since the last time, in hexadecimal. */
    heard: () => {
      const now = heard
      heard = ''
      return now
    },
    sheets: () => device.sheets().map((sheet) => sheet.lines),
  }
}
