import { attachMemory } from '../emulator/attach-memory.ts'
import type { EmulatedPrinter } from '../emulator/device.ts'
import { type EmulatedProfile, epson80, epsonT88, generic58, generic80 } from '../emulator/profile.ts'
import type { PrinterAddress } from './address.ts'
import { Inbox } from './inbox.ts'
import type { ByteLink, Connected, LinkFailure, Transport, WriteResult } from './link.ts'
import type { PrinterProfile } from './profiles.ts'

/** The printer in software, inside this process: for trying everything out without hardware. */
export function virtualTransport(device: EmulatedPrinter): Transport {
  return { name: 'the virtual printer', manner: 'kept', byteMs: 0, connect: () => Promise.resolve(connect(device)) }
}

/** The device a `virtual:` address asks for, with its switches. */
export function emulatedProfileOf(address: Extract<PrinterAddress, { kind: 'virtual' }>): EmulatedProfile {
  return withSwitches(emulatedProfiles[address.profileName], address.profile)
}

/** A device that prints as the printer of this profile would, for looking at its paper. */
export function emulatedLike(profile: PrinterProfile): EmulatedProfile {
  // Of the printers there are, those of 180 dpi have 512 dots.
  return withSwitches(profile.dots === epsonT88.widthDots ? epsonT88 : epson80, profile)
}

function withSwitches(base: EmulatedProfile, profile: PrinterProfile): EmulatedProfile {
  return {
    ...base,
    widthDots: profile.dots - (profile.dots % 8),
    paperWidthMm: profile.dots > 432 ? 80 : 58,
    cutter: profile.cut === 'none' ? { kind: 'tear-bar', gapMm: 8 } : { kind: 'blade', gapMm: 15 },
    sizeMax: profile.heightMax,
    qr: profile.qr === 'gsk',
    cloneQr: profile.qr === 'escz',
    inverse: profile.inverse,
    answers: profile.status ? 'all' : 'none',
    automaticStatus: profile.status,
    confirms: profile.confirm === 'gsH',
  }
}

const emulatedProfiles = { epson80, epsonT88, generic80, generic58, star: generic80, custom: generic58 } as const

const unplugged: LinkFailure = { trouble: 'unplugged', detail: 'the virtual printer is unplugged: plug it in again' }

function connect(device: EmulatedPrinter): Connected {
  if (!device.snapshot().plugged) return { kind: 'failed', failure: unplugged }
  const cable = attachMemory(device)
  const inbox = new Inbox<LinkFailure>()
  cable.onData((bytes) => inbox.give(bytes))
  cable.onGone(() => inbox.end(unplugged))
  return { kind: 'open', link: linkOver(cable, inbox) }
}

function linkOver(cable: ReturnType<typeof attachMemory>, inbox: Inbox<LinkFailure>): ByteLink {
  return {
    write(bytes): Promise<WriteResult> {
      const gone = inbox.ended
      if (gone) return Promise.resolve({ kind: 'failed', begun: false, failure: gone.value })
      cable.write(bytes)
      return Promise.resolve({ kind: 'written' })
    },
    onData: (listener) => inbox.onData(listener),
    onEnd: (listener) => void inbox.onEnd(listener),
    check: () => Promise.resolve(),
    close() {
      inbox.end({ trouble: 'unplugged', detail: 'the virtual printer was closed here' })
      cable.close()
      return Promise.resolve()
    },
  }
}
