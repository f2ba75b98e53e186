import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect, hubAddress, screenId } from '../../display/ui/connect.ts'
import '../../display/ui/tokens.css'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { Kiosk } from './kiosk.tsx'

/** The kiosk's page. */
const link = connect<KioskView>(hubAddress(location), { as: 'kiosk', screen: screenId() })

const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Kiosk link={link} search={location.search} />
  </StrictMode>,
)
