import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { Token } from '../../shared/ids.ts'
import { shortCode } from '../../shared/short-code.ts'
import type { PhoneView } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { connect, hubAddress, type Link } from '../ui/connect.ts'
import { pageLanguage } from '../ui/language.ts'
import '../ui/tokens.css'
import { useClock } from '../ui/use-clock.ts'
import { useLink } from '../ui/use-link.ts'
import { PhoneScreen, standingPromise, UnknownNumber } from './phone-screen.tsx'
import { watchSecondPath } from '../ui/second-path.ts'
import { turnHeading } from './turn.tsx'
import { useBuzz } from './use-buzz.ts'
import { words } from './words.ts'

/** The page `/t/<token>` that a ticket's QR code opens. An address without a token asks the hub nothing. */
const token = /^\/t\/([A-Za-z0-9_-]{22,44})\/?$/.exec(location.pathname)?.[1]
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>{token === undefined ? <Unknown /> : <Phone link={linkOf(token)} code={shortCode(token)} />}</StrictMode>,
)

function linkOf(token: string): Link<PhoneView> {
  const address = hubAddress(location)
  const link = connect<PhoneView>(address, { as: 'phone', token: token as Token })
  watchSecondPath(link, `${address}/api/t/${token}.json`)
  return link
}

function Phone({ link, code }: { readonly link: Link<PhoneView>; readonly code: string }) {
  const state = useLink(link)
  const now = useClock(state)
  const view = state.message?.view
  const language = pageLanguage(location.search, view?.office.language)
  const ticket = view?.ticket
  useBuzz(ticket)
  const promise = view && standingPromise(view)
  // The title tells those who look at another tab.
  const title = promise
    ? say(words, language, 'title_return', { number: promise.number })
    : !ticket
      ? say(words, language, 'title_none')
      : ticket.state === 'called'
        ? turnHeading(ticket, language)
        : say(words, language, 'title', { number: ticket.number })
  useEffect(() => {
    document.documentElement.lang = language
    document.title = title
  }, [language, title])
  return <PhoneScreen link={state} code={code} language={language} now={now} />
}

function Unknown() {
  const language = pageLanguage(location.search, undefined)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = say(words, language, 'title_none')
  }, [language])
  return <UnknownNumber language={language} />
}
