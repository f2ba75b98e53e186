import { Paper } from './paper.ts'
import { parse } from './parse.ts'
import type { EmulatedProfile } from './profile.ts'
import type { Sheet } from './sheet.ts'

/**
 * The paper that a stream of bytes makes on a printer with endless paper and no delay: the sheets cut, and last what
 * then hangs out, if anything was carried out since the last cut.
 */
export function render(bytes: Uint8Array, profile: EmulatedProfile): Sheet[] {
  const paper = new Paper(profile)
  const sheets = parse(bytes).flatMap((operation) => paper.execute(operation).sheet ?? [])
  const hanging = paper.hanging()
  return hanging.operations.length === 0 ? sheets : [...sheets, hanging]
}
