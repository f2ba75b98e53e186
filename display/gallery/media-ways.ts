import type { MediaFolderView, MediaItem, UploadRefusal } from '../../shared/media.ts'
import { mediaOrderSchema, type MediaAnswer, type MediaOrder } from '../../shared/media-orders.ts'
import type { MediaWays } from '../desk/desk-context.ts'
import { widePicture } from './media-files.ts'

/**
 * A folder of pictures as a desk speaks with it, without a hub: every order is followed, and a file that is sent becomes the
 * picture of the examples, or is refused. Null is a hub that gives no answer.
 */
export function mediaWays(folder: MediaFolderView | null, refuses: UploadRefusal | null = null): MediaWays {
  let view = folder
  const follow = (order: MediaOrder): MediaAnswer => {
    if (view === null) throw new Error('no answer')
    if (order.type === 'AddFile')
      return { ok: true, media: view, upload: { path: `/media/${encodeURIComponent(order.name)}`, token: order.name } }
    view = { ...view, items: changed(view.items, order) }
    return { ok: true, media: view }
  }
  return {
    ask: async (request) => {
      window.dispatchEvent(new CustomEvent('media', { detail: request }))
      return follow(mediaOrderSchema.parse(request))
    },
    send: async (_, { token }, progress) => {
      progress(0.6)
      if (refuses !== null) return { ok: false, reason: refuses }
      if (view !== null) view = { ...view, items: [...view.items, { ...widePicture, id: token, description: '' }] }
      return { ok: true }
    },
    // Pictures of the examples are their own addresses.
    addressOf: (path) => path,
  }
}

function changed(items: readonly MediaItem[], order: Exclude<MediaOrder, { type: 'AddFile' }>): readonly MediaItem[] {
  switch (order.type) {
    case 'ListMedia':
      return items
    case 'OrderMedia':
      return items.toSorted((a, b) => order.ids.indexOf(a.id) - order.ids.indexOf(b.id))
    case 'RemoveMedia':
      return items.filter(({ id }) => id !== order.id)
    case 'DescribeFile':
      return items.map((item) =>
        item.id === order.id && item.kind !== 'slide'
          ? { ...item, until: order.until, description: order.description }
          : item,
      )
    case 'SaveSlide': {
      const slide = { kind: 'slide', id: order.id, until: order.until, words: order.words } as const
      return items.some(({ id }) => id === order.id)
        ? items.map((item) => (item.id === order.id ? slide : item))
        : [...items, slide]
    }
    default:
      return order satisfies never
  }
}
