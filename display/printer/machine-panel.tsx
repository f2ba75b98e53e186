import { useState } from 'react'
import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import type { Hand, Machine, MachineShown } from '../../shared/wire.ts'
import styles from './machine-panel.module.css'
import { words } from './words.ts'

/**
 * The built-in printer as one can handle it: what is the matter with it, and buttons that open its cover, take its
 * paper and so on, so that every trouble of a real printer can be tried without one.
 */
export function MachinePanel({
  machine,
  language,
  onHand,
}: {
  /** Null while the hub is not heard. */
  readonly machine: MachineShown | null
  readonly language: Language
  /** Settles with whether it was done. */
  readonly onHand: (hand: Hand) => Promise<boolean>
}) {
  const [failed, setFailed] = useState(false)
  const builtIn = machine?.kind === 'built-in' ? machine : null
  return (
    <section className={styles['panel']} aria-labelledby="machine">
      <h2 id="machine">{say(words, language, 'machine')}</h2>
      <p>{say(words, language, machine?.kind === 'real' ? 'machine_real' : 'machine_intro')}</p>
      <output className={styles['state']}>
        {machine?.kind === 'none' && <span>{say(words, language, 'machine_none')}</span>}
        {builtIn && statesOf(builtIn).map((key) => <span key={key}>{say(words, language, key)}</span>)}
      </output>
      {builtIn && (
        <div className={styles['hands']}>
          {handsOf(builtIn).map(({ hand, key }) => (
            <button
              key={key}
              type="button"
              onClick={() => {
                void onHand(hand).then((done) => setFailed(!done))
              }}
            >
              {say(words, language, key)}
            </button>
          ))}
        </div>
      )}
      <div role="alert" className={styles['failed']}>
        {failed && <p>{say(words, language, 'hand_failed')}</p>}
      </div>
    </section>
  )
}

type BuiltIn = Extract<Machine, { kind: 'built-in' }>
type Key = keyof typeof words.en

function statesOf({ powered, plugged, coverOpen, paper, cutterJammed }: BuiltIn): readonly Key[] {
  const states: readonly (readonly [boolean, Key])[] = [
    [!powered, 'state_off'],
    [!plugged, 'state_unplugged'],
    [coverOpen, 'state_cover_open'],
    [paper === 'out', 'state_paper_out'],
    [paper === 'low', 'state_paper_low'],
    [cutterJammed, 'state_cutter_jammed'],
  ]
  const wrong = states.filter(([holds]) => holds).map(([, key]) => key)
  return wrong.some((key) => key !== 'state_paper_low') ? wrong : ['state_ready', ...wrong]
}

/** In the same places whatever they do now, so that the same finger undoes what it did. */
function handsOf({ plugged, coverOpen, paper, cutterJammed }: BuiltIn): readonly { hand: Hand; key: Key }[] {
  return [
    coverOpen ? { hand: 'close-cover', key: 'hand_close_cover' } : { hand: 'open-cover', key: 'hand_open_cover' },
    paper === 'out'
      ? { hand: 'put-paper-in', key: 'hand_put_paper_in' }
      : { hand: 'take-paper-out', key: 'hand_take_paper_out' },
    plugged ? { hand: 'unplug', key: 'hand_unplug' } : { hand: 'plug', key: 'hand_plug' },
    cutterJammed ? { hand: 'free-cutter', key: 'hand_free_cutter' } : { hand: 'jam-cutter', key: 'hand_jam_cutter' },
    { hand: 'power-cycle', key: 'hand_power_cycle' },
    { hand: 'tear-off', key: 'hand_tear_off' },
  ]
}
