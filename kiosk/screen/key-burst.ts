/**
 * Tells a scanner from a person: both type, but a scanner types a whole code faster than fingers can, and ends it with
 * Enter. It reads no clock; `at` is when the key went down, in ms.
 */
export interface KeyBurst {
  /** Signs typed one right after the other. */
  readonly text: string
  /** When the last of them was typed. */
  readonly at: number
}

export const noBurst: KeyBurst = { text: '', at: -Infinity }

/** What is typed after the next key, and the code, where that key ends one. `key` is the key's name in the browser. */
export function readKey(
  { text, at: last }: KeyBurst,
  key: string,
  at: number,
): { readonly burst: KeyBurst; readonly scanned: string | null } {
  const goesOn = at - last <= burstLimits.gapMsMax
  if (key === 'Enter') return { burst: noBurst, scanned: goesOn && text.length >= burstLimits.lengthMin ? text : null }
  // A scanner presses Shift for capital letters; that is no sign, and no pause either.
  if (key.length !== 1) return { burst: { text, at: goesOn ? at : last }, scanned: null }
  return { burst: { text: ((goesOn ? text : '') + key).slice(0, burstLimits.lengthMax), at }, scanned: null }
}

export const burstLimits = {
  /** Between two keys of a scanner, also of a slow one; hardly anybody's fingers keep this up over eight keys. */
  gapMsMax: 80,
  /** A number and a code. */
  lengthMin: 8,
  /** What the office reads of a code. */
  lengthMax: 200,
} as const
