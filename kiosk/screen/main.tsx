import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect, hubAddress, screenId } from '../../display/ui/connect.ts'
import { keepPageUp } from '../../display/ui/offline-page.ts'
import '../../display/ui/tokens.css'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { Kiosk } from './kiosk.tsx'

/** The kiosk's page. */
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
// By then every number has left the screen, however late its paper came.
keepPageUp({ root, isFree: (idleMs) => idleMs > 300_000 })
const link = connect<KioskView>(hubAddress(location), { as: 'kiosk', screen: screenId() })
createRoot(root).render(
  <StrictMode>
    <Kiosk link={link} search={location.search} />
  </StrictMode>,
)
