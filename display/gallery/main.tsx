import { StrictMode, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../../shared/language.ts'
import { pageLanguage } from '../ui/language.ts'
import '../ui/tokens.css'

/**
 * Every screen in every state, for developers and browser tests: `?screen=lobby&example=four-notices&lang=su`. Without
 * an example it lists them all. Each screen brings one file `<screen>-examples.tsx` with one export, `examples`. It is
 * not part of the product.
 */
type Examples = Readonly<Record<string, (language: Language) => ReactElement>>

const files = import.meta.glob<{ readonly examples: Examples }>('./*-examples.tsx')
const query = new URLSearchParams(location.search)
const language = pageLanguage(location.search, 'id')
document.documentElement.lang = language

const screens = Object.keys(files).map((file) => file.slice('./'.length, -'-examples.tsx'.length))
const screen = query.get('screen')
const examples = screen === null ? null : ((await files[`./${screen}-examples.tsx`]?.())?.examples ?? null)
const example = examples?.[query.get('example') ?? '']
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(<StrictMode>{example ? example(language) : <Contents />}</StrictMode>)

function Contents() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {(examples && screen !== null ? Object.keys(examples) : screens).map((name) => (
          <li key={name}>
            <a href={examples ? `?screen=${screen}&example=${name}&lang=${language}` : `?screen=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  )
}
