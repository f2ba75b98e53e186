import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { StatusView } from '../../shared/views/status.ts'
import { say } from '../../shared/words/say.ts'
import { connect, hubAddress } from '../ui/connect.ts'
import { pageLanguage } from '../ui/language.ts'
import '../ui/tokens.css'
import { useClock } from '../ui/use-clock.ts'
import { useLink } from '../ui/use-link.ts'
import { StatusScreen } from './status-screen.tsx'
import { words } from './words.ts'

/** The page `/status`, for anybody. */
const link = connect<StatusView>(hubAddress(location), { as: 'status' })
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Status />
  </StrictMode>,
)

function Status() {
  const state = useLink(link)
  const now = useClock(state)
  const language = pageLanguage(location.search, state.message?.view.office.language)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = say(words, language, 'title')
  }, [language])
  return <StatusScreen link={state} language={language} now={now} />
}
