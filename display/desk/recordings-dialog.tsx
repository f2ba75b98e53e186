import { RotateCw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Language } from '../../shared/language.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import { clipPageWords } from '../../shared/words/clip-text.ts'
import { say as sayClips } from '../../shared/words/say.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import styles from './people-dialog.module.css'
import { VoiceClips } from './voice-clips.tsx'

/** The office's own recordings, language by language, as they are in its folder when this is opened. */
export function RecordingsDialog({
  languages,
  onClose,
}: {
  readonly languages: readonly Language[]
  readonly onClose: () => void
}) {
  const { say, language, recordings } = useDesk()
  const [found, setFound] = useState<OfficeVoice['recordings'] | 'looked-for' | 'not-known'>('looked-for')
  const look = useCallback(() => {
    recordings().then(setFound, () => setFound('not-known'))
  }, [recordings])
  useEffect(look, [look])
  const lookAgain = () => {
    setFound('looked-for')
    look()
  }
  return (
    <Dialog look="wide" title={sayClips(clipPageWords, language, 'title')} onClose={onClose}>
      <div className={styles['dialog']}>
        {typeof found === 'object' &&
          languages.map((of) => <VoiceClips key={of} of={of} files={found[of] ?? []} language={language} />)}
        <output className={styles['text']}>
          {found === 'looked-for' && say('recordings_looked_for')}
          {found === 'not-known' && say('recordings_not_known')}
        </output>
        {found === 'not-known' && <Button look="quiet" icon={RotateCw} label={say('try_again')} onPress={lookAgain} />}
      </div>
    </Dialog>
  )
}
