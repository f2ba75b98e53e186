import { z } from 'zod'
import { noticeKinds } from './notice.ts'
import { textSchema } from './text.ts'

/** A wording that staff keep for the next notice of a kind: what has happened, and what people should do. */
export const preparedLimits = { texts: 60, lengthMax: 160 } as const

export const preparedIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/)
  .brand<'PreparedId'>()
export type PreparedId = z.infer<typeof preparedIdSchema>

export const preparedTextSchema = z.strictObject({
  /** The id of a text that comes with Loket puts this one in its place. */
  id: preparedIdSchema,
  kind: z.enum(noticeKinds),
  says: z.enum(['cause', 'instruction']),
  text: textSchema(preparedLimits.lengthMax),
})
export type PreparedText = Readonly<z.infer<typeof preparedTextSchema>>
