import { Copy, Printer, QrCode, Scissors } from 'lucide-react'
import { Fragment, useId, useReducer, useState, type ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import en from '../../shared/words/wizard/en.json' with { type: 'json' }
import id from '../../shared/words/wizard/id.json' with { type: 'json' }
import su from '../../shared/words/wizard/su.json' with { type: 'json' }
import { say, type Key } from '../../shared/words/say.ts'
import { newWizard, questions, reduceWizard, settingOf, switchesOf, type Question } from './wizard.ts'
import styles from './wizard-panel.module.css'

/**
 * The way to a setting for a printer nobody knows: a strip, six questions about what is seen on it, and the line that
 * comes of the answers.
 */
export function WizardPanel({
  language,
  onPrint,
}: {
  readonly language: Language
  /** Settles with whether the strip was taken on. */
  readonly onPrint: () => Promise<boolean>
}) {
  const [wizard, tell] = useReducer(reduceWizard, newWizard)
  const [strip, setStrip] = useState<'printed' | 'print_failed' | null>(null)
  const words = (key: WizardKey) => say(area, language, key)
  const question = wizard.step === null ? undefined : questions[wizard.step]
  const switches = wizard.step === questions.length ? switchesOf(wizard.answers) : null
  const print = () => void onPrint().then((done) => setStrip(done ? 'printed' : 'print_failed'))

  return (
    <section className={styles['panel']} aria-labelledby="wizard">
      <h2 id="wizard">{words('heading')}</h2>
      {wizard.step === null && (
        <>
          <p>{words('intro')}</p>
          <div className={styles['buttons']}>
            <button type="button" onClick={print}>
              <Printer aria-hidden="true" focusable="false" />
              {words(strip === null ? 'print' : 'print_again')}
            </button>
            {strip === 'printed' && (
              <button type="button" className={styles['main']} onClick={() => tell({ type: 'begun' })}>
                {words('begin')}
              </button>
            )}
          </div>
        </>
      )}
      <output>{wizard.step === null && strip === 'printed' && words(strip)}</output>
      <div role="alert">{wizard.step === null && strip === 'print_failed' && words(strip)}</div>
      {question && wizard.step !== null && (
        <fieldset className={styles['question']}>
          <legend>
            <span className={styles['step']}>
              {say(area, language, 'step', { step: wizard.step + 1, count: questions.length })}
            </span>
            {words(`ask_${question.ask}`)}
          </legend>
          <div className={styles['options']}>
            {optionsOf(question).map(({ option, key }) => (
              <button key={key} type="button" onClick={() => tell({ type: 'answered', ask: question.ask, option })}>
                {pictures[key]}
                {words(key)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {switches !== null && <Setting switches={switches} language={language} />}
      {wizard.step !== null && (
        <div className={styles['buttons']}>
          <button type="button" onClick={() => tell({ type: 'back' })}>
            {words('back')}
          </button>
          {switches !== null && (
            <button type="button" onClick={() => tell({ type: 'restarted' })}>
              {words('restart')}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

function Setting({ switches, language }: { readonly switches: string; readonly language: Language }) {
  const field = useId()
  const [place, setPlace] = useState('lp:/dev/usb/lp0')
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const words = (key: WizardKey) => say(area, language, key)
  const setting = settingOf(place, switches)
  const copy = (text: string) =>
    // The browser may forbid it, or have no clipboard at all.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(() => setCopied('copied'))
      .catch(() => setCopied('copy_failed'))
  return (
    <div className={styles['setting']}>
      <h3>{words('done')}</h3>
      <label htmlFor={field}>{words('place')}</label>
      <input
        id={field}
        value={place}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${field}-hint`}
        aria-invalid={setting === null}
        onChange={(event) => {
          setPlace(event.target.value)
          setCopied(null)
        }}
      />
      <p id={`${field}-hint`} className={styles['hint']}>
        {words(setting === null ? 'place_wrong' : 'place_hint')}
      </p>
      {setting !== null && (
        <>
          <code className={styles['line']}>
            {setting.split(/(?<=[?&])/).map((part) => (
              <Fragment key={part}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </code>
          <div className={styles['buttons']}>
            <button type="button" className={styles['main']} onClick={() => copy(setting)}>
              <Copy aria-hidden="true" focusable="false" />
              {words('copy')}
            </button>
          </div>
          <output>{copied !== null && words(copied)}</output>
          <p>{words('done_text')}</p>
        </>
      )}
    </div>
  )
}

type WizardKey = Key<typeof id>
type OptionKey = { [Q in Question as Q['ask']]: `${Q['ask']}_${Q['options'][number]}` }[Question['ask']]

function optionsOf(question: Question): readonly { readonly option: string; readonly key: OptionKey }[] {
  // Every question has its options, and every option its words: the types above hold the two lists together.
  return question.options.map((option) => ({ option, key: `${question.ask}_${option}` as OptionKey }))
}

/** What is to be looked for on the strip, where a picture says it sooner. */
const pictures: Partial<Record<OptionKey, ReactNode>> = {
  columns_32: <RowPicture columns={32} />,
  columns_42: <RowPicture columns={42} />,
  columns_48: <RowPicture columns={48} />,
  size_larger: <NumberPicture row="B" size="2.4em" />,
  size_cells: <CellsPicture />,
  size_same: <NumberPicture row="B" size="1.1em" />,
  letters_letters: <LettersPicture letters="é è ñ ü" />,
  letters_chinese: <LettersPicture letters="茅 猫 帽 眉" />,
  accents_A: <LettersPicture letters="A é è ñ ü" />,
  accents_B: <LettersPicture letters="B é è ñ ü" />,
  qr_A: <CodePicture row="A" />,
  qr_B: <CodePicture row="B" />,
  qr_C: <CodePicture row="C" />,
  cut_yes: <Scissors aria-hidden="true" focusable="false" />,
}

function RowPicture({ columns }: { readonly columns: number }) {
  const width = columns * 2.4
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 140 24" className={styles['row']}>
      <text x="0" y="17" fontSize="14">
        {columns}
      </text>
      <path d={`M22 12H${width + 14}m7 -6l-7 6l7 6`} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

function NumberPicture({ row, size }: { readonly row: string; readonly size: string }) {
  return (
    <span aria-hidden="true" className={styles['picture']}>
      {row} <span style={{ fontSize: size }}>A012</span>
    </span>
  )
}

/** "A0" in squares, as the strip has it at C. */
function CellsPicture() {
  const squares = cellRows.flatMap((row, y) =>
    Array.from(row, (cell, x) => (cell === '#' ? `M${x} ${2 * y}h1v2h-1z` : '')),
  )
  return (
    <span aria-hidden="true" className={styles['picture']}>
      C{' '}
      <svg focusable="false" viewBox="0 0 11 14" className={styles['cells']}>
        <path d={squares.join('')} />
      </svg>
    </span>
  )
}

const cellRows = [
  ' ###   ### ',
  '#   # #  ##',
  '#   # # # #',
  '##### ##  #',
  '#   # #   #',
  '#   # #   #',
  '#   #  ### ',
]

function CodePicture({ row }: { readonly row: string }) {
  return (
    <span aria-hidden="true" className={styles['picture']}>
      {row} <QrCode focusable="false" className={styles['code']} />
    </span>
  )
}

function LettersPicture({ letters }: { readonly letters: string }) {
  return (
    <span aria-hidden="true" className={styles['picture']}>
      {letters}
    </span>
  )
}

const area = { id, en, su }
