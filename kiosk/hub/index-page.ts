import { languages, type Language } from '../../shared/language.ts'
import en from '../../shared/words/hub/en.json' with { type: 'json' }
import id from '../../shared/words/hub/id.json' with { type: 'json' }
import su from '../../shared/words/hub/su.json' with { type: 'json' }
import { say, type Key } from '../../shared/words/say.ts'

const words = { id, en, su }

/** The page at `/`: where everything is, for whoever installs. Plain HTML without a script. */
export function indexPage(language: Language): string {
  const pages: readonly Key<typeof en>[] = ['kiosk', 'lobby', 'desk', 'status', 'printer']
  const links = pages.map(
    (page) => `<li><a href="/${page}?lang=${language}">${escape(say(words, language, page))}</a></li>`,
  )
  return page(language, `<p>${escape(say(words, language, 'intro'))}</p><ul>${links.join('')}</ul>`)
}

/** A short page for an address that leads nowhere, or only on the machine itself. */
export function shortPage(language: Language, key: 'not_found' | 'only_here'): string {
  const back = `<p><a href="/?lang=${language}">${escape(say(words, language, 'to_index'))}</a></p>`
  return page(language, `<p>${escape(say(words, language, key))}</p>${back}`)
}

/**
 * For whoever asks by a name that this hub does not know itself by, where the screens would get no word: in every language,
 * since nobody has chosen one, at which address this page works.
 */
export function elsewherePage(address: string): string {
  const there = `<p><a href="${escape(address)}">${escape(address)}</a></p>`
  const sentences = languages.map((one) => `<p lang="${one}">${escape(say(words, one, 'elsewhere'))}</p>`)
  return page('id', sentences.join('') + there)
}

function page(language: Language, body: string): string {
  const title = escape(say(words, language, 'title'))
  const head = `<meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><title>${title}</title>`
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
