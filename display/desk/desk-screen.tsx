import type { DeskView } from '../../shared/views/desk.ts'
import type { DeskDoor, DeviceDoor } from '../../shared/wire.ts'
import type { LinkState } from '../ui/link.ts'
import { DeskProvider, type Desk } from './desk-context.ts'
import { DoorScreen } from './door-screen.tsx'
import { WorkScreen } from './work-screen.tsx'

/** The whole desk: the door until somebody is signed in, then the work of their counter. */
export function DeskScreen({
  link,
  door,
  desk,
}: {
  readonly link: LinkState<DeskView>
  readonly door: DeskDoor | DeviceDoor | null
  readonly desk: Omit<Desk, 'live'>
}) {
  const view = link.message?.view
  const known = door === null || door.state === 'paired' ? null : door
  return (
    <DeskProvider value={{ ...desk, live: link.freshness !== 'silent' }}>
      {view && known?.state === 'signed-in' ? (
        <WorkScreen key={known.name} view={view} link={link} person={known} />
      ) : (
        <DoorScreen key={known?.state ?? 'none'} door={known} />
      )}
    </DeskProvider>
  )
}
