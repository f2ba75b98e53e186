import { encodeLayout } from '../../hardware/printer/encode.ts'
import type { PrinterProfile } from '../../hardware/printer/profiles.ts'
import { testStrip } from '../../hardware/printer/test-strip.ts'
import { layoutPaper } from '../../hardware/printer/ticket.ts'
import type { Paper } from '../../shared/views/printing.ts'

/** A paper as the bytes of one job for a printer of this shape: the one way from what is printed to what is sent. */
export async function paperBytes(paper: Paper, { profile, logo }: Shape): Promise<Uint8Array> {
  if (paper.kind === 'test-strip') return testStrip(paper)
  return encodeLayout(layoutPaper(paper, profile, logo), profile)
}

/** What a paper's bytes depend on, beside the paper. */
export interface Shape {
  readonly profile: PrinterProfile
  /** The printer keeps the office's logo. */
  readonly logo: boolean
}
