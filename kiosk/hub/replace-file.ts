import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'

/** Replaces a file whole: after a cut of power it is the old or the new one. Only this user can read it. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const fresh = `${file}.new`
  const handle = await open(fresh, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, file)
  await syncFolder(folder)
}

/** Makes sure that what was renamed in a folder stays so. */
export async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
