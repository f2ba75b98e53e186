import { languages, type Language } from '../../shared/language.ts'

/** The language of a page: `?lang=`, else the office's, else Indonesian while the office is not known yet. */
export function pageLanguage(search: string, office: Language | undefined): Language {
  const asked = new URLSearchParams(search).get('lang')
  return languages.find((language) => language === asked) ?? office ?? 'id'
}
