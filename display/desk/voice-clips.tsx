import { Play } from 'lucide-react'
import { useState } from 'react'
import type { Language } from '../../shared/language.ts'
import { clipPath } from '../../shared/voice/files.ts'
import { clipPageWords, clipRows, type ClipRow } from '../../shared/words/clip-text.ts'
import { say } from '../../shared/words/say.ts'
import styles from './voice-clips.module.css'

/**
 * The office's own recordings in one language, for staff: each can be played, and what is missing is said. `files` are
 * the names in the language's folder, `language` is the reader's.
 */
export function VoiceClips({
  of,
  files,
  language,
}: {
  readonly of: Language
  readonly files: readonly string[]
  readonly language: Language
}) {
  const rows = clipRows(of, files)
  const missing = rows.filter(({ file }) => file === null).length
  return (
    <section aria-labelledby={`clips-${of}`} className={styles['clips']}>
      <h3 id={`clips-${of}`} className={styles['heading']}>
        {say(clipPageWords, language, `in_${of}`)}
      </h3>
      <p className={styles['state']}>
        {missing === 0
          ? say(clipPageWords, language, 'complete', { count: rows.length })
          : say(clipPageWords, language, 'missing', { count: missing })}
      </p>
      {missing > 0 && <p>{say(clipPageWords, language, 'how', { folder: `voice/own/${of}` })}</p>}
      <details className={styles['pieces']}>
        <summary>{say(clipPageWords, language, 'pieces', { count: rows.length })}</summary>
        <table className={styles['list']}>
          <thead>
            <tr>
              {(['name', 'words', 'sound'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(clipPageWords, language, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.clip} row={row} of={of} language={language} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function Row({ row, of, language }: { readonly row: ClipRow; readonly of: Language; readonly language: Language }) {
  const { clip, words, file } = row
  const [isUnplayable, setUnplayable] = useState(false)
  const play = (name: string) => {
    setUnplayable(false)
    new Audio(clipPath(of, name)).play().catch(() => setUnplayable(true))
  }
  return (
    <tr>
      <th scope="row">{file ?? clip}</th>
      <td lang={of}>{words}</td>
      <td>
        {file === null ? (
          say(clipPageWords, language, 'absent')
        ) : (
          <button
            type="button"
            className={styles['play']}
            aria-label={say(clipPageWords, language, 'play', { name: file })}
            onClick={() => play(file)}
          >
            <Play aria-hidden="true" focusable="false" width="1.2em" height="1.2em" />
          </button>
        )}
        <output>{isUnplayable && say(clipPageWords, language, 'unplayable')}</output>
      </td>
    </tr>
  )
}
