import { MessageSquareText } from 'lucide-react'
import { languages, type Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { spokenIn } from '../ui/spoken-in.ts'
import { useDesk } from './desk-context.ts'
import styles from './notices-panel.module.css'

/**
 * What a notice says, short enough for what can be done about it to stand in view: the office's own words where they
 * are short, and `sentences` of Loket's.
 */
export function NoticeWords({
  notice,
  sentences,
}: {
  readonly notice: NoticeView
  readonly sentences: readonly (string | null)[]
}) {
  const { language } = useDesk()
  const own = isLong(notice) ? [] : ownWords(notice, language)
  const said = sentences.filter((sentence) => sentence !== null)
  if (own.length + said.length === 0) return null
  return (
    <p>
      {own.map(({ words, spoken }) => (
        <span key={words} lang={spoken}>
          {words}{' '}
        </span>
      ))}
      {said.join(' ')}
    </p>
  )
}

/** What is too long for that: its first line, and all of it once it is touched. */
export function NoticeLongWords({ notice, heading }: { readonly notice: NoticeView; readonly heading: string }) {
  const { language } = useDesk()
  const [first, ...others]: readonly Words[] = [
    ...(isLong(notice) ? ownWords(notice, language) : []),
    ...(heading.length > headingLettersMax ? [{ words: heading, spoken: undefined }] : []),
  ]
  if (!first) return null
  return (
    <details className={`${styles['more']} ${styles['long']}`}>
      <summary>
        <MessageSquareText aria-hidden="true" focusable="false" />
        <span className={styles['firstLine']} lang={first.spoken}>
          {first.words}
        </span>
      </summary>
      {others.map(({ words, spoken }) => (
        <p key={words} lang={spoken}>
          {words}
        </p>
      ))}
    </details>
  )
}

interface Words {
  readonly words: string
  readonly spoken: Language | undefined
}

function ownWords({ cause, instruction }: NoticeView, language: Language): readonly Words[] {
  return [cause, instruction]
    .filter((text) => text !== null)
    .map((text) => ({ words: text[language], spoken: spokenIn(text, language) }))
}

/** In any language: a card folds the same for colleagues who read it in others. */
function isLong({ cause, instruction }: NoticeView): boolean {
  return languages.some(
    (language) => (cause?.[language].length ?? 0) + (instruction?.[language].length ?? 0) > ownLettersMax,
  )
}

/** With the sentences around them about two lines of a card. */
const ownLettersMax = 100
/** About four lines of a card on the smallest tablet. */
const headingLettersMax = 170
