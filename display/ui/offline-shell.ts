/**
 * What the worker (`offline-worker.ts`) does with each request of a page, as a pure function. It lets everything through
 * untouched except the pages it keeps and the files they are made of: never what the hub says, nor papers, nor sound.
 */
export interface Shell {
  /** Changes with every page and file in it. */
  readonly build: string
  /** For each page's address the files it needs, all of them named by their content. */
  readonly pages: Readonly<Record<string, readonly string[]>>
}

export interface Asked {
  readonly method: string
  readonly url: string
  readonly mode: string
}

/**
 * page     from the hub if it answers at once, else as it was kept
 * file     as it was kept: its name changes with its content
 * through  as if there were no worker
 */
export type Way =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'through' }

export function wayOf(shell: Shell, asked: Asked, origin: string): Way {
  const url = new URL(asked.url)
  if (asked.method !== 'GET' || url.origin !== origin) return { kind: 'through' }
  if (asked.mode === 'navigate') {
    const page = pageOf(shell, asked.url)
    return page === null ? { kind: 'through' } : { kind: 'page', page }
  }
  const isFile = Object.values(shell.pages).some((files) => files.includes(url.pathname))
  return { kind: isFile ? 'file' : 'through' }
}

/** The kept page that an address opens, whatever its query; null for any other address. */
export function pageOf(shell: Shell, address: string): string | null {
  const page = new URL(address).pathname.replace(/\/$/, '')
  return Object.hasOwn(shell.pages, page) ? page : null
}
