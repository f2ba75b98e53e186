import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect, hubAddress, screenId } from '../../display/ui/connect.ts'
import '../../display/ui/tokens.css'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { Kiosk } from './kiosk.tsx'

/** The kiosk's page. */
const hub = hubAddress(location)
// `screenId` makes it in the shape that the hub's schema asks for.
const link = connect<KioskView>(hub, { as: 'kiosk', screen: screenId() })

const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Kiosk link={link} search={location.search} phonesAddress={reachableByPhones(hub)} />
  </StrictMode>,
)

/** The hub's address where it can be reached from elsewhere; null for the machine's own loopback. */
function reachableByPhones(address: string): string | null {
  const { hostname, origin } = new URL(address)
  return /^(localhost|127\..*|\[::1\])$/.test(hostname) ? null : origin
}
