import { History } from 'lucide-react'
import type { NoticeContent, NoticeWording } from '../../shared/notice.ts'
import type { Language, Text } from '../../shared/language.ts'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { list } from '../../shared/words/say.ts'
import { spokenIn } from '../ui/spoken-in.ts'
import { useDesk } from './desk-context.ts'
import { noticeOf } from './draft-preview.ts'
import styles from './notices-panel.module.css'
import { wordingChange } from './wording-changes.ts'

/** Who said what about a notice and when, the newest first, each wording by what it changed. */
export function NoticeHistory({ notice, view }: { readonly notice: DeskNotice; readonly view: DeskView }) {
  const { say, language, timeZone, when } = useDesk()
  const textAt = ({ content }: NoticeWording, at: number) =>
    noticeText(noticeOf(content, notice.id, view, at), language, timeZone, at)
  const stillWorksChange = (before: NoticeContent, { stillWorks }: NoticeContent) => {
    if (before.stillWorks?.[language] === stillWorks?.[language]) return []
    return [stillWorks?.[language] ?? say('still_works_named')]
  }
  const languagesChange = (before: NoticeContent, { languages = [] }: NoticeContent) => {
    if (languages.join() === (before.languages ?? []).join()) return []
    const names = view.office.languages.filter((one) => languages.includes(one)).map((one) => say(`language_${one}`))
    return [names.length === 0 ? say('languages_usual') : say('languages_chosen', { languages: list(language, names) })]
  }
  const changeOf = (wording: NoticeWording, before: NoticeWording | undefined) => {
    if (!before) return [say(wording.revision === 1 ? 'history_raised' : 'history_earlier')]
    const { says, noLonger } = wordingChange(textAt(before, wording.at), textAt(wording, wording.at))
    const sentences = [
      ...says,
      ...noLonger.map((key) => say(key)),
      ...stillWorksChange(before.content, wording.content),
      ...languagesChange(before.content, wording.content),
    ]
    if (sentences.length > 0) return sentences
    const isSame = JSON.stringify(before.content) === JSON.stringify(wording.content)
    return [say(isSame ? 'history_repeated' : 'history_other_language')]
  }
  return (
    <details className={styles['more']}>
      <summary>
        <History aria-hidden="true" focusable="false" />
        <span>{say('history', { name: notice.raisedBy, count: notice.history.length })}</span>
      </summary>
      <ol className={styles['history']}>
        {notice.history
          .map((wording, i) => (
            <li key={wording.revision}>
              <span className={styles['author']}>
                {say('history_by', { time: when(wording.at), name: wording.by })}
              </span>
              {changeOf(wording, notice.history[i - 1]).map((sentence) => (
                <span key={sentence} lang={spokenIn(ownWords(wording, sentence, language), language)}>
                  {' '}
                  {sentence}
                </span>
              ))}
            </li>
          ))
          .toReversed()}
      </ol>
    </details>
  )
}

/** The author's own words that a sentence is; null where it is one of Loket's. */
function ownWords(
  { content: { cause, instruction, stillWorks } }: NoticeWording,
  sentence: string,
  language: Language,
): Text | null {
  return [cause, instruction, stillWorks].find((words) => words?.[language] === sentence) ?? null
}
