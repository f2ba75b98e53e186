import type { DeskDoor } from '../../shared/wire.ts'

/** Who works at this desk, as the hub's door says. */
export type SignedIn = Extract<DeskDoor, { state: 'signed-in' }>
