import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import type { Papers } from '../printer/papers.ts'
import { PrinterScreen } from '../printer/printer-screen.tsx'
import { morningAt } from './notices.ts'

/** The page of the virtual printer; its papers are blank here, the real ones are pictures the hub serves. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  empty: (language) => <Printer papers={{ papers: [], isUnreachable: false }} language={language} />,
  'two-papers': (language) => <Printer papers={{ papers: twoPapers, isUnreachable: false }} language={language} />,
  unreachable: (language) => <Printer papers={{ papers: twoPapers, isUnreachable: true }} language={language} />,
}

function Printer({ papers, language }: { readonly papers: Papers; readonly language: Language }) {
  return <PrinterScreen papers={papers} language={language} timeZone="Asia/Jakarta" />
}

const blank = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="384" height="500"/>')}`
const twoPapers = [
  { name: 'A002', at: morningAt(8, 5), png: blank },
  { name: 'A001', at: morningAt(8), png: `${blank}#1` },
]
