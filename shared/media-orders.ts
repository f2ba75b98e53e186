import { z } from 'zod'
import { daySchema } from './ids.ts'
import { mediaLimits, type MediaFolderView } from './media.ts'
import type { Refusal } from './refusals.ts'
import { lineSchema } from './text.ts'

/** What a desk asks of the folder of pictures, videos and slides, and the list the hub keeps beside the files. */
const untilSchema = daySchema.nullable()
const slideTextSchema = z.strictObject({
  heading: lineSchema(mediaLimits.headingLength),
  text: z.union([z.literal(''), lineSchema(mediaLimits.textLength)]),
})
const slideWordsSchema = z
  .strictObject({ id: slideTextSchema.optional(), en: slideTextSchema.optional(), su: slideTextSchema.optional() })
  // Without the entries that are there and undefined.
  .transform((words) => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)))
  .refine((words) => Object.keys(words).length > 0, 'words in at least one language')
const descriptionSchema = z.union([z.literal(''), lineSchema(mediaLimits.descriptionLength)])
const slideIdSchema = z.string().regex(/^slide-[0-9a-f]{32}$/)
const fileNameSchema = z.string().min(1).max(255)
const idSchema = z.union([slideIdSchema, fileNameSchema])

/** The list beside the files: their order, until when each is shown, and the words of the slides. */
export const mediaListSchema = z.strictObject({
  version: z.literal(1),
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('slide'), id: slideIdSchema, until: untilSchema, words: slideWordsSchema }),
        z.strictObject({
          kind: z.literal('file'),
          id: fileNameSchema,
          until: untilSchema,
          description: descriptionSchema,
        }),
      ]),
    )
    .max(1_000),
})
export type MediaList = Readonly<z.infer<typeof mediaListSchema>>

/** Each says how it shall be, not what to change, so that one sent twice does no more than once. */
export const mediaOrderSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ListMedia') }),
  /** Asks for the right to send a file of this name and size over HTTP. */
  z.strictObject({ type: z.literal('AddFile'), name: fileNameSchema, bytes: z.int().min(1) }),
  z.strictObject({
    type: z.literal('DescribeFile'),
    id: fileNameSchema,
    until: untilSchema,
    description: descriptionSchema,
  }),
  /** A slide with this id is there with these words, new or changed. */
  z.strictObject({ type: z.literal('SaveSlide'), id: slideIdSchema, until: untilSchema, words: slideWordsSchema }),
  /** All in this order; what it does not name stays behind them. */
  z.strictObject({ type: z.literal('OrderMedia'), ids: z.array(idSchema).max(mediaLimits.items) }),
  z.strictObject({ type: z.literal('RemoveMedia'), id: idSchema }),
])
export type MediaOrder = Readonly<z.infer<typeof mediaOrderSchema>>
/** As a desk writes it. */
export type MediaRequest = Readonly<z.input<typeof mediaOrderSchema>>

export type MediaAnswer =
  | { readonly ok: true; readonly media: MediaFolderView; readonly upload?: UploadRight }
  | { readonly ok: false; readonly refusal: Refusal }

/** A file may be sent once, soon, to this path with this token. */
export interface UploadRight {
  readonly path: string
  readonly token: string
}
