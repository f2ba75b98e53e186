import { languages } from '../../shared/language.ts'
import en from '../../shared/words/hub/en.json' with { type: 'json' }
import id from '../../shared/words/hub/id.json' with { type: 'json' }
import su from '../../shared/words/hub/su.json' with { type: 'json' }
import { say } from '../../shared/words/say.ts'

const words = { id, en, su }

/**
 * The page for whoever asks by a name that this hub does not know itself by: the screens would get no word there, so it
 * says in every language, since nobody has chosen one, at which address this page works. Plain HTML without a script.
 */
export function elsewherePage(address: string): string {
  const there = escape(address)
  const ways = languages.map((language) => {
    const index = escape(new URL(`/?lang=${language}`, address).href)
    return `<p lang="${language}"><a href="${index}">${escape(say(words, language, 'to_index'))}</a></p>`
  })
  const head = `<meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><title>Loket</title>`
  return `<!doctype html><html lang="id"><head>${head}</head><body><main><h1><a href="${there}">${there}</a></h1>${ways.join('')}</main></body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
