import type { KioskId } from '../../shared/ids.ts'

/**
 * The ticket machine beside the hub. Its name lies beside schemas, whose parser no page should carry; a test holds the
 * two to the same.
 */
export const mainKiosk = 'main' as KioskId
