import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import { officeSchema, ticketWordsSchema, type TicketWords } from '../../shared/office.ts'
import { allClips } from '../../shared/voice/clips.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import { DeskExample } from './desk-example.tsx'
import { opened } from './desk-scenarios.ts'

/** A supervisor's desk whose office changes what its ticket says, and looks through its own recordings. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  // Without words of its own, as an office begins.
  plain: (language) => <DeskExample language={language} preview={printer} recordings={some} />,
  written: (language) => <DeskExample language={language} scenario={saying(written)} preview={printer} />,
  'at-limit': (language) => <DeskExample language={language} scenario={saying(atLimit)} preview={printer} />,
  'no-printer': (language) => <DeskExample language={language} scenario={saying(written)} recordings={lost} />,
  refused: (language) => (
    <DeskExample language={language} scenario={saying(written)} preview={printer} refuses={{ reason: 'not-allowed' }} />
  ),
  // Its tickets are in Sundanese.
  sundanese: (language) => (
    <DeskExample language={language} scenario={saying(written, 'su')} preview={printer} recordings={some} />
  ),
  silent: (language) => <DeskExample language={language} scenario={saying(written)} freshness="silent" />,
}

const written = ticketWordsSchema.parse({
  heading: 'Jalan Siliwangi 12, telepon (0266) 221 234',
  closing: {
    id: 'Pengaduan: lapor.go.id. Terima kasih.',
    en: 'Complaints: lapor.go.id. Thank you.',
    su: 'Wadulan: lapor.go.id. Hatur nuhun.',
  },
  showWait: false,
})

const atLimit = ticketWordsSchema.parse({
  heading: 'Jalan Raya Pelabuhan Ratu km 7, Kecamatan Cikakak, Sukabumi.',
  closing: 'Buka: Senin s.d. Jumat, pukul 07.30 - 15.00. Semua layanan di kantor ini gratis.',
})

function saying(ticket: TicketWords, language: Language = 'id') {
  return opened(officeSchema.parse({ ...exampleOffice, language, ticket }))
}

/** Draws the words, not as any printer does: the real picture comes from the agent beside it. */
const printer = async ({ heading, closing, showAhead, showWait, showQr }: TicketWords) => {
  const above = [exampleOffice.name.id, heading?.id ?? '']
  const waiting = [showAhead ? '5 orang di depan Anda' : '', showWait ? 'Perkiraan tunggu 20-45 menit' : '']
  const below = [closing?.id ?? 'Terima kasih sudah menunggu.']
  const code = showQr ? '<rect x="209" y="560" width="220" height="220" fill="#14181f"/>' : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="638" height="900" font-family="monospace" font-size="21" text-anchor="middle"><rect width="638" height="900" fill="#fff"/>${drawn(above, 60)}<text x="319" y="350" font-size="190" font-weight="bold">A042</text>${drawn(waiting, 440)}${code}${drawn(below, 830)}</svg>`
  return { ok: true, picture: `data:image/svg+xml,${encodeURIComponent(svg)}` } as const
}

/** Lines of text from this height on, folded where the paper ends. */
function drawn(lines: readonly string[], y: number): string {
  return lines
    .flatMap((line) => line.match(/.{1,46}(?:\s|$)/g) ?? [])
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .map((line, i) => `<text x="319" y="${y + i * 32}">${line}</text>`)
    .join('')
}

const some = async (): Promise<OfficeVoice['recordings']> => ({
  id: allClips('id').map((clip) => `${clip}.wav`),
  su: ['ticket.ogg', 'letter-a.wav', 'number-1.mp3'],
})

const lost = async (): Promise<OfficeVoice['recordings']> => {
  throw new Error('the hub does not answer')
}
