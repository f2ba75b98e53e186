/** From how far a TV is to be read; what the installer knows of the hall. Plain, so that a TV's page needs no schema. */
export interface Viewing {
  /** Diagonal of the picture, in inches, as the maker of the screen states it. */
  readonly inches: number
  /** From the screen to the person farthest away, in metres. */
  readonly metres: number
}

export const viewingLimits = { inchesMin: 5, inchesMax: 200, metresMin: 0.5, metresMax: 100 } as const

/** Whether there are screens and halls like that. */
export function isSensibleInches(inches: number): boolean {
  return inches >= viewingLimits.inchesMin && inches <= viewingLimits.inchesMax
}

export function isSensibleMetres(metres: number): boolean {
  return metres >= viewingLimits.metresMin && metres <= viewingLimits.metresMax
}
