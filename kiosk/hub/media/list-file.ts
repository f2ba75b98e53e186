import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { EpochMs } from '../../../shared/ids.ts'
import { mediaListSchema, type MediaList } from '../../../shared/media-orders.ts'
import { replaceFile } from '../replace-file.ts'

/** The list beside the files. One that cannot be understood is set aside under another name and begun anew. */
export const listName = 'media.json'
const asideName = `${listName}.broken-`

export const emptyList: MediaList = { version: 1, items: [] }

/** Whether a name in the folder is the list's own; `aside` is one that was set aside. */
export function listFileOf(name: string): 'list' | 'aside' | null {
  if (name === listName || name === `${listName}.new`) return 'list'
  return name.startsWith(asideName) ? 'aside' : null
}

/** Throws where a broken list cannot be set aside: it must not be written over. */
export async function readList(folder: string, now: EpochMs): Promise<MediaList> {
  const file = path.join(folder, listName)
  try {
    return mediaListSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyList
    await rename(file, path.join(folder, `${asideName}${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`))
    return emptyList
  }
}

export function saveList(folder: string, list: MediaList): Promise<void> {
  return replaceFile(path.join(folder, listName), `${JSON.stringify(list, null, 2)}\n`)
}
