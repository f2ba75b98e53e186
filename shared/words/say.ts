import type { Language } from '../language.ts'

/** The sentences of one area of the product in one language: a flat map of keys to whole sentences. */
export type Sentences = Readonly<Record<string, string>>

/** The sentences of one area in every language. Indonesian names the keys; a test holds the others to the same ones. */
export interface Area<S extends Sentences> {
  readonly id: S
  readonly en: { readonly [K in keyof S]: string }
  readonly su: { readonly [K in keyof S]: string }
}

/** The keys of an area, where `x_one` and `x_other` are asked for as `x`. */
export type Key<S> = { [K in keyof S & string]: K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K }[keyof S &
  string]

export type Values = Readonly<Record<string, string | number>>

/**
 * The whole sentence `key` of an area, its `{placeholders}` filled from `values`. Where the area has the key with
 * `_one` and `_other`, `values.count` chooses by the language's plural rule. A placeholder without a value throws: it
 * is a fault of ours, and a sentence with a hole in it must never reach the public.
 */
export function say<S extends Sentences>(area: Area<S>, language: Language, key: Key<S>, values: Values = {}): string {
  const sentences: Sentences = area[language]
  const plural = pluralRules[language].select(Number(values['count'] ?? 0)) === 'one' ? `${key}_one` : `${key}_other`
  const sentence = sentences[key] ?? sentences[plural]
  if (sentence === undefined) throw new Error(`no sentence "${key}" in ${language}`)
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the sentence "${key}" needs {${name}}`)
    const isFraction = typeof value === 'number' && !Number.isInteger(value)
    return isFraction ? decimals[language].format(value) : String(value)
  })
}

/** Names joined as a person would say them: "A, B and C". */
export function list(language: Language, names: readonly string[]): string {
  return listFormats[language].format(names)
}

// Sundanese has no plural forms and joins with "sareng"; engines carry no data for it.
const pluralRules = { id: new Intl.PluralRules('id'), en: new Intl.PluralRules('en'), su: new Intl.PluralRules('id') }

// "8,7" in Indonesian and Sundanese, "8.7" in English.
const decimals = { id: new Intl.NumberFormat('id'), en: new Intl.NumberFormat('en'), su: new Intl.NumberFormat('id') }

const listFormats: Readonly<Record<Language, { format(names: readonly string[]): string }>> = {
  id: new Intl.ListFormat('id', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  su: {
    format: (names) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} sareng ${names[names.length - 1]}`,
  },
}
