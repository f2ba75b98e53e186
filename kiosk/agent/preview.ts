import { render } from '../../hardware/emulator/render.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { storeLogo, type LogoPicture } from '../../hardware/printer/logo.ts'
import type { PrinterProfile } from '../../hardware/printer/profiles.ts'
import { emulatedLike } from '../../hardware/printer/virtual.ts'
import type { Paper } from '../../shared/views/printing.ts'
import { wireLimits } from '../../shared/wire.ts'
import { paperBytes } from './paper-bytes.ts'

/**
 * A paper as a printer of this profile would print it, without printing it: laid out and encoded as for the printer,
 * and those very bytes drawn by the emulator, with `logo` as the picture that the printer keeps. The same paper, profile
 * and logo always give the same sheet. It takes a tenth of a second on a desktop.
 */
export async function previewSheet(paper: Paper, profile: PrinterProfile, logo: LogoPicture | null): Promise<Sheet> {
  const bytes = await paperBytes(paper, { profile, logo: logo !== null })
  const kept = logo === null ? new Uint8Array() : storeLogo(logo)
  const [sheet] = render(Buffer.concat([kept, bytes]), emulatedLike(profile))
  if (!sheet) throw new Error(`nothing of the ${paper.kind} comes onto the paper`)
  return sheet
}

/** The picture of a preview as the address a page can show, `data:image/png;base64,...`; null where it is too large. */
export function asDataUrl(sheet: Sheet): string | null {
  const png = sheet.png()
  return png.length > pngBytesMax ? null : `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}

/** Four bytes of text for three of the picture, and some for the message around it, in what the hub takes at once. */
const pngBytesMax = Math.floor(((wireLimits.messageBytesMax - 1024) * 3) / 4)
