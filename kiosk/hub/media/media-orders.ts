import type { Language } from '../../../shared/language.ts'
import { mediaOrderSchema, type MediaAnswer, type MediaOrder } from '../../../shared/media-orders.ts'
import type { PlainReason } from '../../../shared/refusals.ts'
import type { MediaFolder } from './media-folder.ts'
import type { Uploads } from './uploads.ts'

/** What a signed-in desk asks of the folder; who may ask is for the gateway to say. Every yes brings the folder as it is. */
export class MediaOrders {
  readonly #folder: MediaFolder
  readonly #uploads: Uploads
  readonly #language: () => Language

  constructor(folder: MediaFolder, uploads: Uploads, language: () => Language) {
    this.#folder = folder
    this.#uploads = uploads
    this.#language = language
  }

  async order(payload: unknown): Promise<MediaAnswer> {
    const order = mediaOrderSchema.safeParse(payload)
    if (!order.success) {
      const field = order.error.issues[0]?.path.join('.') || 'media'
      return { ok: false, refusal: { reason: 'not-understood', field } }
    }
    if (order.data.type === 'AddFile') {
      const offered = await this.#uploads.offer(order.data.name, order.data.bytes)
      return typeof offered === 'string' ? no(offered) : { ok: true, media: this.#folder.found, upload: offered }
    }
    const refused = await this.#follow(order.data)
    return refused === null ? { ok: true, media: this.#folder.found } : no(refused)
  }

  async #follow(order: Exclude<MediaOrder, { readonly type: 'AddFile' }>): Promise<PlainReason | null> {
    switch (order.type) {
      case 'ListMedia':
        await this.#folder.look()
        return null
      case 'DescribeFile':
        return this.#folder.describe(order.id, order.until, order.description)
      case 'SaveSlide': {
        const { id, until, words } = order
        if (words[this.#language()] === undefined) return 'slide-language-missing'
        return this.#folder.saveSlide({ kind: 'slide', id, until, words })
      }
      case 'OrderMedia':
        return this.#folder.arrange(order.ids)
      case 'RemoveMedia':
        return this.#folder.remove(order.id)
      default:
        return order satisfies never
    }
  }
}

function no(reason: PlainReason): MediaAnswer {
  return { ok: false, refusal: { reason } }
}
