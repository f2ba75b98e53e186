import { VolumeX } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import styles from './sound-off-note.module.css'
import { words } from './words.ts'

/** Says that the browser holds the sound back, and turns it on when it is touched. */
export function SoundOffNote({ language, onTouch }: { readonly language: Language; readonly onTouch: () => void }) {
  return (
    <button type="button" className={styles['note']} onClick={onTouch}>
      <VolumeX aria-hidden="true" focusable="false" width="1.2em" height="1.2em" />
      {say(words, language, 'sound_off')}
    </button>
  )
}
