import { isSensibleInches, isSensibleMetres, type Viewing } from '../../shared/viewing.ts'

/**
 * How large letters must be to be read from the back of the hall. EN 301 549 5.1.4 asks for a capital height of 0.7
 * degrees at the viewing distance, 12.2 mm a metre; the called number keeps that, the list of calls half of it.
 */

export interface Screen {
  /** In CSS pixels, of the whole picture. */
  readonly width: number
  readonly height: number
}

export const capitalMmPerMetre = 12.2
export const listCapitalMmPerMetre = capitalMmPerMetre / 2

/** Height of a capital in the bundled typeface, for a font size of 1; measured in Chromium on its letter H. */
export const capitalRatio = 0.672

/** The smallest font sizes that can be read from there, in CSS pixels. */
export function fontSizesFor(viewing: Viewing, screen: Screen): { readonly numberPx: number; readonly listPx: number } {
  const pxPerMm = 1 / mmPerPx(viewing.inches, screen)
  return {
    numberPx: (viewing.metres * capitalMmPerMetre * pxPerMm) / capitalRatio,
    listPx: (viewing.metres * listCapitalMmPerMetre * pxPerMm) / capitalRatio,
  }
}

/** The farthest distance, in metres, from which a number and a list in these font sizes can be read. */
export function metresMax(inches: number, screen: Screen, numberPx: number, listPx: number): number {
  const capitalMm = (px: number) => px * capitalRatio * mmPerPx(inches, screen)
  return Math.min(capitalMm(numberPx) / capitalMmPerMetre, capitalMm(listPx) / listCapitalMmPerMetre)
}

/** `?inches=55&metres=10`; null when one is missing or no screen and hall are like that. */
export function viewingOf(search: string): Viewing | null {
  const query = new URLSearchParams(search)
  const inches = Number(query.get('inches'))
  const metres = Number(query.get('metres'))
  return isSensibleInches(inches) && isSensibleMetres(metres) ? { inches, metres } : null
}

function mmPerPx(inches: number, { width, height }: Screen): number {
  return (inches * 25.4) / Math.hypot(width, height)
}
