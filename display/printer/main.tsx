import { StrictMode, useEffect, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { say } from '../../shared/words/say.ts'
import { hubAddress } from '../ui/connect.ts'
import { pageLanguage } from '../ui/language.ts'
import '../ui/tokens.css'
import { connectMachine } from './machine-link.ts'
import { MachinePanel } from './machine-panel.tsx'
import { watchPapers } from './papers.ts'
import { PrinterScreen } from './printer-screen.tsx'
import { WizardPanel } from './wizard-panel.tsx'
import { words } from './words.ts'

/** The page `/printer`, on the machine itself: the virtual printer and its papers, on this machine's own clock. */
const papers = watchPapers(hubAddress(location))
const machine = connectMachine(hubAddress(location))
const language = pageLanguage(location.search, undefined)
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Printer />
  </StrictMode>,
)

function Printer() {
  const state = useSyncExternalStore(papers.subscribe, papers.state)
  const shown = useSyncExternalStore(machine.subscribe, machine.state)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = say(words, language, 'title')
  }, [])
  return (
    <PrinterScreen papers={state} language={language}>
      <MachinePanel machine={shown} language={language} onHand={machine.act} />
      <WizardPanel language={language} onPrint={() => machine.print({ kind: 'test-strip', language })} />
    </PrinterScreen>
  )
}
