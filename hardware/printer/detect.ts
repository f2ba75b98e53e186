import { type PrinterProfile, type ProfileName, printerProfiles } from './profiles.ts'

/**
 * Which profile a printer needs, by what it says of itself to GS I 66 (maker) and GS I 67 (model). A printer that is
 * not in the table gets what is safe on most 80 mm printers. It asks nothing itself: see `conversation.ts`.
 */
export function detect(texts: readonly string[]): Found | null {
  const said = texts.map(plainly).filter((text) => text !== '')
  if (said.length === 0) return null
  const name = said.join(' ')
  const { profileName = 'generic80', changes = {} } = known.find(({ says }) => says.test(name)) ?? {}
  return { name, profileName, profile: { ...printerProfiles[profileName], ...changes } }
}

/** Who a printer says it is, and what it is driven as. */
export interface Found {
  /** Maker and model, `EPSON TM-T20III`; printable ASCII, short enough for one line. */
  readonly name: string
  readonly profileName: ProfileName
  readonly profile: PrinterProfile
}

/** GS I 66 and GS I 67, answered one after the other by a printer that has printed all that came before. */
export const whoAreYou = Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67)
export const whoAreYouAnswers = 2

interface Known {
  /** What maker and model look like, with a space between them. */
  readonly says: RegExp
  readonly profileName: ProfileName
  /** Where it differs from the profile. */
  readonly changes?: Partial<PrinterProfile>
  /** Where the name and the figures come from. */
  readonly source: string
}

const known: readonly Known[] = [
  {
    says: /^EPSON TM-T(?:70|88)|^EPSON TM-T90\b/i,
    profileName: 'epsonT88',
    source:
      'Epson ESC/POS guide, GS I (maker "EPSON", model as on the case); TM-T88 manual p. 82 and ' +
      'escpos-printer-db TM-T70, TM-T88V: 512 dots, 42 columns',
  },
  {
    says: /^EPSON TM-(?:T20|T8[123]|m30|m50)/i,
    profileName: 'epson80',
    source: 'Epson ESC/POS guide, GS I; escpos-printer-db TM-T20III, TM-m30III: 576 dots, 48 columns',
  },
  {
    says: /^(?:BIXOLON|SAMSUNG) SRP-350/i,
    profileName: 'generic80',
    changes: { columns: 42, dots: 512 },
    source:
      'Bixolon SRP-330II manual p. 101 (GS I 66 answers "BIXOLON"); receipt-printer-encoder, bixolon-srp350: 180 dpi',
  },
  {
    // Only in its ESC/POS mode does it answer at all. The profile is what is safe on any, so a wrong guess costs nothing.
    says: /^STAR\b/i,
    profileName: 'star',
    source: "the maker's name as Star writes it in its ESC/POS mode manual (rev. 2.50); the answer itself was not seen",
  },
]

/** A printer's own words may hold anything. */
function plainly(text: string): string {
  return text
    .replaceAll(/[^\x20-\x7E]/g, '')
    .trim()
    .slice(0, nameCharactersMax)
}

const nameCharactersMax = 30
