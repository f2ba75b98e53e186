import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DeskProvider, type Desk } from '../../display/desk/desk-context.ts'
import { NoticeCard } from '../../display/desk/notice-card.tsx'
import { NoticesPanel } from '../../display/desk/notices-panel.tsx'
import { called, exampleNow, notice, noticeId } from '../../display/gallery/desk-scenarios.ts'
import { staff, type Scenario } from '../../display/gallery/scenario.ts'
import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import { NoticeStrip } from '../../kiosk/screen/notice-strip.tsx'
import { mainKiosk } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { deskView } from '../../shared/views/desk.ts'
import { noticeViews } from '../../shared/views/common.ts'
import { kioskView } from '../../shared/views/kiosk.ts'

// Words that staff have written in one language are read aloud in it, also on a page in another.

const timeZone = 'Asia/Jakarta'
const written = (text: string) => ({ id: text, en: text, su: text })
const news: NoticeContent = { ...notice(3), cause: written('Besok tutup siang.'), nextNews: exampleNow + 60_000 }

test('the kiosk’s strip says in which language the words of a notice are, and nothing of Loket’s own', () => {
  expect(spoken(strip(called().give(staff, { type: 'RaiseNotice', content: news }, 20)))).toEqual([
    'id: Besok tutup siang.',
  ])
  expect(spoken(strip(called().give(staff, { type: 'RaiseNotice', content: notice(3) }, 20)))).toEqual([])
})

test('the desk’s card says it of short words, of those folded up, and of each wording before', () => {
  const first = { ...notice(0), nextNews: null, cause: written('Kabel putus.') }
  const long = { ...first, instruction: written(`Silakan ${'datang lagi besok dan '.repeat(5)}tanya.`) }
  const scenario = called().give(staff, { type: 'RaiseNotice', content: first }, 20)
  expect(spoken(card(scenario))).toEqual(['id: Kabel putus.'])
  scenario.give(staff, { type: 'UpdateNotice', notice: noticeId(1), content: long }, 30)
  expect(spoken(card(scenario))).toEqual([
    'id: Kabel putus.',
    `id: ${long.instruction.id}`,
    // In the history.
    `id: ${long.instruction.id}`,
  ])
})

test('a card of what is set for later says it as well', () => {
  const scenario = called().give(
    staff,
    { type: 'ScheduleNotice', content: { ...news, nextNews: null }, raiseAt: exampleNow + 3_600_000 },
    20,
  )
  const panel = createElement(NoticesPanel, {
    view: deskView(scenario.state, exampleNow, new Set(), []),
    onOpen: () => {},
  })
  expect(spoken(onDesk(panel))).toEqual(['id: Besok tutup siang.'])
})

test('a banner says it of what still works, alone and beside others, on a page and on the board', () => {
  const own = 'id: Ambil dokumen di loket 7.'
  const content = { ...notice(0), cause: null, stillWorks: written('Ambil dokumen di loket 7.') }
  const scenario = called().give(staff, { type: 'RaiseNotice', content }, 20)
  const banner = (isBoard: boolean) => {
    const notices = noticeViews(scenario.state)
    return spoken(
      renderToStaticMarkup(
        createElement(NoticeBanner, { notices, language: 'en', timeZone, now: exampleNow, isBoard }),
      ),
    )
  }
  expect([banner(false), banner(true)]).toEqual([[own], [own]])
  scenario.give(staff, { type: 'RaiseNotice', content: { ...notice(2), cause: null } }, 21)
  expect([banner(false), banner(true)]).toEqual([[own], [own]])
})

function strip(scenario: Scenario): string {
  const { notices } = kioskView(scenario.state, exampleNow, mainKiosk, new Set(), '')
  const nothing = () => {}
  return renderToStaticMarkup(
    createElement(NoticeStrip, {
      notices,
      language: 'en',
      timeZone,
      now: exampleNow,
      onPainted: nothing,
      onRead: nothing,
    }),
  )
}

function card(scenario: Scenario): string {
  const view = deskView(scenario.state, exampleNow, new Set(), [])
  const [standing] = view.notices
  if (!standing) throw new Error('no notice stands')
  return onDesk(createElement(NoticeCard, { notice: standing, view, onOpen: () => {} }))
}

/** A desk in English on which nothing is pressed. */
function onDesk(part: ReactElement): string {
  const unheard = () => Promise.reject(new Error('nothing is pressed'))
  const desk: Desk = {
    language: 'en',
    timeZone,
    now: exampleNow,
    live: true,
    give: unheard,
    ask: unheard,
    print: unheard,
    order: unheard,
    preview: unheard,
    recordings: unheard,
    media: { ask: unheard, send: unheard, addressOf: (path) => path },
    memory: { recall: () => null, remember: () => {} },
  }
  return renderToStaticMarkup(createElement(DeskProvider, { value: desk }, part))
}

/** Each element that names a language, with what it says. */
function spoken(markup: string): readonly string[] {
  return [...markup.matchAll(/ lang="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, language, said]) => `${language}: ${said?.trim()}`,
  )
}
