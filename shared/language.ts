/** The languages every sentence exists in: Indonesian, English, Sundanese. */
export const languages = ['id', 'en', 'su'] as const
export type Language = (typeof languages)[number]

/** A name or sentence of the office's own, in each language. */
export type Text = { readonly [L in Language]: string }
