import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import type { Papers } from '../printer/papers.ts'
import { PrinterScreen } from '../printer/printer-screen.tsx'
import { morningAt } from './notices.ts'

/** The page of the virtual printer; its papers are drawn here, the real ones are pictures the hub serves. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  empty: (language) => (
    <Printer papers={{ papers: [], timeZone: 'Asia/Jakarta', isUnreachable: false }} language={language} />
  ),
  'two-papers': (language) => (
    <Printer papers={{ papers: twoPapers, timeZone: 'Asia/Jakarta', isUnreachable: false }} language={language} />
  ),
  'setup-slip': (language) => (
    <Printer papers={{ papers: setupSlip, timeZone: 'Asia/Jakarta', isUnreachable: false }} language={language} />
  ),
  unreachable: (language) => (
    <Printer papers={{ papers: twoPapers, timeZone: 'Asia/Jakarta', isUnreachable: true }} language={language} />
  ),
}

function Printer({ papers, language }: { readonly papers: Papers; readonly language: Language }) {
  return <PrinterScreen papers={papers} language={language} />
}

/** Drawn as wide as the virtual printer draws an 80 mm roll. */
function drawn(words: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="638" height="420" font-family="sans-serif" text-anchor="middle"><rect width="638" height="420" fill="#fff"/><text x="319" y="90" font-size="34">Dinas Kependudukan</text><text x="319" y="270" font-size="150" font-weight="bold">${words}</text><text x="319" y="360" font-size="34">08.05</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const twoPapers = [
  { name: 'A002', at: morningAt(8, 5), png: drawn('A002') },
  { name: 'A001', at: morningAt(8), png: drawn('A001') },
]
const setupSlip = [{ name: 'setup', at: morningAt(7, 50), png: drawn('K7P-2QX') }]
