import { useSyncExternalStore } from 'react'
import type { DeskDoor, DeviceDoor, View } from '../../shared/wire.ts'
import type { Link } from './connect.ts'
import type { LinkState } from './link.ts'

/** The newest state of a page's link; the component is drawn again whenever it changes. */
export function useLink<V extends View>(link: Link<V>): LinkState<V> {
  return useSyncExternalStore(link.subscribe, link.state)
}

/** What the hub's door last said to this page; null before it spoke. */
export function useDoor<V extends View>(link: Link<V>): DeskDoor | DeviceDoor | null {
  return useSyncExternalStore(link.subscribe, link.door)
}
