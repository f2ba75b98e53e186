import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import { WizardPanel } from '../printer/wizard-panel.tsx'

/** The wizard of the page of the printer, with a printer that takes the strip on and with none. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  prints: (language) => <Wizard language={language} prints />,
  'no-printer': (language) => <Wizard language={language} prints={false} />,
}

function Wizard({ language, prints }: { readonly language: Language; readonly prints: boolean }) {
  return (
    <main style={{ display: 'grid', justifyItems: 'center', padding: '1rem', textAlign: 'center' }}>
      <h1 className="for-ears">Wizard</h1>
      <WizardPanel language={language} onPrint={() => Promise.resolve(prints)} />
    </main>
  )
}
