import { heightOf, type Block, type Row } from './rows.ts'

/** Part of a block that stands on one page, `gap` below what comes before it. */
export interface Slice<B extends Block> {
  readonly block: B
  readonly rows: readonly Row[]
  readonly gap: number
  readonly height: number
}

/**
 * Blocks down pages of `height`, each block after the other and every row of it exactly once. A block that is broken
 * leaves at least two rows on a page and keeps its padding on each; a row higher than a page has a page of its own.
 */
export function flow<B extends Block>(blocks: readonly B[], height: number): readonly (readonly Slice<B>[])[] {
  const done: Slice<B>[][] = []
  let page: Slice<B>[] = []
  let left = height
  for (const block of blocks) {
    let rows = block.rows
    while (rows.length > 0) {
      const gap = page.length === 0 ? 0 : block.gapBefore
      const fits = rowsThatFit(rows, left - gap - 2 * block.padding)
      const least = Math.min(rowsTogetherMin, rows.length)
      const taken = fits >= least ? fits : page.length === 0 ? Math.max(1, fits) : 0
      if (taken > 0) {
        const slice = rows.slice(0, taken)
        page.push({ block, rows: slice, gap, height: heightOf(slice) + 2 * block.padding })
        left -= gap + heightOf(slice) + 2 * block.padding
        rows = rows.slice(taken)
      }
      if (rows.length > 0) {
        done.push(page)
        page = []
        left = height
      }
    }
  }
  return [...done, page]
}

function rowsThatFit(rows: readonly Row[], height: number): number {
  let used = 0
  const over = rows.findIndex((row) => (used += row.height) > height)
  return over === -1 ? rows.length : over
}

const rowsTogetherMin = 2
