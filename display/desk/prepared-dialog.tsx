import { useEffect, useId, useRef, useState } from 'react'
import type { NoticeKind } from '../../shared/notice.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { newId } from '../ui/connect.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { nothingTyped, typedOf } from './draft-texts.ts'
import { kindLabels, kinds } from './kinds.ts'
import { PreparedEditor, type EditedText } from './prepared-editor.tsx'
import { PreparedList } from './prepared-list.tsx'
import { preparedFor, type PreparedChoice, type Says } from './prepared-texts.ts'
import styles from './prepared.module.css'

/** The sentences a notice can be given with one tap, kind by kind: the office puts its own in, and others away. */
export function PreparedDialog({ view, onClose }: { readonly view: DeskView; readonly onClose: () => void }) {
  const { say } = useDesk()
  const id = useId()
  const [kind, setKind] = useState<NoticeKind>('outage')
  const [edited, setEdited] = useState<EditedText | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(edited)
  useEffect(() => {
    if (before.current !== edited) top.current?.focus()
    before.current = edited
  }, [edited])

  const list = (says: Says) => (
    <PreparedList
      title={say(says === 'cause' ? 'why' : 'what_to_do')}
      choices={preparedFor(kind, says, view.preparedTexts)}
      onAdd={() => setEdited({ id: `own-${newId()}`, kind, says, typed: nothingTyped, isShared: false })}
      onChange={(choice: PreparedChoice) =>
        setEdited({ id: choice.id, kind, says, typed: typedOf(choice.text), isShared: choice.origin !== 'own' })
      }
    />
  )
  return (
    <Dialog title={say('prepared_texts')} onClose={onClose}>
      <div ref={top} className={styles['dialog']} tabIndex={-1}>
        {edited === null ? (
          <>
            <p className={styles['text']}>{say('prepared_text')}</p>
            <div className={controls['field']}>
              <label className={controls['label']} htmlFor={`${id}-kind`}>
                {say('prepared_kind')}
              </label>
              <select
                id={`${id}-kind`}
                className={controls['input']}
                value={kind}
                onChange={(event) => setKind(kinds.find((known) => known === event.target.value) ?? kind)}
              >
                {kinds.map((known) => (
                  <option key={known} value={known}>
                    {say(kindLabels[known])}
                  </option>
                ))}
              </select>
            </div>
            {list('cause')}
            {list('instruction')}
          </>
        ) : (
          <PreparedEditor
            languages={view.office.languages}
            edited={edited}
            onType={(typed) => setEdited({ ...edited, typed })}
            onClose={() => setEdited(null)}
          />
        )}
      </div>
    </Dialog>
  )
}
