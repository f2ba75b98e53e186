import { z } from 'zod'
import { screenIdSchema, serviceIdSchema, type ScreenId } from './ids.ts'
import { officeLimits } from './office.ts'
import { lineSchema } from './text.ts'
import { viewingLimits } from './viewing.ts'

/**
 * The office's TVs: what each is called and what it shows. A screen nobody has said anything about shows everything
 * under the name it was let in by.
 */
export const screenLimits = { screens: 100, nameLengthMax: 40 } as const

/**
 * everything  calls and notices of the whole office
 * services    calls of these services, and the notices that touch them or the whole office
 * notices     notices alone, with what works and what does not: a screen facing the street
 */
export const showsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({
    kind: z.literal('services'),
    services: z.array(serviceIdSchema).min(1).max(officeLimits.services),
  }),
  z.strictObject({ kind: z.literal('notices') }),
])
export type Shows = Readonly<z.infer<typeof showsSchema>>

const { inchesMin, inchesMax, metresMin, metresMax } = viewingLimits
const viewingSchema = z.strictObject({
  inches: z.number().min(inchesMin).max(inchesMax),
  metres: z.number().min(metresMin).max(metresMax),
})

export const screenSettingsSchema = z.strictObject({
  screen: screenIdSchema,
  /** Its name or place, "Pintu masuk". */
  name: lineSchema(screenLimits.nameLengthMax),
  shows: showsSchema,
  /** How far it is to be read; left out where nobody has said so. */
  viewing: viewingSchema.optional(),
})
export type ScreenSettings = Readonly<z.infer<typeof screenSettingsSchema>>

export function settingsOf(screens: readonly ScreenSettings[], screen: ScreenId): ScreenSettings | undefined {
  return screens.find((each) => each.screen === screen)
}
